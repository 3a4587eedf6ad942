package org.progressledger.query.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service checks the whole ledger by itself.
 *
 * @param every from the end of one check to the beginning of the next; 0 for never; default 24 hours
 * @param firstAfter from the start of the service to the first check; default 10 minutes
 * @param eventsPerSecond the most that are checked in a second, so that answers do not wait; 0 for as many as go; default 5,000
 */
@ConfigurationProperties("progress-ledger.verification")
public record VerificationSettings(
        @DefaultValue("24h") Duration every,
        @DefaultValue("10m") Duration firstAfter,
        @DefaultValue("5000") int eventsPerSecond) {

    public VerificationSettings {
        if (every.isNegative() || firstAfter.isNegative() || eventsPerSecond < 0) {
            throw new IllegalArgumentException("progress-ledger.verification: neither times nor rate are below 0");
        }
    }

    /** Whether it does at all. */
    public boolean isOn() {
        return every.isPositive();
    }
}
