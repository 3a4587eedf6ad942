package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.progressledger.ledger.Examples.append;
import static org.progressledger.ledger.Examples.event;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.progressledger.testservers.TestMongo;

/** What a commit log does, on any server. */
abstract class CommitLogContract {

    private static final LedgerSettings SETTINGS = LedgerSettings.defaults();

    private MongoDatabase database;
    private CommitLog log;

    abstract TestMongo server();

    @BeforeEach
    void emptyLedger() {
        database = server().freshDatabase();
        log = CommitLog.open(database, SETTINGS, InstantSource.system());
    }

    @Test
    void an_empty_ledger_has_no_position_and_no_event() {
        assertThat(log.lastPosition()).isEqualTo(OptionalLong.empty());
        assertThat(log.read(0, 10)).isEmpty();
        assertThat(log.readStream("s", 0)).isEmpty();
        assertThat(log.lastSequence("s")).isEqualTo(OptionalLong.empty());
        assertThat(log.findCommit("officer", "7")).isEmpty();
    }

    @Test
    void a_commit_is_read_as_it_was_answered() {
        Commit first = log.append(append("s", 0, 2));
        Commit second = log.append(append("command", event("s", 2), event("t", 0), event("s", 3)));
        assertThat(second.firstPosition()).isEqualTo(2);
        assertThat(second.lastPosition()).isEqualTo(4);
        assertThat(log.findCommit("officer", "command")).contains(second);
        assertThat(log.read(0, 2)).isEqualTo(first.events());
        assertThat(log.read(2, 10)).isEqualTo(second.events());
        assertThat(log.lastPosition()).hasValue(4);
        assertThat(second.requestDigest()).isEqualTo(Examples.DIGEST);
    }

    @Test
    void reading_begins_and_ends_anywhere_in_a_commit() {
        log.append(append("s", 0, 300));
        log.append(append("s", 300, 3));
        CommitLog other = open();
        assertThat(other.read(299, 3)).extracting(LedgerEvent::position).containsExactly(299L, 300L, 301L);
        assertThat(other.read(290, 1)).extracting(LedgerEvent::sequence).containsExactly(290L);
        assertThat(other.read(302, 100)).hasSize(1);
        assertThat(other.read(303, 100)).isEmpty();
        assertThat(other.read(9999, 1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> other.read(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> other.read(0, 0));
    }

    @Test
    void any_part_is_replayed_as_it_is_read() {
        for (int commit = 0; commit < 30; commit++) {
            log.append(append("s", 30L * commit, 30));
        }
        log.append(append("t", 0, 700));
        CommitLog other = open();
        List<LedgerEvent> all = new ArrayList<>(other.read(0, 2_000));
        assertThat(all).hasSize(1_600);
        assertThat(other.replay(0, Long.MAX_VALUE).toList()).isEqualTo(all);
        assertThat(other.replay(17, 1_111).toList()).isEqualTo(all.subList(17, 1_111));
        assertThat(other.replay(1_600, 9_999)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> other.replay(-1, 5));
        try (Stream<LedgerEvent> some = other.follow(0)) {
            Iterator<LedgerEvent> events = some.iterator();
            for (int i = 0; i < 1_000; i++) {
                assertThat(events.next()).isEqualTo(all.get(i));
            }
            // by another process, while the end is not reached yet
            all.addAll(log.append(append("late", 0, 2)).events());
            for (int i = 1_000; i < all.size(); i++) {
                assertThat(events.next()).isEqualTo(all.get(i));
            }
            assertThat(events.hasNext()).isFalse();
        }
    }

    @Test
    void a_stream_of_any_length_is_read_from_any_sequence() {
        for (int sequence = 0; sequence < 150; sequence += 2) {
            log.append(append(event("long", sequence), event("other", sequence / 2), event("long", sequence + 1)));
        }
        assertThat(log.readStream("long", 0))
                .extracting(LedgerEvent::sequence)
                .hasSize(150)
                .isSorted();
        assertThat(log.readStream("long", 63))
                .extracting(LedgerEvent::sequence)
                .hasSize(87)
                .startsWith(63L);
        assertThat(log.readStream("long", 150)).isEmpty();
        assertThat(log.streamOf("other", 10).limit(3))
                .extracting(LedgerEvent::sequence)
                .containsExactly(10L, 11L, 12L);
        assertThat(log.lastSequence("long")).hasValue(149);
        assertThat(log.lastSequence("other")).hasValue(74);
        assertThat(log.read(0, 1000))
                .extracting(LedgerEvent::position)
                .hasSize(225)
                .isSorted();
    }

    @Test
    void refuses_a_place_that_is_taken() {
        log.append(append("s", 0, 3));
        assertThatExceptionOfType(SequenceConflict.class)
                .isThrownBy(() -> open().append(append(event("other", 0), event("s", 2))))
                .satisfies(e -> assertThat(e.stream() + e.sequence()).isEqualTo("s2"));
        assertThat(log.lastPosition()).hasValue(2);
        assertThat(log.readStream("other", 0)).isEmpty();
    }

    @Test
    void refuses_a_place_that_does_not_follow() {
        log.append(append("s", 0, 3));
        assertThatExceptionOfType(SequenceConflict.class).isThrownBy(() -> log.append(append(event("s", 4))));
        assertThat(log.append(append(event("s", 3))).firstPosition()).isEqualTo(3);
    }

    @Test
    void refuses_an_event_id_that_is_known() {
        log.append(append(event("known", "s", 0)));
        assertThatExceptionOfType(DuplicateEventId.class)
                .isThrownBy(() -> log.append(append(event("t", 0), event("known", "u", 0))))
                .satisfies(e -> assertThat(e.eventId()).isEqualTo("known"));
    }

    @Test
    void the_same_command_again_is_answered_as_the_first_time() {
        Commit first = log.append(append("7", event("s", 0)));
        log.append(append("8", event("s", 1)));
        for (CommitLog any : List.of(log, open())) {
            assertThatExceptionOfType(CommandAlreadyRecorded.class)
                    .isThrownBy(() -> any.append(append("7", event("s", 0))))
                    .satisfies(e -> assertThat(e.commit()).isEqualTo(first));
        }
        Append ofAnother = new Append(new CommandIdentity("another", "7", null), List.of(event("t", 0)));
        assertThat(log.append(ofAnother).requestDigest()).isNull();
        assertThat(log.read(2, 1).getFirst().actor()).isEqualTo("another");
    }

    @Test
    void recorded_at_never_runs_backwards() {
        Deque<Instant> times = new ArrayDeque<>();
        for (int seconds : List.of(0, 5, 2, -30, 5, 6, 60, 1)) {
            times.add(Examples.NOON.plusSeconds(seconds));
        }
        CommitLog jumping = CommitLog.open(database, SETTINGS, times::remove);
        for (int i = 0; !times.isEmpty(); i++) {
            jumping.append(append(event("s", i)));
        }
        assertThat(log.read(0, 100))
                .extracting(LedgerEvent::recordedAt)
                .isSorted()
                .startsWith(Examples.NOON, Examples.NOON.plusSeconds(5), Examples.NOON.plusSeconds(5))
                .endsWith(Examples.NOON.plusSeconds(60), Examples.NOON.plusSeconds(60));
    }

    @Test
    void refuses_while_the_clock_is_far_behind() {
        CommitLog ahead = CommitLog.open(database, SETTINGS, InstantSource.fixed(Examples.NOON));
        ahead.append(append("s", 0, 1));
        CommitLog behind = CommitLog.open(database, SETTINGS, InstantSource.fixed(Examples.NOON.minusMillis(60_001)));
        assertThatExceptionOfType(ClockBehindLedger.class)
                .isThrownBy(() -> behind.append(append("s", 1, 1)))
                .satisfies(e -> assertThat(e.lastRecordedAt()).isEqualTo(Examples.NOON));
        assertThatExceptionOfType(ClockBehindLedger.class).isThrownBy(behind::refuseIfNothingCanBeRecorded);
        CommitLog nearly = CommitLog.open(database, SETTINGS, InstantSource.fixed(Examples.NOON.minusSeconds(60)));
        nearly.refuseIfNothingCanBeRecorded();
        assertThat(nearly.append(append("s", 1, 1)).recordedAt()).isEqualTo(Examples.NOON);
    }

    @Test
    void refuses_more_events_or_bytes_than_the_settings_allow() {
        CommitLog small = CommitLog.open(
                database, SETTINGS.withMaxEventsPerCommit(3).withMaxCommitBytes(10_000), InstantSource.system());
        assertThat(small.append(append("s", 0, 3)).size()).isEqualTo(3);
        assertThatExceptionOfType(AppendTooLarge.class)
                .isThrownBy(() -> small.append(append("s", 3, 4)))
                .satisfies(e -> assertThat(e.limit()).isEqualTo("maxEventsPerCommit"));
        assertThatExceptionOfType(AppendTooLarge.class)
                .isThrownBy(() -> small.append(append(withPayload("s", 3, "x".repeat(10_000)))))
                .satisfies(e -> assertThat(e.actual()).isGreaterThan(10_000));
        assertThatExceptionOfType(AppendTooLarge.class)
                .isThrownBy(() -> log.append(append(withPayload("s", 3, "x".repeat(12 * 1024 * 1024)))));
        assertThat(log.lastPosition()).hasValue(2);
    }

    @Test
    void records_the_largest_commit_that_the_defaults_allow() {
        log.append(append(withPayload("s", 0, "x".repeat(12 * 1024 * 1024 - 4096))));
        assertThat(open().read(0, 1).getFirst().payload()).hasSize(12 * 1024 * 1024 - 4096);
    }

    @Test
    void an_answer_ends_early_when_events_are_large_but_is_never_empty_before_the_end() {
        for (int i = 0; i < 9; i++) {
            log.append(append(withPayload("s", i, "x".repeat(3000))));
        }
        CommitLog frugal = CommitLog.open(database, SETTINGS.withMaxReadBytes(7000), InstantSource.system());
        List<Long> positions = new ArrayList<>();
        List<LedgerEvent> some = frugal.read(0, 100);
        while (!some.isEmpty()) {
            assertThat(some).hasSizeBetween(1, 3);
            some.forEach(event -> positions.add(event.position()));
            some = frugal.read(positions.size(), 100);
        }
        assertThat(positions).hasSize(9).isSorted();
    }

    @Test
    void metadata_is_read_with_whole_numbers_as_longs() {
        log.append(append(event("s", 0)));
        assertThat(log.read(0, 1).getFirst().metadata())
                .isEqualTo(Map.of(
                        "actor",
                        "officer",
                        "lines",
                        List.of(List.of(1L, 4L)),
                        "late",
                        true,
                        "source",
                        Map.of("n", 7L)));
    }

    @Test
    void finds_the_first_position_recorded_since_an_instant() {
        Deque<Instant> times = new ArrayDeque<>();
        for (int i = 0; i < 20; i++) {
            times.add(Examples.NOON.plusSeconds(10L * (i / 2)));
        }
        CommitLog timed = CommitLog.open(database, SETTINGS, times::remove);
        for (int i = 0; i < 20; i++) {
            timed.append(append("s", 3L * i, 3));
        }
        assertThat(log.firstPositionRecordedSince(Instant.EPOCH)).isZero();
        assertThat(log.firstPositionRecordedSince(Examples.NOON.plusSeconds(20)))
                .isEqualTo(12);
        assertThat(log.firstPositionRecordedSince(Examples.NOON.plusSeconds(21)))
                .isEqualTo(18);
        assertThat(log.firstPositionRecordedSince(Examples.NOON.plusSeconds(91)))
                .isEqualTo(60);
    }

    @Test
    void records_nothing_while_somebody_has_dropped_a_unique_index() {
        log.append(append("s", 0, 1));
        IndexWatch watch = new IndexWatch(
                () -> new CommitCollection(database, SETTINGS).missingIndexes(), Duration.ofNanos(1), System::nanoTime);
        watch.refuseIfMissing();
        database.getCollection(SETTINGS.collection()).dropIndex(new Document(CommitDocument.KEYS, 1));
        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(watch::refuseIfMissing);
        CommitLog.open(database, SETTINGS, InstantSource.system());
        watch.refuseIfMissing();
    }

    @Test
    void does_not_open_where_a_unique_index_cannot_be_made() {
        MongoDatabase spoilt = server().freshDatabase();
        spoilt.getCollection("commits")
                .insertMany(List.of(new Document("command", "same"), new Document("command", "same")));
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> CommitLog.open(spoilt, SETTINGS, InstantSource.system()))
                .withMessageContaining("command");
    }

    private CommitLog open() {
        return CommitLog.open(database, SETTINGS, InstantSource.system());
    }

    private static NewEvent withPayload(String stream, long sequence, String payload) {
        return new NewEvent(
                "id-" + stream + sequence, "", stream, sequence, "t", null, Examples.NOON, payload, Map.of());
    }
}
