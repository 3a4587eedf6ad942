package org.progressledger.query.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.verifier.CopyUnreadable;

class PaceTest {
    private final List<Long> slept = new ArrayList<>();

    @Test
    void a_check_that_is_ahead_waits_until_its_events_are_due() {
        long[] now = {0};
        Pace pace = new Pace(1000, () -> now[0], slept::add);
        now[0] = 400_000_000L;
        pace.at(500, -1);
        now[0] = 600_000_000L;
        pace.at(501, -1);
        assertThat(slept).containsExactly(100_000_000L);
    }

    @Test
    void without_a_rate_nothing_waits() {
        new Pace(0, () -> 0, slept::add).at(1_000_000, -1);
        assertThat(slept).isEmpty();
    }

    @Test
    void it_ends_when_the_service_ends() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CopyUnreadable.class).isThrownBy(() -> new Pace(0).at(1, -1));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
