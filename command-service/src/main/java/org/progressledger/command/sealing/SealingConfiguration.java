package org.progressledger.command.sealing;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.UUID;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.sealing.Sealer;
import org.progressledger.ledger.sealing.SealerState.Role;
import org.progressledger.ledger.sealing.SealerThread;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals as long as the service runs. Of several instances one seals, the others stand by. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "progress-ledger.sealing.enabled", havingValue = "true", matchIfMissing = true)
class SealingConfiguration {

    @Bean(destroyMethod = "close")
    SealerThread sealerThread(MongoDatabase database, CommitLog log, SealerSettings settings, InstantSource clock) {
        // told from every process before it: a lease is no longer its own after a crash
        String holder = ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID();
        return SealerThread.start(Sealer.of(database, log, settings.toLedger(), clock, holder), settings.toLedger());
    }

    /** Down while nothing is signed until a person has mended something; the log says what. */
    @Bean
    HealthIndicator sealing(SealerThread sealer) {
        return () -> sealer.state()
                .refusal()
                .map(refusal ->
                        Health.down().withDetail("refusal", refusal.reason()).build())
                .orElseGet(() ->
                        Health.up().withDetail("role", sealer.state().role()).build());
    }

    @Bean
    MeterBinder sealingMeters(SealerThread sealer) {
        return meters -> {
            Gauge.builder(
                            "ledger_sealer_refusing",
                            sealer,
                            one -> one.state().refusal().isPresent() ? 1 : 0)
                    .description("1 while this instance signs nothing until a person has mended something")
                    .register(meters);
            Gauge.builder("ledger_sealer_sealing", sealer, one -> one.state().role() == Role.SEALING ? 1 : 0)
                    .description("1 on the instance that seals")
                    .register(meters);
            Gauge.builder("ledger_sealer_tree_size", sealer, one -> one.state().size())
                    .description("Events that this instance knows to be sealed; -1 while it does not know")
                    .register(meters);
            FunctionCounter.builder(
                            "ledger_checkpoints_signed",
                            sealer,
                            one -> one.state().signed())
                    .description("Checkpoints that this instance signed")
                    .register(meters);
        };
    }
}
