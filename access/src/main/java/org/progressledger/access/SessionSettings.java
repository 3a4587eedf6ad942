package org.progressledger.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long whoever has signed in on a page stays signed in, under {@code progress-ledger.access.session}.
 *
 * @param idle after how long without a request a session ends, 1 minute to 1 day; 1 hour unless set
 * @param lifetime after how long it ends in any case, 1 minute to 30 days; 12 hours unless set
 * @param touched how often at most it is written that a session is used, 0 to {@code idle}; 1 minute unless set
 */
@ConfigurationProperties("progress-ledger.access.session")
public record SessionSettings(
        @DefaultValue("1h") Duration idle,
        @DefaultValue("12h") Duration lifetime,
        @DefaultValue("1m") Duration touched) {

    public SessionSettings {
        within(idle, Duration.ofMinutes(1), Duration.ofDays(1), "idle");
        within(lifetime, Duration.ofMinutes(1), Duration.ofDays(30), "lifetime");
        within(touched, Duration.ZERO, idle, "touched");
    }

    private static void within(Duration given, Duration least, Duration most, String name) {
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "session." + name + " must be from " + least + " to " + most + ": " + given);
        }
    }
}
