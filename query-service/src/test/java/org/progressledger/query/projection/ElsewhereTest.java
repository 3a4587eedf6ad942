package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ElsewhereTest {
    private static final Duration A_MOMENT = Duration.ofNanos(100);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 50);
    private final AtomicInteger reads = new AtomicInteger();
    private final Elsewhere elsewhere =
            new Elsewhere(() -> Map.of(0, (long) reads.incrementAndGet()), now::incrementAndGet);

    @Test
    void an_answer_that_asks_several_times_reads_once_and_a_later_one_reads_again() {
        assertThat(elsewhere.positions(A_MOMENT)).isEqualTo(Map.of(0, 1L));
        assertThat(elsewhere.positions(A_MOMENT)).isEqualTo(Map.of(0, 1L));
        now.addAndGet(90);
        assertThat(elsewhere.positions(A_MOMENT)).isEqualTo(Map.of(0, 1L));
        now.addAndGet(10);
        assertThat(elsewhere.positions(A_MOMENT)).isEqualTo(Map.of(0, 2L));
    }

    @Test
    void who_waits_for_a_position_is_told_what_was_read_after_he_asked_and_others_take_it_then() {
        assertThat(elsewhere.positions(A_MOMENT)).isEqualTo(Map.of(0, 1L));
        assertThat(elsewhere.positions(Duration.ZERO)).isEqualTo(Map.of(0, 2L));
        assertThat(elsewhere.positions(Duration.ZERO)).isEqualTo(Map.of(0, 3L));
        assertThat(elsewhere.positions(A_MOMENT)).isEqualTo(Map.of(0, 3L));
    }

    @Test
    void who_comes_while_it_is_read_takes_what_is_read_next_and_not_what_began_before_he_came() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        Elsewhere slow = new Elsewhere(
                () -> {
                    begun.countDown();
                    await(goesOn);
                    return Map.of(0, (long) reads.incrementAndGet());
                },
                now::incrementAndGet);
        CompletableFuture<Map<Integer, Long>> first =
                CompletableFuture.supplyAsync(() -> slow.positions(Duration.ZERO));
        await(begun);
        CompletableFuture<Map<Integer, Long>> later =
                CompletableFuture.supplyAsync(() -> slow.positions(Duration.ZERO));
        goesOn.countDown();
        assertThat(first.get(1, TimeUnit.MINUTES)).isEqualTo(Map.of(0, 1L));
        assertThat(later.get(1, TimeUnit.MINUTES)).isEqualTo(Map.of(0, 2L));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
