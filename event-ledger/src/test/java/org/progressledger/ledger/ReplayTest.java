package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.longThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** All of a ledger in order, while several threads ask for what follows. */
class ReplayTest {
    private static final int THREADS = 2;
    private static final long NO_MATTER = 1L << 40;

    private final LedgerInMemory ledger = new LedgerInMemory();

    private Replay replay(ReadAhead ahead, long from, long until) {
        return new Replay(ledger.reader(new Announced(0, System::nanoTime)), ahead, false, from, until);
    }

    private Replay replay(long from, long until) {
        return replay(new ReadAhead(ledger.ranges, new ReadingSettings(THREADS, NO_MATTER, 0)), from, until);
    }

    /** What is asked for is asked for at once. */
    private ReadAhead atOnce(long bytes) {
        return new ReadAhead(ledger.ranges, new ReadingSettings(THREADS, bytes, 0), new AtOnce());
    }

    private static List<Long> positions(Replay replay) {
        List<Long> positions = new ArrayList<>();
        replay.forEachRemaining(event -> positions.add(event.position()));
        return positions;
    }

    private static List<Long> positionsUntilDamaged(Replay replay, long damaged, String field) {
        List<Long> positions = new ArrayList<>();
        assertThatExceptionOfType(LedgerDamaged.class)
                .isThrownBy(() -> replay.forEachRemaining(event -> positions.add(event.position())))
                .satisfies(e -> assertThat(e.position()).isEqualTo(damaged))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
        assertThatExceptionOfType(LedgerDamaged.class).isThrownBy(replay::next);
        return positions;
    }

    private static List<Long> range(long from, long until) {
        return LongStream.range(from, until).boxed().toList();
    }

    @Test
    void every_event_comes_in_order_though_a_later_answer_comes_first() {
        ledger.add(2_000, 1);
        CountDownLatch laterOne = new CountDownLatch(1);
        when(ledger.ranges.following(anyLong(), anyLong(), anyLong())).thenAnswer(asked -> {
            long from = asked.getArgument(0);
            long until = asked.getArgument(1);
            if (from == 256) {
                assertThat(laterOne.await(20, TimeUnit.SECONDS)).isTrue();
            } else {
                laterOne.countDown();
            }
            return LongStream.range(from, Math.min(2_000, until))
                    .mapToObj(ledger::at)
                    .toList();
        });
        assertThat(positions(replay(0, Long.MAX_VALUE))).isEqualTo(range(0, 2_000));
    }

    @Test
    void most_of_it_is_read_ahead() {
        ledger.add(2_000, 1);
        assertThat(positions(replay(atOnce(NO_MATTER), 0, 2_000))).hasSize(2_000);
        verify(ledger.commits, never()).beginningIn(anyLong(), longThat(end -> end > 600));
    }

    @Test
    void begins_and_ends_anywhere_in_large_commits() {
        ledger.add(3, 300).add(700, 1).add(1, 900).add(300, 2);
        assertThat(positions(replay(299, 2_450))).isEqualTo(range(299, 2_450));
        assertThat(positions(replay(1_700, 1_701))).isEqualTo(range(1_700, 1_701));
        assertThat(positions(replay(0, 99_999))).isEqualTo(range(0, 3_100));
        assertThat(positions(replay(3_100, 99_999))).isEmpty();
        assertThat(positions(replay(7, 7))).isEmpty();
    }

    @Test
    void no_more_is_in_flight_than_may_be() {
        ledger.add(4_000, 1);
        Replay replay = replay(atOnce(NO_MATTER), 0, Long.MAX_VALUE);
        for (int taken = 0; taken < 256; taken++) {
            replay.next();
        }
        assertThat(ledger.rangesAsked.get()).isLessThanOrEqualTo(2 * THREADS);
        replay.next();
        assertThat(ledger.rangesAsked.get()).isLessThanOrEqualTo(2 * THREADS + 1);
    }

    @Test
    void several_who_read_share_what_may_be_in_flight() {
        ledger.add(4_000, 1);
        ReadAhead ahead = atOnce(NO_MATTER);
        Replay first = replay(ahead, 0, Long.MAX_VALUE);
        Replay second = replay(ahead, 0, Long.MAX_VALUE);
        for (int taken = 0; taken < 257; taken++) {
            first.next();
        }
        int asked = ledger.rangesAsked.get();
        for (int taken = 0; taken < 257; taken++) {
            second.next();
        }
        assertThat(ledger.rangesAsked.get() - asked).isLessThanOrEqualTo(THREADS + 1);
        asked = ledger.rangesAsked.get();
        first.close();
        for (int taken = 0; taken < 256; taken++) {
            second.next();
        }
        assertThat(ledger.rangesAsked.get() - asked).isGreaterThan(THREADS);
    }

    @Test
    void large_events_are_asked_for_a_few_at_a_time() {
        ledger.add(1_500, 1);
        long weight = ledger.at(0).weight();
        assertThat(positions(replay(atOnce(2 * THREADS * 100 * weight), 0, Long.MAX_VALUE)))
                .isEqualTo(range(0, 1_500));
        // 50 positions are half of a share, and more are asked for only where fewer are found
        assertThat(ledger.widestAsked.get()).isLessThan(200);
        assertThat(ledger.rangesAsked.get()).isGreaterThan(20);
    }

    @Test
    void who_stops_early_leaves_nothing_that_goes_on() {
        ledger.add(4_000, 1);
        Replay replay = replay(atOnce(NO_MATTER), 0, Long.MAX_VALUE);
        for (int taken = 0; taken < 300; taken++) {
            replay.next();
        }
        int asked = ledger.rangesAsked.get();
        replay.close();
        assertThat(replay.hasNext()).isFalse();
        assertThat(ledger.rangesAsked.get()).isEqualTo(asked);
    }

    @Test
    void a_damaged_commit_is_named_after_all_before_it_and_nothing_comes_after_it() {
        for (long position : List.of(0L, 1L, 200L, 255L, 256L, 700L, 1_999L)) {
            LedgerInMemory damaged = new LedgerInMemory().add(2_000, 1);
            damaged.damage(position);
            Replay replay = new Replay(
                    damaged.reader(new Announced(0, System::nanoTime)),
                    new ReadAhead(damaged.ranges, new ReadingSettings(THREADS, NO_MATTER, 0), new AtOnce()),
                    false,
                    0,
                    1_999 + 1);
            assertThat(positionsUntilDamaged(replay, position, "events.0.payload"))
                    .isEqualTo(range(0, position));
        }
    }

    @Test
    void a_gap_is_named_after_all_before_it() {
        ledger.add(2_000, 1);
        ledger.lose(900);
        assertThat(positionsUntilDamaged(replay(0, Long.MAX_VALUE), 900, "_id")).isEqualTo(range(0, 900));
    }

    @Test
    void what_is_lost_between_two_ranges_is_a_gap() {
        ledger.add(2_000, 1);
        ledger.lose(512);
        assertThat(positionsUntilDamaged(replay(0, Long.MAX_VALUE), 512, "_id")).isEqualTo(range(0, 512));
    }

    @Test
    void a_commit_recorded_before_the_one_before_it_is_named() {
        ledger.add(700, 1);
        ledger.put(new Draft(Examples.append("early", 0, 1), 1)
                .at(new Tail(700, Examples.NOON), Duration.ofDays(1), Examples.NOON));
        assertThat(positionsUntilDamaged(replay(0, Long.MAX_VALUE), 700, "recordedAt"))
                .isEqualTo(range(0, 700));
    }

    @Test
    void what_another_process_appends_while_the_end_is_read_comes_too_or_next_time() {
        ledger.add(600, 1);
        Replay replay = replay(atOnce(NO_MATTER), 0, Long.MAX_VALUE);
        for (int taken = 0; taken < 599; taken++) {
            replay.next();
        }
        ledger.add(50, 1);
        assertThat(positions(replay)).isEqualTo(range(599, 650));
    }

    @Test
    void who_follows_need_not_ask_for_what_was_announced() {
        ledger.add(10, 1);
        Announced announced = new Announced(NO_MATTER, System::nanoTime);
        CommitReader reader = ledger.reader(announced);
        reader.lastPosition();
        ledger.add(2, 1);
        announced.add(CommitDocument.of(ledger.at(10)));
        announced.add(CommitDocument.of(ledger.at(11)));
        clearInvocations(ledger.commits);
        assertThat(positions(new Replay(reader, atOnce(1), true, 10, Long.MAX_VALUE)))
                .isEqualTo(range(10, 12));
        verifyNoInteractions(ledger.commits);
        assertThat(positions(new Replay(reader, atOnce(1), true, 8, Long.MAX_VALUE)))
                .isEqualTo(range(8, 12));
    }

    @Test
    void what_was_announced_later_than_the_next_is_no_answer() {
        ledger.add(12, 1);
        Announced announced = new Announced(NO_MATTER, System::nanoTime);
        announced.add(CommitDocument.of(ledger.at(11)));
        ledger.lose(10);
        assertThatExceptionOfType(LedgerDamaged.class)
                .isThrownBy(() -> positions(new Replay(ledger.reader(announced), atOnce(1), true, 10, 99)))
                .satisfies(e -> assertThat(e.position()).isEqualTo(10));
    }

    @Test
    void who_reads_what_is_stored_is_given_nothing_that_was_announced() {
        ledger.add(10, 1);
        Announced announced = new Announced(NO_MATTER, System::nanoTime);
        announced.add(CommitDocument.of(ledger.at(9)));
        ledger.lose(9);
        CommitReader reader = ledger.reader(announced);
        assertThat(positions(new Replay(reader, atOnce(1), false, 9, 99))).isEmpty();
        assertThat(reader.read(9, 1)).isEmpty();
    }

    @Test
    void the_known_end_is_asked_for_once() {
        ledger.add(10, 1);
        CommitReader reader = ledger.reader(new Announced(0, System::nanoTime));
        reader.lastPosition();
        clearInvocations(ledger.commits);
        assertThat(reader.read(10, 100)).isEmpty();
        verify(ledger.commits).at(10);
        verifyNoMoreInteractions(ledger.commits);
    }

    /** Runs what it is given before it comes back. */
    private static final class AtOnce extends AbstractExecutorService implements ExecutorService {

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
