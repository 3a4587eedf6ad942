package org.progressledger.query.readings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The record of who looked at which project, under {@code progress-ledger.readings}.
 *
 * @param keptFor how long a line is kept, 1 day to 10 years; 400 days unless set
 * @param waiting how many lines may wait to be written, 100 to 1,000,000; 10,000 unless set. Whoever reads while they are
 *     that many waits for room
 * @param writtenWithin how long a line may wait for others that are written with it, 0 to 1 second; 100 ms unless set. A
 *     service that is killed loses at most the lines of that time
 */
@ConfigurationProperties("progress-ledger.readings")
public record ReadingSettings(
        @DefaultValue("400d") Duration keptFor,
        @DefaultValue("10000") int waiting,
        @DefaultValue("100ms") Duration writtenWithin) {

    public ReadingSettings {
        if (keptFor.toDays() < 1 || keptFor.toDays() > 3653) {
            throw new IllegalArgumentException("kept-for must be from 1 day to 10 years: " + keptFor);
        }
        if (waiting < 100 || waiting > 1_000_000) {
            throw new IllegalArgumentException("waiting must be from 100 to 1,000,000: " + waiting);
        }
        if (writtenWithin.isNegative() || writtenWithin.toMillis() > 1000) {
            throw new IllegalArgumentException("written-within must be from 0 to 1 s: " + writtenWithin);
        }
    }
}
