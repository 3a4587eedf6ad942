package org.progressledger.query.operations;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.progressledger.ledger.LedgerException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lag as metrics and as health. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    /**
     * Out of service while an event has waited for too long to be reflected. Not part of readiness: instances share the
     * work and answer from the same collections, so all lag alike, and to take them all away would leave nobody to answer.
     */
    @Bean
    HealthIndicator lag(ProjectionLag lag, OperationsSettings settings) {
        return () -> {
            try {
                ProjectionLag.Look look = lag.look();
                Health.Builder health =
                        look.oldest().compareTo(settings.lagAlarmAfter()) > 0 ? Health.outOfService() : Health.up();
                return health.withDetail("events", look.events()).build();
            } catch (LedgerException | MongoException unreadable) {
                return Health.down().build();
            }
        };
    }

    @Bean
    MeterBinder projectionLagMeters(ProjectionLag lag) {
        return meters -> {
            Gauge.builder("projection_position", lag, one -> one.look().position())
                    .description("Position up to which answers reflect every event; -1 before the first")
                    .register(meters);
            Gauge.builder("projection_lag_events", lag, one -> one.look().events())
                    .description("Events that answers do not reflect yet")
                    .register(meters);
            Gauge.builder(
                            "projection_lag_seconds",
                            lag,
                            one -> one.look().oldest().toMillis() / 1000.0)
                    .description("How long ago the oldest of them was recorded; 0 if there is none")
                    .register(meters);
        };
    }
}
