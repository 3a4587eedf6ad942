package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.progressledger.ledger.Examples.append;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.progressledger.testservers.TestMongo;

/** What a commit log does when the database's answer gets lost, on any server. */
abstract class LostAnswerContract {

    private static final LedgerSettings SETTINGS = LedgerSettings.defaults();

    private MongoDatabase database;
    private CommitLog other;

    abstract TestMongo server();

    @BeforeEach
    void emptyLedger() {
        database = server().freshDatabase();
        other = CommitLog.open(database, SETTINGS, InstantSource.system());
        other.append(append("other", 0, 1));
    }

    @Test
    void a_commit_whose_acknowledgement_was_lost_is_answered_once() {
        CommitLog log = failing(new Line() {
            @Override
            void send(int attempt, RawBsonDocument document) {
                super.send(attempt, document);
                lose(attempt == 1);
            }
        });
        assertThat(log.append(append("s", 0, 2)).firstPosition()).isEqualTo(1);
        assertThat(log.append(append("s", 2, 1)).firstPosition()).isEqualTo(3);
        assertThat(other.read(0, 100)).hasSize(4);
    }

    @Test
    void a_commit_that_never_arrived_is_sent_again() {
        CommitLog log = failing(new Line() {
            @Override
            void send(int attempt, RawBsonDocument document) {
                lose(attempt <= 2);
                super.send(attempt, document);
            }
        });
        assertThat(log.append(append("s", 0, 2)).firstPosition()).isEqualTo(1);
        assertThat(other.read(0, 100)).hasSize(3);
    }

    @Test
    void a_commit_that_arrives_late_while_others_went_on_is_answered_once() {
        List<RawBsonDocument> delayed = new ArrayList<>();
        CommitLog log = failing(new Line() {
            @Override
            void send(int attempt, RawBsonDocument document) {
                if (attempt == 1) {
                    delayed.add(document);
                    lose(true);
                }
                if (attempt == 2) {
                    super.send(attempt, delayed.getFirst());
                    other.append(append("other", 1, 1));
                }
                super.send(attempt, document);
            }
        });
        Commit commit = log.append(append("s", 0, 2));
        assertThat(commit.firstPosition()).isEqualTo(1);
        assertThat(log.read(1, 2)).isEqualTo(commit.events());
        assertThat(log.read(0, 100)).hasSize(4);
    }

    @Test
    void a_position_lost_to_another_is_tried_again_at_the_next() {
        CommitLog log = failing(new Line() {
            @Override
            void send(int attempt, RawBsonDocument document) {
                if (attempt <= 3) {
                    other.append(append("other", attempt, 1));
                }
                super.send(attempt, document);
            }
        });
        assertThat(log.append(append("s", 0, 2)).firstPosition()).isEqualTo(4);
    }

    @Test
    void while_nothing_gets_through_the_outcome_is_said_to_be_unknown() {
        CommitLog log = failing(new Line() {
            @Override
            void send(int attempt, RawBsonDocument document) {
                lose(true);
            }
        });
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> log.append(append("s", 0, 1)))
                .satisfies(e -> assertThat(e.outcomeUnknown()).isTrue());
        assertThat(other.lastPosition()).hasValue(0);
    }

    private CommitLog failing(Line line) {
        LedgerSettings impatient = SETTINGS.withPatience(Duration.ofSeconds(5), Duration.ofSeconds(2));
        line.commits = new CommitCollection(database, impatient);
        return new CommitLog(
                new CommitCollection(database, impatient) {
                    @Override
                    void insert(RawBsonDocument document) {
                        line.send(++line.attempts, document);
                    }
                },
                impatient,
                InstantSource.system());
    }

    private static class Line {

        private int attempts;
        private CommitCollection commits;

        void send(int attempt, RawBsonDocument document) {
            commits.insert(document);
        }

        static void lose(boolean lost) {
            if (lost) {
                throw new MongoSocketReadException("lost", new ServerAddress());
            }
        }
    }
}
