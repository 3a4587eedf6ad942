package org.progressledger.query.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers follow the ledger.
 *
 * @param poll how often the end of the ledger is looked at while nothing comes; default 20 ms
 * @param patience how long {@code ?atLeast=} waits at most; default 5 seconds
 * @param reportsPerPart reports that are kept in one document, so that none outgrows the database's limit; default 25
 * @param entriesPerPart timeline entries or percent changes in one document; default 500
 * @param claimTimeout after which another instance takes over from one that no longer follows the ledger; default 10 seconds
 * @param batchSize events that are followed before it is noted how far; default 256
 * @param instance how this instance is told from others; default its machine and port
 */
@ConfigurationProperties("progress-ledger.query")
public record QuerySettings(
        @DefaultValue("20ms") Duration poll,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("25") int reportsPerPart,
        @DefaultValue("500") int entriesPerPart,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("256") int batchSize,
        @DefaultValue("") String instance) {
    public QuerySettings {
        if (reportsPerPart < 1 || entriesPerPart < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "A part or batch holds one at least: " + reportsPerPart + ", " + entriesPerPart + ", " + batchSize);
        }
        if (poll.toMillis() < 1 || patience.isNegative() || claimTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("Not times to wait: " + poll + ", " + patience + ", " + claimTimeout);
        }
    }
}
