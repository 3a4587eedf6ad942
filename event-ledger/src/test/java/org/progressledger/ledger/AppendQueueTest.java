package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.progressledger.ledger.Examples.append;
import static org.progressledger.ledger.Examples.event;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AppendQueueTest {
    private static final long FAR = System.nanoTime() + 1_000_000_000_000L;
    private static final LedgerSettings SETTINGS =
            LedgerSettings.defaults().withMaxWaiting(4, 1000).withMaxTogether(3).withMaxCommitBytes(500);

    private final AppendQueue queue = new AppendQueue(SETTINGS);

    private static Pending pending(long bytes, NewEvent... events) {
        return new Pending(new Draft(append(events), 10), bytes, FAR, SETTINGS);
    }

    private Pending waiting(long bytes, NewEvent... events) {
        Pending pending = pending(bytes, events);
        assertThat(queue.takeTurnOrWait(pending)).isFalse();
        return pending;
    }

    private void refusesAnother(long bytes) {
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> queue.enter(bytes))
                .satisfies(e -> assertThat(e.outcomeUnknown()).isFalse());
    }

    @Test
    void refuses_more_than_the_settings_allow_in_number_or_bytes_and_forgets_those_who_left() {
        IntStream.range(0, 4).forEach(i -> queue.enter(100));
        refusesAnother(100);
        queue.leave(100);
        refusesAnother(701);
        queue.enter(700);
        IntStream.range(0, 3).forEach(i -> queue.leave(100));
        queue.leave(700);
        queue.enter(5000); // alone it may be larger than all together
        refusesAnother(1);
        queue.leave(5000);
        queue.enter(1);
    }

    @Test
    void the_turn_is_one_threads_until_nothing_waits() {
        assertThat(queue.takeTurnOrWait(pending(1, event("s", 0)))).isTrue();
        Pending second = waiting(1, event("t", 0));
        assertThat(queue.endTurn()).isFalse();
        assertThat(queue.take(1, 0)).containsExactly(second);
        assertThat(queue.endTurn()).isTrue();
        assertThat(queue.takeTurnOrWait(pending(1, event("u", 0)))).isTrue();
    }

    @Test
    void gives_out_what_fits_together_in_the_order_in_which_it_came() {
        queue.takeTurnOrWait(pending(1, event("s", 0)));
        Pending first = waiting(300, event("a", 0));
        Pending second = waiting(200, event("b", 0));
        Pending third = waiting(1, event("c", 0));
        List<Pending> more = IntStream.range(0, 4)
                .mapToObj(i -> waiting(1, event("d" + i, 0)))
                .toList();
        assertThat(queue.take(1, 0)).containsExactly(first, second);
        queue.putBack(List.of(second));
        assertThat(queue.take(1, 0)).containsExactly(second, third, more.getFirst());
        assertThat(queue.withdraw(more.get(2))).isTrue();
        assertThat(queue.withdraw(more.get(2))).isFalse();
        assertThat(queue.take(1, 0)).containsExactly(more.get(1), more.get(3));
        assertThat(queue.take(1, 0)).isEmpty();
    }

    @Test
    void what_wants_the_same_place_never_goes_together_nor_overtakes() {
        queue.takeTurnOrWait(pending(1, event("s", 0)));
        Pending first = waiting(1, event("a", 0));
        Pending same = waiting(1, event("a", 0), event("b", 0));
        Pending sameAsThat = waiting(1, event("b", 0));
        Pending free = waiting(1, event("c", 0));
        assertThat(queue.take(1, 0)).containsExactly(first, free);
        assertThat(same.isInDoubt(true)).isTrue();
        assertThat(queue.take(1, 0)).containsExactly(same);
        assertThat(queue.take(1, 0)).containsExactly(sameAsThat);
        assertThat(first.isInDoubt(false)).isFalse();
    }

    @Test
    void waits_no_longer_when_as_many_came_as_were_hoped_for() {
        queue.enter(2, 2);
        queue.takeTurnOrWait(pending(1, event("s", 0)));
        waiting(1, event("a", 0));
        Thread.ofVirtual().start(() -> waiting(1, event("b", 0)));
        assertThat(queue.take(2, Long.MAX_VALUE)).hasSize(2);
    }

    @Test
    void those_that_are_sent_together_go_in_all_or_none() {
        queue.enter(2, 100);
        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> queue.enter(3, 100));
        queue.enter(2, 100);
        queue.leave(2, 100);
        queue.enter(2, 100);
    }

    @Test
    void whoever_brings_several_to_nobody_has_to_see_to_them() {
        Pending first = pending(1, event("s", 0));
        Pending second = pending(1, event("t", 0));
        assertThat(queue.waitTogether(List.of())).isFalse();
        assertThat(queue.waitTogether(List.of(first, second))).isTrue();
        Pending third = pending(1, event("u", 0));
        assertThat(queue.waitTogether(List.of(third))).isFalse();
        assertThat(queue.take(1, 0)).containsExactly(first, second, third);
        assertThat(queue.endTurn()).isTrue();
    }

    @Test
    @Timeout(20)
    void waits_for_no_more_than_were_ever_inside_together() {
        queue.enter(1);
        queue.enter(1);
        queue.takeTurnOrWait(pending(1, event("s", 0)));
        Pending second = waiting(1, event("t", 0));
        // the first is answered and comes back at once
        queue.leave(1);
        queue.enter(1);
        Pending third = waiting(1, event("u", 0));
        assertThat(queue.take(3, TimeUnit.MINUTES.toNanos(5))).containsExactly(second, third);
    }
}
