package org.progressledger.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.testservers.ReplicaSet;

/**
 * Writers, servers, clocks and disks fail while four to eight threads of two processes write to few streams. Afterwards the
 * ledger and all that the writers were told are one strictly serialisable history. {@code -Dfaults.rounds=100} for more than
 * the few rounds of every build; {@code scripts/try-faults} does.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class FaultsIT {
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 2);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int ENOUGH = 100;

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    private static ReplicaSet set(int members) throws IOException, InterruptedException {
        Optional<ReplicaSet> set = ReplicaSet.of(members);
        Assumptions.assumeTrue(set.isPresent(), "no mongod on this machine");
        return set.orElseThrow();
    }

    /** What fails while writers write. */
    private interface Trial {
        void under(ReplicaSet set, Writers writers) throws Exception;
    }

    private void tried(String what, int rounds, int members, int processes, int clockJumpMillis, Trial trial)
            throws Exception {
        boolean forwarding = Boolean.parseBoolean(System.getProperty("faults.forwarding", "true"));
        tried(what, rounds, members, processes, clockJumpMillis, forwarding, trial);
    }

    private void tried(
            String what, int rounds, int members, int processes, int clockJumpMillis, boolean forwarding, Trial trial)
            throws Exception {
        try (ReplicaSet set = set(members);
                Writers writers = new Writers(set.connectionString(), folder, random, clockJumpMillis, forwarding)) {
            writers.start(processes);
            trial.under(set, writers);
            writers.awaitAcknowledged(ENOUGH);
            System.out.println("FAULTS: %s, %d rounds, seed %d: %s".formatted(what, rounds, SEED, writers.checked()));
        }
    }

    @Test
    void writers_are_killed_in_the_middle_of_what_they_write() throws Exception {
        int rounds = 2 * ROUNDS;
        tried("a writer killed", rounds, 1, 2, 0, (set, writers) -> {
            for (int round = 0; round < rounds; round++) {
                writers.awaitAcknowledged(ENOUGH);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                writers.killOne();
            }
        });
    }

    @Test
    void the_one_that_appends_for_all_is_killed() throws Exception {
        tried("the holder killed", ROUNDS, 1, 2, 0, (set, writers) -> {
            long longest = 0;
            for (int round = 0; round < ROUNDS; round++) {
                writers.awaitAcknowledged(ENOUGH);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                longest = Math.max(longest, writers.killHolder());
            }
            System.out.println("FAULTS: another one appended for all after " + longest + " ms at the latest");
            assertThat(writers.forwarded()).isPositive();
        });
    }

    @Test
    void the_one_that_appends_for_all_is_stopped_and_goes_on() throws Exception {
        tried("the holder stopped", ROUNDS, 1, 2, 0, (set, writers) -> {
            for (int round = 0; round < ROUNDS; round++) {
                writers.awaitAcknowledged(ENOUGH);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                // every other time not long enough for another one to take over
                writers.stopHolder(round % 2 == 0 ? 10 * ENOUGH : 1);
            }
            writers.awaitAcknowledged(ENOUGH);
            assertThat(writers.forwarded()).isPositive();
        });
    }

    @Test
    void writers_that_each_append_for_themselves_are_killed() throws Exception {
        tried("a writer killed that appends for itself", ROUNDS, 1, 2, 0, false, (set, writers) -> {
            for (int round = 0; round < ROUNDS; round++) {
                writers.awaitAcknowledged(ENOUGH);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                writers.killOne();
            }
            assertThat(writers.forwarded()).isZero();
        });
    }

    @Test
    void the_server_is_killed_and_started_again() throws Exception {
        tried("the server killed", ROUNDS, 1, 2, 0, (set, writers) -> {
            for (int round = 0; round < ROUNDS; round++) {
                writers.awaitAcknowledged(ENOUGH);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                set.kill(0);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
                set.restart(0);
            }
        });
    }

    @Test
    void the_primary_of_three_is_killed_or_hangs() throws Exception {
        tried("the primary killed or hung", ROUNDS, 3, 2, 0, (set, writers) -> {
            for (int round = 0; round < ROUNDS; round++) {
                writers.awaitAcknowledged(ENOUGH);
                int primary = set.primary();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
                if (round % 2 == 0) {
                    set.kill(primary);
                    writers.awaitAcknowledged(ENOUGH);
                    set.restart(primary);
                } else {
                    set.hang(primary);
                    writers.awaitAcknowledged(ENOUGH);
                    set.goOn(primary);
                    set.awaitHealthy();
                }
            }
        });
    }

    @Test
    void what_only_the_primary_has_when_it_is_killed_was_never_acknowledged() throws Exception {
        tried("the primary killed with writes of its own", 1, 3, 2, 0, (set, writers) -> {
            writers.awaitAcknowledged(ENOUGH);
            int primary = set.primary();
            // the other two are silent: from now on what is written is the primary's alone
            for (int member = 0; member < 3; member++) {
                if (member != primary) {
                    set.hang(member);
                }
            }
            TimeUnit.MILLISECONDS.sleep(300);
            set.kill(primary);
            for (int member = 0; member < 3; member++) {
                if (member != primary) {
                    set.goOn(member);
                }
            }
            writers.awaitAcknowledged(ENOUGH);
            set.restart(primary);
            writers.awaitAcknowledged(ENOUGH);
            assertThat(Writers.count(writers.operations(), Operation.Outcome.UNKNOWN))
                    .isPositive();
        });
    }

    @Test
    void a_store_without_its_majority_takes_nothing_and_goes_on_when_it_is_back() throws Exception {
        tried("a store that can only be read", 1, 3, 1, 0, (set, writers) -> {
            writers.awaitAcknowledged(ENOUGH);
            int primary = set.primary();
            // who is left may be read and not written
            set.kill(primary);
            set.kill((primary + 1) % 3);
            TimeUnit.SECONDS.sleep(3);
            long before = Writers.count(writers.operations(), Operation.Outcome.RECORDED);
            TimeUnit.SECONDS.sleep(2);
            assertThat(Writers.count(writers.operations(), Operation.Outcome.RECORDED))
                    .isEqualTo(before);
            set.restart(primary);
            set.restart((primary + 1) % 3);
        });
    }

    @Test
    void a_disk_that_is_full_ends_the_server_and_loses_nothing() throws Exception {
        tried("a full disk", 1, 1, 1, 0, (set, writers) -> {
            writers.awaitAcknowledged(ENOUGH);
            set.kill(0);
            set.restartWithRoomFor(0, 200_000);
            set.awaitEnd(0);
            set.restart(0);
        });
    }

    @Test
    void clocks_that_jump_to_and_fro_move_nothing() throws Exception {
        tried("clocks that jump by 45 s", 1, 1, 2, 45_000, (set, writers) -> {});
    }
}
