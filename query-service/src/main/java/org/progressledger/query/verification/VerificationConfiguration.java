package org.progressledger.query.verification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.progressledger.verifier.Verdict.Outcome;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What those who run the service see of its checks. */
@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {
    private static final double UNKNOWN = -1;

    /** Down while the last check found something wrong. */
    @Bean
    HealthIndicator ledgerVerification(Verification verification) {
        return () -> verification
                        .last()
                        .filter(result -> result.verdict().outcome() == Outcome.WRONG)
                        .isPresent()
                ? Health.down().build()
                : Health.up().build();
    }

    @Bean
    MeterBinder verificationMeters(Verification verification) {
        return meters -> {
            Gauge.builder("ledger_verification_outcome", verification, VerificationConfiguration::outcome)
                    .description(
                            "Exit code of the last check: 0 verified, 1 wrong, 3 unreadable, 4 unsigned; -1 before the first")
                    .register(meters);
            Gauge.builder(
                            "ledger_verification_age_seconds",
                            verification,
                            one -> one.age()
                                    .map(Duration::toSeconds)
                                    .map(Long::doubleValue)
                                    .orElse(UNKNOWN))
                    .description("How long ago the last check ended; -1 before the first")
                    .register(meters);
            Gauge.builder(
                            "ledger_verification_events",
                            verification,
                            one -> one.last()
                                    .map(result ->
                                            (double) result.verdict().counts().events())
                                    .orElse(UNKNOWN))
                    .description("Positions that the last check looked at; -1 before the first")
                    .register(meters);
        };
    }

    private static double outcome(Verification verification) {
        return verification
                .last()
                .map(result -> (double) result.verdict().outcome().code())
                .orElse(UNKNOWN);
    }
}
