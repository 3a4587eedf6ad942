package org.progressledger.query.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be exported at a time.
 *
 * @param atOnce files that are made at the same time by one instance; 1 to 64, default 4
 * @param atOncePerAccount of those for one account; 1 to {@code atOnce}, default 2
 * @param longest how long one file may take, reader included, before it is broken off; 1 second to 1 day, default 30 minutes
 * @param retryAfter what a caller is told to wait where {@code atOnce} are being made; default 10 seconds
 */
@ConfigurationProperties("progress-ledger.exports")
public record ExportSettings(
        @DefaultValue("4") int atOnce,
        @DefaultValue("2") int atOncePerAccount,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("10s") Duration retryAfter) {
    private static final int MOST_AT_ONCE = 64;

    public ExportSettings {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE || atOncePerAccount < 1 || atOncePerAccount > atOnce) {
            throw new IllegalArgumentException("Not numbers of files: " + atOnce + ", " + atOncePerAccount);
        }
        if (longest.toSeconds() < 1 || longest.toDays() > 1 || retryAfter.toSeconds() < 1) {
            throw new IllegalArgumentException("Not times to wait: " + longest + ", " + retryAfter);
        }
    }
}
