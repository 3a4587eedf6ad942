package org.progressledger.command.operations;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerException;
import org.progressledger.projectledger.AppendMeters;
import org.progressledger.projectledger.ProjectLedgerSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether this instance can record, and how that goes. */
@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {

    /** Down while whatever is asked for would be refused: no index, a clock behind, a damaged end, no store. */
    @Bean
    HealthIndicator recording(CommitLog log) {
        return () -> {
            try {
                log.refuseIfNothingCanBeRecorded();
                return Health.up().build();
            } catch (LedgerException | MongoException refused) {
                return Health.down()
                        .withDetail("refusal", refused.getClass().getSimpleName())
                        .build();
            }
        };
    }

    @Bean
    MeterBinder appendMeters(CommitLog log, ProjectLedgerSettings settings) {
        return new AppendMeters(log, settings);
    }
}
