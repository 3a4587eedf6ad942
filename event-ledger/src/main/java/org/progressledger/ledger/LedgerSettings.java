package org.progressledger.ledger;

import java.time.Duration;

/**
 * Limits of a ledger.
 *
 * @param collection where the commits are kept; default {@code commits}
 * @param maxEventsPerCommit default 10,000
 * @param maxCommitBytes size of a commit as BSON; default 12 MiB, at most 15 MiB (MongoDB's own limit is 16)
 * @param maxReadBytes of payloads and metadata in one answer, after which reading stops until asked again; default 32 MiB
 * @param maxClockLag how far this machine's clock may be behind the last commit; default 60 seconds
 * @param maxAttempts how often an append tries to get a position; default 64
 * @param firstBackoff longest pause before the second attempt, doubled with each further one; default 2 ms
 * @param maxBackoff longest pause between attempts; default 500 ms
 * @param operationTimeout of one exchange with the server; default 5 seconds
 * @param patience of a whole append, waiting for its turn included; default 20 seconds
 * @param maxWaiting appends that wait or are being written, after which others are refused; default 1,024
 * @param maxWaitingBytes what these take in memory, about; default 64 MiB; one alone may be larger
 * @param maxTogether commits in one insert, 1 to 10,000; default 256
 */
public record LedgerSettings(
        String collection,
        int maxEventsPerCommit,
        int maxCommitBytes,
        int maxReadBytes,
        Duration maxClockLag,
        int maxAttempts,
        Duration firstBackoff,
        Duration maxBackoff,
        Duration operationTimeout,
        Duration patience,
        int maxWaiting,
        long maxWaitingBytes,
        int maxTogether) {

    private static final int MIB = 1024 * 1024;
    private static final int MOST_TOGETHER = 10_000;

    public LedgerSettings {
        atLeastOne("maxEventsPerCommit", maxEventsPerCommit);
        atLeastOne("maxCommitBytes", maxCommitBytes);
        atLeastOne("maxReadBytes", maxReadBytes);
        atLeastOne("maxAttempts", maxAttempts);
        atLeastOne("maxWaiting", maxWaiting);
        atLeastOne("maxWaitingBytes", maxWaitingBytes);
        atLeastOne("maxTogether", maxTogether);
        if (maxTogether > MOST_TOGETHER) {
            throw new IllegalArgumentException(
                    "maxTogether must not exceed %,d: %d".formatted(MOST_TOGETHER, maxTogether));
        }
        if (maxCommitBytes > 15 * MIB) {
            throw new IllegalArgumentException("maxCommitBytes must not exceed 15 MiB: " + maxCommitBytes);
        }
        positive("maxClockLag", maxClockLag);
        positive("firstBackoff", firstBackoff);
        positive("maxBackoff", maxBackoff);
        positive("operationTimeout", operationTimeout);
        positive("patience", patience);
    }

    public static LedgerSettings defaults() {
        return new LedgerSettings(
                "commits",
                10_000,
                12 * MIB,
                32 * MIB,
                Duration.ofSeconds(60),
                64,
                Duration.ofMillis(2),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                1024,
                64L * MIB,
                256);
    }

    /** These settings with another collection. */
    public LedgerSettings withCollection(String name) {
        return new LedgerSettings(
                name,
                maxEventsPerCommit,
                maxCommitBytes,
                maxReadBytes,
                maxClockLag,
                maxAttempts,
                firstBackoff,
                maxBackoff,
                operationTimeout,
                patience,
                maxWaiting,
                maxWaitingBytes,
                maxTogether);
    }

    /** These settings with another number of events in one commit. */
    public LedgerSettings withMaxEventsPerCommit(int max) {
        return new LedgerSettings(
                collection,
                max,
                maxCommitBytes,
                maxReadBytes,
                maxClockLag,
                maxAttempts,
                firstBackoff,
                maxBackoff,
                operationTimeout,
                patience,
                maxWaiting,
                maxWaitingBytes,
                maxTogether);
    }

    /** These settings with another size of one commit, in bytes of BSON. */
    public LedgerSettings withMaxCommitBytes(int max) {
        return new LedgerSettings(
                collection,
                maxEventsPerCommit,
                max,
                maxReadBytes,
                maxClockLag,
                maxAttempts,
                firstBackoff,
                maxBackoff,
                operationTimeout,
                patience,
                maxWaiting,
                maxWaitingBytes,
                maxTogether);
    }

    /** These settings with another bound of how far the clock may be behind. */
    public LedgerSettings withMaxClockLag(Duration lag) {
        return new LedgerSettings(
                collection,
                maxEventsPerCommit,
                maxCommitBytes,
                maxReadBytes,
                lag,
                maxAttempts,
                firstBackoff,
                maxBackoff,
                operationTimeout,
                patience,
                maxWaiting,
                maxWaitingBytes,
                maxTogether);
    }

    /** These settings with another size of one answer, in bytes of payloads and metadata. */
    public LedgerSettings withMaxReadBytes(int max) {
        return new LedgerSettings(
                collection,
                maxEventsPerCommit,
                maxCommitBytes,
                max,
                maxClockLag,
                maxAttempts,
                firstBackoff,
                maxBackoff,
                operationTimeout,
                patience,
                maxWaiting,
                maxWaitingBytes,
                maxTogether);
    }

    /** These settings with another patience: of one exchange with the server, and of a whole append. */
    public LedgerSettings withPatience(Duration oneOperation, Duration wholeAppend) {
        return new LedgerSettings(
                collection,
                maxEventsPerCommit,
                maxCommitBytes,
                maxReadBytes,
                maxClockLag,
                maxAttempts,
                firstBackoff,
                maxBackoff,
                oneOperation,
                wholeAppend,
                maxWaiting,
                maxWaitingBytes,
                maxTogether);
    }

    /** These settings with other bounds of what waits: appends, and about their bytes in memory. */
    public LedgerSettings withMaxWaiting(int appends, long bytes) {
        return new LedgerSettings(
                collection,
                maxEventsPerCommit,
                maxCommitBytes,
                maxReadBytes,
                maxClockLag,
                maxAttempts,
                firstBackoff,
                maxBackoff,
                operationTimeout,
                patience,
                appends,
                bytes,
                maxTogether);
    }

    /** These settings with another number of commits in one insert. */
    public LedgerSettings withMaxTogether(int max) {
        return new LedgerSettings(
                collection,
                maxEventsPerCommit,
                maxCommitBytes,
                maxReadBytes,
                maxClockLag,
                maxAttempts,
                firstBackoff,
                maxBackoff,
                operationTimeout,
                patience,
                maxWaiting,
                maxWaitingBytes,
                max);
    }

    private static void atLeastOne(String setting, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1: " + value);
        }
    }

    private static void positive(String setting, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(setting + " must be longer than nothing: " + value);
        }
    }
}
