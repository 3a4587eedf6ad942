package org.progressledger.query.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How open pages are told that something new is recorded, under {@code progress-ledger.live}.
 *
 * @param every how often at most a page is told, and how soon; 200 ms to 1 minute, 1 s unless set
 * @param pages how many open pages one instance tells; 0 (none) to 10,000, 500 unless set. Pages beyond that are not told, and
 *     show what is new when they are loaded again
 * @param perAccount of those for one account; 20 unless set
 * @param longest after how long a browser has to ask anew, and so whether it is still signed in; 1 minute to 1 day, 10
 *     minutes unless set
 */
@ConfigurationProperties("progress-ledger.live")
public record LiveSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("500") int pages,
        @DefaultValue("20") int perAccount,
        @DefaultValue("10m") Duration longest) {

    public LiveSettings {
        if (every.toMillis() < 200 || every.toSeconds() > 60) {
            throw new IllegalArgumentException("live.every must be from 200 ms to 1 minute: " + every);
        }
        if (pages < 0 || pages > 10_000 || perAccount < 1) {
            throw new IllegalArgumentException("Not numbers of open pages: " + pages + ", " + perAccount);
        }
        if (longest.toSeconds() < 60 || longest.toDays() > 1) {
            throw new IllegalArgumentException("live.longest must be from 1 minute to 1 day: " + longest);
        }
    }
}
