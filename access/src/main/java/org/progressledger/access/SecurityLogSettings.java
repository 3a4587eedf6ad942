package org.progressledger.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much the log of security events takes, under {@code progress-ledger.security-log}. Events beyond it are counted,
 * not written.
 *
 * @param linesPerCaller lines of one event and reason about one account, or from one address before signing in, within the
 *     window, 1 to 10,000; a refused sign-in needs a line left of both; 10 unless set
 * @param linesInAll lines of one event and reason about all callers together within the window, 1 to 1,000,000; 1,000 unless set
 * @param window how long lines are counted before counting begins anew, 1 second to 1 day; 1 minute unless set
 * @param callersAtMost how many callers are remembered for that, 100 to 1,000,000; 20,000 unless set
 */
@Validated
@ConfigurationProperties("progress-ledger.security-log")
public record SecurityLogSettings(
        @DefaultValue("10") @Min(1) @Max(10_000) int linesPerCaller,
        @DefaultValue("1000") @Min(1) @Max(1_000_000) int linesInAll,
        @DefaultValue("1m") Duration window,
        @DefaultValue("20000") @Min(100) @Max(1_000_000) int callersAtMost) {

    public SecurityLogSettings {
        if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("window must be from 1 second to 1 day: " + window);
        }
    }
}
