package org.progressledger.command.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.batches.BatchFile.State;
import org.progressledger.command.imports.HandedFile;
import org.progressledger.command.imports.OnePrintout;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.MasterKey;
import org.progressledger.testservers.TestMongo;

/** Readers of batches that end, fail and meet, on both servers. */
class BatchReaderIT {
    private static final String SERVERS = "org.progressledger.testservers.TestMongo#servers";
    private static final Asker OFFICER = new Asker("officer", Role.OFFICER, "เขต", List.of("5047"));

    private static BatchSettings settings(Duration lease, int waiting) {
        Duration soon = Duration.ofMillis(20);
        return new BatchSettings(
                10, 1000, 5000, 100, 1, 1, waiting, 10, 3, lease, soon, Duration.ofDays(7), Duration.ofSeconds(1));
    }

    /** Reads by what the file is called. */
    private static final class Reading implements OnePrintout {
        final List<String> begun = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch held = new CountDownLatch(1);
        private int drafts;

        @Override
        public synchronized String newImportId() {
            return "draft-" + ++drafts;
        }

        @Override
        public Taken read(String importId, HandedFile file, Asker asker) {
            begun.add(file.name() + " as " + importId + " by " + asker.id());
            switch (file.name()) {
                case "breaks" -> throw new StackOverflowError("of a test");
                case "store" -> throw new ProblemException(CommonReason.STORE_UNAVAILABLE);
                case "held" -> await(held);
                default -> {
                    // a form
                }
            }
            return new Taken(importId, "50470000-0001", 2, false);
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("Held for ever");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static HandedFile file(String name) {
        return new HandedFile(name, name.getBytes(), null, false);
    }

    private static Batch done(BatchDesk desk, Batch batch) throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            Batch now = desk.show(batch.batchId(), OFFICER);
            if (now.isDone()) {
                return now;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("Not done: " + desk.show(batch.batchId(), OFFICER));
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_file_that_ends_the_reading_each_time_is_given_up_and_the_others_are_read(TestMongo server) throws Exception {
        Batches batches = new Batches(server.freshDatabase(), MasterKey.random());
        BatchSettings settings = settings(Duration.ofSeconds(30), 100);
        Reading reading = new Reading();
        BatchReader reader = new BatchReader(batches, reading, settings, InstantSource.system());
        BatchDesk desk = new BatchDesk(batches, reader, reading, settings, InstantSource.system());
        reader.start();
        try {
            Batch batch = done(desk, desk.take(List.of(file("breaks"), file("form"), file("store")), OFFICER));

            assertThat(batch.files())
                    .extracting(BatchFile::state)
                    .containsExactly(State.REFUSED, State.READ, State.REFUSED);
            assertThat(batch.files().getFirst().problem())
                    .isEqualTo(BatchFile.Problem.of(BatchReason.READING_BROKE_OFF, Map.of("tries", 3)));
            assertThat(reading.begun.stream().distinct())
                    .as("under the same names each time")
                    .containsExactly(
                            "breaks as draft-1 by officer",
                            "form as draft-2 by officer",
                            "store as draft-3 by officer");
            assertThat(reading.begun).hasSize(7);
        } finally {
            reader.stop();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void what_one_process_left_another_goes_on_with(TestMongo server) throws Exception {
        Batches batches = new Batches(server.freshDatabase(), MasterKey.random());
        BatchSettings settings = settings(Duration.ofSeconds(30), 100);
        Reading reading = new Reading();
        BatchReader first = new BatchReader(batches, reading, settings, InstantSource.system());
        BatchReader second = new BatchReader(batches, reading, settings, InstantSource.system());
        BatchDesk desk = new BatchDesk(batches, first, reading, settings, InstantSource.system());
        first.start();
        Batch batch = desk.take(List.of(file("held"), file("form")), OFFICER);
        while (reading.begun.isEmpty()) {
            Thread.sleep(5);
        }
        assertThat(batches.claim(batch.batchId(), "another", Instant.now(), Instant.now()))
                .as("nobody else reads it meanwhile")
                .isFalse();
        Thread stopping = Thread.ofPlatform().start(first::stop);
        while (first.isRunning()) {
            Thread.sleep(5);
        }
        reading.held.countDown();
        stopping.join();

        Batch left = desk.show(batch.batchId(), OFFICER);
        assertThat(left.files())
                .extracting(BatchFile::state)
                .as("what was begun is finished")
                .containsExactly(State.READ, State.WAITING);
        second.start();
        try {
            assertThat(done(desk, batch).count(State.READ)).isEqualTo(2);
        } finally {
            second.stop();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_batch_whose_reader_died_is_taken_when_its_lease_has_run_out(TestMongo server) throws Exception {
        Batches batches = new Batches(server.freshDatabase(), MasterKey.random());
        BatchSettings settings = settings(Duration.ofSeconds(30), 100);
        Reading reading = new Reading();
        BatchReader reader = new BatchReader(batches, reading, settings, InstantSource.system());
        BatchDesk desk = new BatchDesk(batches, reader, reading, settings, InstantSource.system());
        Batch batch = desk.take(List.of(file("form")), OFFICER);
        assertThat(batches.claim(
                        batch.batchId(), "died", Instant.now(), Instant.now().plusMillis(300)))
                .isTrue();
        reader.start();
        try {
            assertThat(done(desk, batch).count(State.READ)).isEqualTo(1);
            assertThat(batches.write(batch.batchId(), "died", batch.files().getFirst(), Instant.now()))
                    .as("the dead one writes no more")
                    .isFalse();
        } finally {
            reader.stop();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void more_than_may_wait_is_sent_away_with_a_time_to_come_back(TestMongo server) {
        Batches batches = new Batches(server.freshDatabase(), MasterKey.random());
        BatchSettings settings = settings(Duration.ofSeconds(30), 2);
        Reading reading = new Reading();
        BatchReader asleep = new BatchReader(batches, reading, settings, InstantSource.system());
        BatchDesk desk = new BatchDesk(batches, asleep, reading, settings, InstantSource.system());
        desk.take(List.of(file("one")), OFFICER);

        ProblemException refused = org.junit.jupiter.api.Assertions.assertThrows(
                ProblemException.class, () -> desk.take(List.of(file("two"), file("three")), OFFICER));

        assertThat(refused.reason()).isEqualTo(BatchReason.IMPORT_QUEUE_FULL);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(desk.own(OFFICER)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void what_was_kept_long_enough_is_gone_with_its_bytes(TestMongo server) {
        var database = server.freshDatabase();
        Batches batches = new Batches(database, MasterKey.random());
        Batch old = new Batch(
                "old",
                OFFICER,
                Instant.now().minus(Duration.ofDays(8)),
                List.of(new BatchFile(1, "form", 4, "00", null, false, "draft", State.WAITING, 0, null, null)));
        batches.keep(old, List.of(new byte[] {1, 2, 3, 4}));
        assertThat(batches.bytes("old", 1)).isPresent();

        batches.sweep(Instant.now().minus(Duration.ofDays(7)));

        assertThat(batches.find("old")).isEmpty();
        assertThat(batches.bytes("old", 1)).isEmpty();
    }
}
