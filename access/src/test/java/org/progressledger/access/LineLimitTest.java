package org.progressledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.progressledger.access.LineLimit.Kind;
import org.progressledger.access.LineLimit.LeftOut;

class LineLimitTest {

    private static final Kind DENIED_BY_ROLE = new Kind(SecurityEvent.DENIED_BY_ROLE, "FORBIDDEN");
    private static final Kind SIGN_IN_REFUSED = new Kind(SecurityEvent.SIGN_IN_REFUSED, "BAD_CREDENTIALS");
    private static final Kind STOPPED = new Kind(SecurityEvent.SIGN_IN_REFUSED, "TOO_MANY_ATTEMPTS");
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final MutableTime time = new MutableTime();
    private final LineLimit limit = new LineLimit(new SecurityLogSettings(3, 20, WINDOW, 100), time);

    private boolean written(Kind event, String... callers) {
        return limit.admit(event, Set.of(callers)).written();
    }

    private void times(int count, Kind event, String... callers) {
        for (int i = 0; i < count; i++) {
            written(event, callers);
        }
    }

    @Test
    void one_caller_gets_so_many_lines_of_an_event_and_others_still_theirs() {
        times(3, DENIED_BY_ROLE, "a");
        assertThat(written(DENIED_BY_ROLE, "a")).isFalse();
        assertThat(written(DENIED_BY_ROLE, "b")).isTrue();
        assertThat(written(SIGN_IN_REFUSED, "a")).isTrue();
    }

    @Test
    void what_was_left_out_is_told_once_after_the_window_and_counting_begins_anew() {
        times(3 + 40, DENIED_BY_ROLE, "a");
        time.pass(WINDOW.minusNanos(1));
        assertThat(limit.admit(SIGN_IN_REFUSED, Set.of("b")).ended()).isEmpty();
        time.pass(Duration.ofNanos(1));
        assertThat(limit.admit(SIGN_IN_REFUSED, Set.of("b")).ended())
                .containsExactly(new LeftOut(DENIED_BY_ROLE, "a", 40));
        LineLimit.Admission next = limit.admit(DENIED_BY_ROLE, Set.of("a"));
        assertThat(next.written()).isTrue();
        assertThat(next.ended()).isEmpty();
    }

    @Test
    void wrong_passwords_do_not_hide_that_a_caller_was_stopped() {
        times(50, SIGN_IN_REFUSED, "a");
        assertThat(written(STOPPED, "a")).isTrue();
    }

    @Test
    void many_names_from_one_address_are_one_caller() {
        for (int i = 0; i < 3; i++) {
            assertThat(written(SIGN_IN_REFUSED, "name " + i, "address")).isTrue();
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(written(SIGN_IN_REFUSED, "other name " + i, "address")).isFalse();
        }
        assertThat(limit.remembered()).isEqualTo(4);
        assertThat(limit.close()).containsExactly(new LeftOut(SIGN_IN_REFUSED, "address", 1000));
    }

    @Test
    void many_callers_together_get_so_many_lines_and_no_more_memory_than_allowed() {
        for (int i = 0; i < 500; i++) {
            assertThat(written(DENIED_BY_ROLE, "caller " + i)).isEqualTo(i < 20);
        }
        assertThat(limit.close()).containsExactly(new LeftOut(DENIED_BY_ROLE, LineLimit.ALL, 480));

        LineLimit generous = new LineLimit(new SecurityLogSettings(3, 1_000_000, WINDOW, 100), time);
        for (int i = 0; i < 500; i++) {
            generous.admit(DENIED_BY_ROLE, Set.of("caller " + i));
        }
        assertThat(generous.remembered()).isEqualTo(100);
    }
}
