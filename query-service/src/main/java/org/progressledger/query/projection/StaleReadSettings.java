package org.progressledger.query.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Answers that may be older than the ledger, for programs that say so.
 *
 * @param longest the oldest that anybody may ask for, and what is given to whoever sets no bound; 0 answers everything from the
 *     primary, and what is not 0 is no shorter than {@code mark}; default 5 minutes
 * @param mark how often this instance leaves a mark by which it tells how old a member's answer is; no answer of a member that is
 *     not the primary is known to be younger; default 1 second
 * @param patience how long such a member is waited for before the primary is asked; default 2 seconds
 */
@ConfigurationProperties("progress-ledger.stale-reads")
record StaleReadSettings(
        @DefaultValue("5m") Duration longest,
        @DefaultValue("1s") Duration mark,
        @DefaultValue("2s") Duration patience) {
    StaleReadSettings {
        if (longest.isNegative()
                || (!longest.isZero() && longest.compareTo(mark) < 0)
                || longest.toDays() > 1
                || mark.toMillis() < 10
                || patience.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "Not times of answers that may be old: " + longest + ", " + mark + ", " + patience);
        }
    }

    boolean isOff() {
        return longest.isZero();
    }
}
