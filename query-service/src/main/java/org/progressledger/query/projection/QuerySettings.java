package org.progressledger.query.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers follow the ledger.
 *
 * @param poll how often the end of the ledger is looked at while nothing comes; default 20 ms
 * @param lookAnyway the same while the server announces what is recorded, as a replica set does; default 1 second
 * @param patience how long {@code ?atLeast=} waits at most, and a question while what it needs in memory is read for another;
 *     default 5 seconds
 * @param partLength characters of an answer that are kept in one document, so that none outgrows the database's limit of 16
 *     MB; 1,000 to 4,000,000, default 1,000,000
 * @param claimTimeout after which another instance takes over from one that no longer follows the ledger; default 10 seconds
 * @param batchSize events that are followed before it is noted how far; default 256
 * @param mostEventsCompared events between two points of time that are compared one by one; default 300
 * @param foldedProjects the most projects that are folded for one question about another point of time, where nothing is kept
 *     for it; 1 to 10,000, default 500
 * @param waiting how many questions wait at the same time for {@code ?atLeast=}, so that others are answered meanwhile; one
 *     more is told at once to come back; 1 to 1,000, default 24
 * @param segments in how many parts the projects are followed, each by one thread of one instance; fixed when a release first
 *     starts on a ledger; 1 to 64, default 4
 * @param instance how this instance is told from others; default its machine and port
 */
@ConfigurationProperties("progress-ledger.query")
public record QuerySettings(
        @DefaultValue("20ms") Duration poll,
        @DefaultValue("1s") Duration lookAnyway,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("1000000") int partLength,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("256") int batchSize,
        @DefaultValue("300") int mostEventsCompared,
        @DefaultValue("500") int foldedProjects,
        @DefaultValue("24") int waiting,
        @DefaultValue("4") int segments,
        @DefaultValue("") String instance) {
    public QuerySettings {
        if (partLength < 1_000 || partLength > 4_000_000 || batchSize < 1 || mostEventsCompared < 1) {
            throw new IllegalArgumentException("Not a size of a part or a batch, or a number of events: " + partLength
                    + ", " + batchSize + ", " + mostEventsCompared);
        }
        if (waiting < 1 || waiting > 1_000) {
            throw new IllegalArgumentException("Not a number of questions that wait: " + waiting);
        }
        if (segments < 1 || segments > 64) {
            throw new IllegalArgumentException("Not a number of segments: " + segments);
        }
        if (foldedProjects < 1 || foldedProjects > 10_000) {
            throw new IllegalArgumentException("Not a number of projects: " + foldedProjects);
        }
        if (poll.toMillis() < 1 || lookAnyway.toMillis() < 1 || patience.isNegative() || claimTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("Not times to wait: " + poll + ", " + patience + ", " + claimTimeout);
        }
    }
}
