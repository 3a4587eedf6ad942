package org.progressledger.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether the unique indexes are still there, on which the ledger's safety rests. While one is missing
 * nothing is recorded: what was written without it might stand twice. Who makes it again makes sure that nothing does.
 */
final class IndexWatch {
    private static final Logger LOG = LoggerFactory.getLogger(IndexWatch.class);

    /** How old an answer may be. */
    static final Duration RHYTHM = Duration.ofSeconds(1);

    private final Supplier<List<String>> missing;
    private final long rhythm;
    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile List<String> lastMissing = List.of();
    private volatile long lookedAt;

    /**
     * @param missing asks the database; may throw what {@link CommitCollection} throws
     * @param rhythm how old an answer may be, see {@link #RHYTHM}
     */
    IndexWatch(Supplier<List<String>> missing, Duration rhythm, LongSupplier nanos) {
        this.missing = missing;
        this.rhythm = rhythm.toNanos();
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong();
    }

    /** @throws LedgerUnavailable while an index is missing; nothing was recorded */
    void refuseIfMissing() {
        if (nanos.getAsLong() - lookedAt >= rhythm && looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        List<String> known = lastMissing;
        if (!known.isEmpty()) {
            throw new LedgerUnavailable(
                    "No unique index on %s: somebody dropped it. Nothing is recorded without it".formatted(known),
                    false,
                    null);
        }
    }

    private void look() {
        List<String> now = missing.get();
        lookedAt = nanos.getAsLong();
        if (!now.equals(lastMissing)) {
            if (now.isEmpty()) {
                LOG.warn("The unique indexes are there again: the ledger records");
            } else {
                LOG.error("No unique index on {}: the ledger records nothing until it is there again", now);
            }
            lastMissing = now;
        }
    }
}
