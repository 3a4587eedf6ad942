package org.progressledger.problems.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void as_many_as_are_allowed_are_worked_on_and_where_none_may_wait_the_next_is_refused() {
        Turns turns = new Turns(new LoadSettings(2, 0, LONG));
        assertThat(turns.take()).isTrue();
        assertThat(turns.take()).isTrue();
        assertThat(turns.take()).isFalse();
        assertThat(turns.inWork()).isEqualTo(2);
        assertThat(turns.refused()).isEqualTo(1);
        turns.done();
        assertThat(turns.take()).isTrue();
    }

    @Test
    void who_waits_comes_to_his_turn_when_another_is_done_and_who_finds_too_many_waiting_is_refused_at_once()
            throws Exception {
        Turns turns = new Turns(new LoadSettings(1, 1, LONG));
        assertThat(turns.take()).isTrue();
        CompletableFuture<Boolean> waits = CompletableFuture.supplyAsync(turns::take);
        await().until(() -> turns.waiting() == 1);
        assertThat(turns.take()).isFalse();
        turns.done();
        assertThat(waits.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(turns.waiting()).isZero();
        assertThat(turns.inWork()).isEqualTo(1);
    }

    @Test
    void who_waits_in_vain_is_refused_and_is_no_longer_counted_among_those_who_wait() {
        Turns turns = new Turns(new LoadSettings(1, 1, Duration.ofMillis(1)));
        assertThat(turns.take()).isTrue();
        assertThat(turns.take()).isFalse();
        assertThat(turns.take()).isFalse();
        assertThat(turns.waiting()).isZero();
        turns.done();
        assertThat(turns.take()).isTrue();
    }

    @Test
    void those_who_wait_come_to_their_turn_in_the_order_in_which_they_came() throws Exception {
        Turns turns = new Turns(new LoadSettings(1, 3, LONG));
        assertThat(turns.take()).isTrue();
        List<Integer> order = new ArrayList<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            all.add(CompletableFuture.runAsync(
                    () -> {
                        turns.take();
                        order.add(number);
                        turns.done();
                    },
                    run -> new Thread(run, "asker " + number).start()));
            await().until(() -> turns.waiting() == number + 1);
        }
        turns.done();
        for (CompletableFuture<Void> each : all) {
            each.get(1, TimeUnit.MINUTES);
        }
        assertThat(order).containsExactly(0, 1, 2);
    }

    @Test
    void a_service_that_stops_lets_nobody_wait() {
        Turns turns = new Turns(new LoadSettings(1, 1, LONG));
        assertThat(turns.take()).isTrue();
        Thread.currentThread().interrupt();
        assertThat(turns.take()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void settings_under_which_requests_would_wait_where_nobody_sees_it_are_refused() {
        new LoadSettings(64, 64, LONG).mustFit(129);
        assertThatThrownBy(() -> new LoadSettings(64, 64, LONG).mustFit(128))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("server.tomcat.threads.max is 128")
                .hasMessageContaining("128");
        assertThatThrownBy(() -> new LoadSettings(1, 1, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoadSettings(1, 1, Duration.ofSeconds(61)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
