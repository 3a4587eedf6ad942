package org.progressledger.problems.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;

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
        turns.giveBack();
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
        turns.giveBack();
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
        turns.giveBack();
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
                        turns.giveBack();
                    },
                    run -> new Thread(run, "asker " + number).start()));
            await().until(() -> turns.waiting() == number + 1);
        }
        turns.giveBack();
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
    void who_waits_for_something_else_lets_another_be_worked_on_and_comes_to_a_turn_again_when_he_may_go_on()
            throws Exception {
        Turns turns = new Turns(new LoadSettings(1, 0, LONG));
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch reflected = new CountDownLatch(1);
        CompletableFuture<Integer> waits = CompletableFuture.supplyAsync(() -> {
            turns.take();
            turns.without(() -> {
                left.countDown();
                try {
                    reflected.await();
                } catch (InterruptedException never) {
                    throw new AssertionError(never);
                }
            });
            int inWork = turns.inWork();
            turns.giveBack();
            return inWork;
        });
        assertThat(left.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(turns.take()).isTrue();
        reflected.countDown();
        // more than may wait, but he was let in once
        await().until(() -> turns.waiting() == 1);
        turns.giveBack();
        assertThat(waits.get(1, TimeUnit.MINUTES)).isEqualTo(1);
        assertThat(turns.inWork()).isZero();
    }

    @Test
    void who_does_not_come_to_a_turn_again_in_time_is_refused_and_holds_none() throws Exception {
        Turns turns = new Turns(new LoadSettings(1, 0, Duration.ofMillis(1)));
        assertThat(turns.take()).isTrue();
        assertThatThrownBy(() -> turns.without(() -> takenByAnother(turns)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(CommonReason.OVERLOADED));
        turns.giveBack();
        assertThat(turns.inWork()).isEqualTo(1);
    }

    @Test
    void what_keeps_a_request_from_going_on_is_told_without_a_turn() {
        Turns turns = new Turns(new LoadSettings(1, 0, LONG));
        assertThat(turns.take()).isTrue();
        assertThatThrownBy(() -> turns.without(() -> {
                    throw new IllegalStateException("not caught up");
                }))
                .hasMessage("not caught up");
        assertThat(turns.inWork()).isZero();
        turns.giveBack();
        assertThat(turns.inWork()).isZero();
    }

    @Test
    void a_turn_that_is_given_back_early_is_not_given_back_twice() {
        Turns turns = new Turns(new LoadSettings(2, 0, LONG));
        assertThat(turns.take()).isTrue();
        turns.giveBack();
        turns.giveBack();
        assertThat(turns.inWork()).isZero();
        assertThat(turns.take()).isTrue();
        assertThat(turns.inWork()).isEqualTo(1);
    }

    @Test
    void what_waits_outside_of_any_request_needs_no_turn() {
        Turns turns = new Turns(new LoadSettings(1, 0, LONG));
        turns.without(() -> {});
        assertThat(turns.inWork()).isZero();
    }

    @Test
    void unless_set_a_service_works_on_eight_requests_for_each_processor_and_on_64_at_most() {
        assertThat(LoadSettings.unlessSet(1)).isEqualTo(8);
        assertThat(LoadSettings.unlessSet(8)).isEqualTo(64);
        assertThat(LoadSettings.unlessSet(32)).isEqualTo(64);
        assertThat(new LoadSettings(0, 64, LONG).atOnce())
                .isEqualTo(LoadSettings.unlessSet(Runtime.getRuntime().availableProcessors()));
    }

    private static void takenByAnother(Turns turns) {
        assertThat(CompletableFuture.supplyAsync(turns::take).join()).isTrue();
    }

    @Test
    void settings_under_which_requests_would_wait_where_nobody_sees_it_are_refused() {
        new LoadSettings(64, 64, LONG).mustFit(193);
        assertThatThrownBy(() -> new LoadSettings(16, 64, LONG).mustFit(144))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("server.tomcat.threads.max is 144")
                .hasMessageContaining("144");
        assertThatThrownBy(() -> new LoadSettings(1, 1, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoadSettings(1, 1, Duration.ofSeconds(61)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
