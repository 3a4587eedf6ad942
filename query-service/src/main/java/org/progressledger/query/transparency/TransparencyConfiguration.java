package org.progressledger.query.transparency;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.progressledger.ledger.anchoring.AnchoredLog;
import org.progressledger.ledger.sealing.SealedLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sealed log, and what those who run it look at. */
@Configuration(proxyBeanMethods = false)
class TransparencyConfiguration {

    @Bean
    SealedLog sealedLog(MongoDatabase database) {
        return SealedLog.of(database);
    }

    @Bean
    AnchoredLog anchoredLog(MongoDatabase database) {
        return AnchoredLog.of(database);
    }

    /** Down while the sealer refuses, or an event has waited for its seal for too long. */
    @Bean
    HealthIndicator sealing(SealingAge age, TransparencySettings settings) {
        return () -> {
            SealingAge.Look look = age.look();
            return look.refused() || look.oldest().compareTo(settings.alarmAfter()) > 0
                    ? Health.down().build()
                    : Health.up().build();
        };
    }

    @Bean
    MeterBinder sealingMeters(SealingAge age) {
        return meters -> {
            Gauge.builder("ledger_tree_size", age, one -> one.look().size())
                    .description("Events that are sealed")
                    .register(meters);
            Gauge.builder("ledger_unsealed_events", age, one -> one.look().unsealed())
                    .description("Events that wait for their seal")
                    .register(meters);
            Gauge.builder(
                            "ledger_sealing_age_seconds",
                            age,
                            one -> one.look().oldest().toMillis() / 1000.0)
                    .description("How long the oldest event that is not sealed has been waiting; 0 if none does")
                    .register(meters);
            Gauge.builder("ledger_sealing_refused", age, one -> one.look().refused() ? 1 : 0)
                    .description("1 while the sealer signs nothing until a person has mended something")
                    .register(meters);
        };
    }
}
