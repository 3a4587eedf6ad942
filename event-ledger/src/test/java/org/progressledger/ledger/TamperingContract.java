package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.progressledger.ledger.Examples.append;
import static org.progressledger.ledger.Examples.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.progressledger.testservers.TestMongo;

/** What a commit log says when somebody changed its documents, on any server. */
abstract class TamperingContract {

    private MongoDatabase database;
    private MongoCollection<BsonDocument> commits;
    private CommitLog log;

    abstract TestMongo server();

    @BeforeEach
    void threeCommits() {
        database = server().freshDatabase();
        commits = database.getCollection("commits", BsonDocument.class);
        log = open();
        log.append(append("s", 0, 2));
        log.append(append("command", event("s", 2), event("t", 0)));
        log.append(append("s", 3, 1));
    }

    @Test
    void every_changed_field_is_noticed_and_named() {
        MongoCollection<BsonDocument> copy = copyWithoutIndexes();
        BsonDocument genuine = copy.find(id(2)).first();
        List<Tampering> all = Tampering.ofEveryField(genuine);
        assertThat(all).hasSizeGreaterThan(150);
        CommitLog reused = openCopy();
        for (Tampering tampering : all) {
            copy.replaceOne(id(2), tampering.document());
            assertNoticed(tampering, () -> reused.read(0, 100));
            assertNoticed(tampering, () -> openCopy().read(3, 1));
            assertNoticed(tampering, () -> reused.replay(0, 100).count());
            if (!tampering.hidesFromItsStream()) {
                assertNoticed(tampering, () -> openCopy().readStream("t", 0));
            }
        }
        copy.replaceOne(id(2), genuine);
        assertThat(openCopy().read(0, 100)).hasSize(5);
    }

    private static void assertNoticed(Tampering tampering, Runnable reading) {
        LedgerDamaged damage = catchThrowableOfType(LedgerDamaged.class, reading::run);
        assertThat(damage).as(tampering.toString()).isNotNull();
        assertThat(damage.position()).as(tampering.toString()).isBetween(2L, 3L);
        assertThat(damage.getMessage()).as(tampering.toString()).containsPattern("\\b" + tampering.field() + "\\b");
    }

    // the embedded store cannot replace a document by one whose indexed array is empty
    private MongoCollection<BsonDocument> copyWithoutIndexes() {
        MongoCollection<BsonDocument> copy = database.getCollection("copy", BsonDocument.class);
        copy.insertMany(commits.find().into(new ArrayList<>()));
        return copy;
    }

    private CommitLog openCopy() {
        LedgerSettings settings = LedgerSettings.defaults().withCollection("copy");
        return new CommitLog(new CommitCollection(database, settings), settings, InstantSource.system());
    }

    @Test
    void what_comes_before_the_damage_can_still_be_read() {
        commits.updateOne(id(2), new BsonDocument("$set", new BsonDocument("actor", new BsonString("nobody"))));
        assertThat(open().read(0, 2)).hasSize(2);
        assertThatExceptionOfType(LedgerDamaged.class)
                .isThrownBy(() -> open().read(0, 3))
                .satisfies(e -> assertThat(e.field()).isEqualTo("actor"));
    }

    @Test
    void a_replay_ends_before_what_is_damaged_or_missing_and_names_it() {
        for (int commit = 0; commit < 40; commit++) {
            log.append(append("u", 20L * commit, 20));
        }
        commits.updateOne(id(705), new BsonDocument("$set", new BsonDocument("actor", new BsonString("nobody"))));
        assertReplayEnds(705, "actor");
        commits.deleteOne(id(465));
        assertReplayEnds(465, "_id");
    }

    private void assertReplayEnds(long position, String field) {
        List<Long> seen = new ArrayList<>();
        assertThatExceptionOfType(LedgerDamaged.class)
                .isThrownBy(() -> open().replay(0, Long.MAX_VALUE).forEach(event -> seen.add(event.position())))
                .satisfies(e -> assertThat(e.position()).isEqualTo(position))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
        assertThat(seen).isEqualTo(LongStream.range(0, position).boxed().toList());
    }

    @Test
    void nothing_is_appended_after_a_damaged_commit() {
        commits.updateOne(id(4), new BsonDocument("$set", new BsonDocument("recordedAt", new BsonInt64(1))));
        assertThatExceptionOfType(LedgerDamaged.class).isThrownBy(() -> open().append(append("u", 0, 1)));
    }

    @Test
    void a_missing_commit_is_noticed() {
        commits.deleteOne(id(2));
        for (CommitLog any : List.of(log, open())) {
            assertMissing(() -> any.read(0, 100), 2);
            assertMissing(() -> any.read(2, 1), 2);
            assertMissing(() -> any.read(3, 1), 2);
            assertThatExceptionOfType(LedgerDamaged.class)
                    .isThrownBy(() -> any.readStream("s", 0))
                    .withMessageContaining("sequence 2");
        }
    }

    @Test
    void a_missing_first_commit_is_noticed() {
        commits.deleteOne(id(0));
        assertMissing(() -> open().read(0, 1), 0);
        assertMissing(() -> open().read(1, 1), 0);
    }

    @Test
    void a_missing_commit_wider_than_any_window_is_noticed() {
        log.append(append("wide", 0, 600));
        log.append(append("after", 0, 1));
        commits.deleteOne(id(5));
        assertMissing(() -> log.read(0, 1000), 5);
        assertMissing(() -> open().read(0, 1000), 5);
        assertMissing(() -> open().read(500, 1), 5);
    }

    @Test
    void who_has_seen_the_end_notices_that_it_was_cut_off() {
        commits.deleteOne(id(4));
        assertMissing(() -> log.read(0, 100), 4);
        assertMissing(() -> log.read(4, 1), 4);
    }

    @Test
    void a_commit_put_elsewhere_is_noticed() {
        BsonDocument moved = commits.find(id(4)).first();
        commits.deleteOne(id(4));
        commits.insertOne(moved.clone().append("_id", new BsonInt64(5)));
        assertThatExceptionOfType(LedgerDamaged.class).isThrownBy(() -> open().read(0, 100));
        assertThatExceptionOfType(LedgerDamaged.class).isThrownBy(() -> open().append(append("u", 0, 1)));
    }

    @Test
    void a_commit_forged_into_another_one_is_noticed() {
        Draft forged = new Draft(append("u", 0, 1), 10);
        Commit inside = forged.at(
                new Tail(3, log.read(2, 1).getFirst().recordedAt()),
                LedgerSettings.defaults().maxClockLag(),
                InstantSource.system().instant());
        commits.insertOne(CommitDocument.of(inside));
        assertThatExceptionOfType(LedgerDamaged.class)
                .isThrownBy(() -> log.read(0, 100))
                .satisfies(e -> assertThat(e.position()).isEqualTo(3));
    }

    @Test
    void a_commit_recorded_before_its_predecessor_is_noticed() {
        commits.deleteOne(id(4));
        Commit early = new Draft(append("s", 3, 1), 10)
                .at(new Tail(4, Instant.EPOCH), Duration.ofDays(1), Instant.parse("2001-01-01T00:00:00Z"));
        commits.insertOne(CommitDocument.of(early));
        assertThatExceptionOfType(LedgerDamaged.class)
                .isThrownBy(() -> log.read(0, 100))
                .satisfies(e -> assertThat(e.position()).isEqualTo(4))
                .satisfies(e -> assertThat(e.field()).isEqualTo("recordedAt"));
    }

    private static void assertMissing(Runnable reading, long position) {
        assertThatExceptionOfType(LedgerDamaged.class)
                .isThrownBy(reading::run)
                .satisfies(e -> assertThat(e.position()).isEqualTo(position))
                .satisfies(e -> assertThat(e.field()).isEqualTo("_id"));
    }

    private CommitLog open() {
        return CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
    }

    private static BsonDocument id(long position) {
        return new BsonDocument("_id", new BsonInt64(position));
    }
}
