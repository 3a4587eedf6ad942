package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ElsewhereTest {
    private static final Duration A_MOMENT = Duration.ofNanos(100);
    private static final Set<Integer> HERE = Set.of(1, 2);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 50);
    private final AtomicInteger reads = new AtomicInteger();
    private final Elsewhere elsewhere =
            new Elsewhere(() -> Map.of(0, (long) reads.incrementAndGet()), now::incrementAndGet);

    @Test
    void an_answer_that_asks_several_times_reads_once_and_a_later_one_reads_again() {
        assertThat(elsewhere.positions(A_MOMENT, HERE)).isEqualTo(Map.of(0, 1L));
        now.addAndGet(90);
        assertThat(elsewhere.positions(A_MOMENT, HERE)).isEqualTo(Map.of(0, 1L));
        now.addAndGet(10);
        assertThat(elsewhere.positions(A_MOMENT, HERE)).isEqualTo(Map.of(0, 2L));
    }

    @Test
    void who_waits_for_a_position_is_told_what_was_read_after_he_asked_and_others_take_it_then() {
        assertThat(elsewhere.positions(A_MOMENT, HERE)).isEqualTo(Map.of(0, 1L));
        assertThat(elsewhere.positions(Duration.ZERO, HERE)).isEqualTo(Map.of(0, 2L));
        assertThat(elsewhere.positions(Duration.ZERO, HERE)).isEqualTo(Map.of(0, 3L));
        assertThat(elsewhere.positions(A_MOMENT, HERE)).isEqualTo(Map.of(0, 3L));
    }

    @Test
    void what_was_begun_before_another_read_it_does_not_take_its_place() {
        AtomicInteger depth = new AtomicInteger();
        Elsewhere[] slow = new Elsewhere[1];
        slow[0] = new Elsewhere(
                () -> {
                    int number = reads.incrementAndGet();
                    if (depth.incrementAndGet() == 1) {
                        // somebody else reads, and has read, while this one still does
                        assertThat(slow[0].positions(Duration.ZERO, HERE)).isEqualTo(Map.of(0, 2L));
                    }
                    return Map.of(0, (long) number);
                },
                now::incrementAndGet);
        assertThat(slow[0].positions(Duration.ZERO, HERE)).isEqualTo(Map.of(0, 1L));
        assertThat(slow[0].positions(A_MOMENT, HERE)).isEqualTo(Map.of(0, 2L));
    }

    @Test
    void what_was_read_before_a_segment_was_let_go_of_is_read_again() {
        assertThat(elsewhere.positions(A_MOMENT, HERE)).isEqualTo(Map.of(0, 1L));
        assertThat(elsewhere.positions(A_MOMENT, Set.of(1))).isEqualTo(Map.of(0, 2L));
        assertThat(elsewhere.positions(A_MOMENT, Set.of(1))).isEqualTo(Map.of(0, 2L));
    }

    @Test
    void what_could_not_be_read_is_read_by_whoever_asks_next() {
        Elsewhere away = new Elsewhere(
                () -> {
                    if (reads.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return Map.of(0, 7L);
                },
                now::incrementAndGet);
        assertThatThrownBy(() -> away.positions(A_MOMENT, HERE)).hasMessage("away");
        assertThat(away.positions(A_MOMENT, HERE)).isEqualTo(Map.of(0, 7L));
    }
}
