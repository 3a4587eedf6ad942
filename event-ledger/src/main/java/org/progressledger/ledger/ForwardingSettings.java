package org.progressledger.ledger;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a process takes part in having one append for all.
 *
 * @param address where other processes reach this one, such as {@code http://10.0.0.5:8081}; while it is not known this
 *     process leaves the lease to others
 * @param authorization what to show the other process in the header {@code Authorization}
 * @param lease after which a holder of whom nothing is heard is taken to be gone, 200 ms to 1 minute; default 2 seconds
 */
public record ForwardingSettings(Supplier<Optional<URI>> address, Supplier<String> authorization, Duration lease) {

    public static final Duration LEASE = Duration.ofSeconds(2);

    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    public ForwardingSettings {
        if (lease.compareTo(SHORTEST) < 0 || lease.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A lease of the appender lasts 200 ms to 1 minute: " + lease);
        }
    }
}
