package org.progressledger.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.LedgerUnavailable;
import org.progressledger.query.projection.Following;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class ProjectionLagTest {
    private static final Instant NOON = Instant.parse("2021-06-15T05:00:00Z");

    private final Following following = mock();
    private final CommitLog log = mock();
    private Instant now = NOON;
    private final ProjectionLag lag = new ProjectionLag(following, log, () -> now);
    private final HealthIndicator health =
            new OperationsConfiguration().lag(lag, new OperationsSettings(Duration.ofSeconds(60)));

    private void recordedBehind(Instant recordedAt) {
        LedgerEvent event = mock();
        when(event.recordedAt()).thenReturn(recordedAt);
        when(following.position()).thenReturn(41L);
        when(log.read(42, 1)).thenReturn(List.of(event));
        when(log.lastPosition()).thenReturn(OptionalLong.of(49));
    }

    @Test
    void tells_how_many_events_wait_and_since_when() {
        recordedBehind(NOON.minusSeconds(7));

        assertThat(lag.look()).isEqualTo(new ProjectionLag.Look(41, 8, Duration.ofSeconds(7)));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void is_out_of_service_once_the_oldest_has_waited_for_longer_than_the_setting() {
        recordedBehind(NOON);
        now = NOON.plusSeconds(60);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        now = NOON.plusSeconds(61);
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        when(log.read(anyLong(), anyInt())).thenReturn(List.of());
        now = NOON.plusSeconds(62);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(lag.look().events()).isZero();
    }

    @Test
    void a_clock_that_is_behind_the_ledger_makes_no_lag_below_zero() {
        recordedBehind(NOON.plusSeconds(3));

        assertThat(lag.look().oldest()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_ledger_that_cannot_be_read_is_down() {
        when(log.read(anyLong(), anyInt())).thenThrow(mock(LedgerUnavailable.class));

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_limit_that_is_no_limit_stops_the_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OperationsSettings(Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> new OperationsSettings(Duration.ofDays(2)));
    }
}
