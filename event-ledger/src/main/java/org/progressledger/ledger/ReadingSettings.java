package org.progressledger.ledger;

/**
 * How much of a ledger is read ahead of whoever reads much of it, and kept for whoever follows it.
 *
 * @param threads that ask for what follows and check it, shared by all who read this ledger; they end when nothing is read for 5
 *     seconds; default one more than the machine has processors, at most 8
 * @param aheadBytes of payloads and metadata that are asked for and not yet taken, by all who read much of this ledger together, about; default 8 MiB.
 *     Of many readers each has one range in flight in any case
 * @param announcedBytes of the newest commits, as BSON, that a {@link CommitBell} carries and keeps for 10 seconds, so that who
 *     follows the ledger need not ask for them; default 4 MiB; 0 keeps none
 */
public record ReadingSettings(int threads, long aheadBytes, long announcedBytes) {

    private static final long MIB = 1024 * 1024;
    private static final int MOST_THREADS = 8;

    public ReadingSettings {
        if (threads < 1 || aheadBytes < 1 || announcedBytes < 0) {
            throw new IllegalArgumentException(
                    "Not a number of threads and bytes: %d, %d, %d".formatted(threads, aheadBytes, announcedBytes));
        }
    }

    public static ReadingSettings defaults() {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() + 1);
        return new ReadingSettings(threads, 8 * MIB, 4 * MIB);
    }
}
