package org.progressledger.ledger;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The newest commits as the server announced them, which it does when a majority holds them, for whoever follows the ledger: the next
 * position need not be asked for. Bounded in bytes and time. Like {@link CommitScan} it only says yes.
 */
final class Announced {

    private static final Duration KEPT_FOR = Duration.ofSeconds(10);

    private record Document(RawBsonDocument bson, int bytes, long since) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final NavigableMap<Long, Document> kept = new TreeMap<>();
    private final long mostBytes;
    private final LongSupplier nanoTime;
    private long bytes;

    Announced(long mostBytes, LongSupplier nanoTime) {
        this.mostBytes = mostBytes;
        this.nanoTime = nanoTime;
    }

    /** Those that are longest kept, or come first, make room for it. */
    void add(RawBsonDocument document) {
        int size = document.getByteBuffer().remaining();
        if (size > mostBytes || !document.isInt64(CommitDocument.ID)) {
            return;
        }
        lock.lock();
        try {
            remove(document.getInt64(CommitDocument.ID).getValue());
            kept.put(
                    document.getInt64(CommitDocument.ID).getValue(),
                    new Document(document, size, nanoTime.getAsLong()));
            bytes += size;
            while (bytes > mostBytes || isOld(kept.firstEntry().getValue())) {
                remove(kept.firstKey());
            }
        } finally {
            lock.unlock();
        }
    }

    /** The commit that begins there, if it was announced of late and is written as the ledger writes it, with all its hashes. */
    Optional<Commit> at(long position) {
        RawBsonDocument document = find(position);
        return document == null
                ? Optional.empty()
                : CommitRanges.read(new CommitScan(), document).filter(commit -> commit.firstPosition() == position);
    }

    boolean holds(long position) {
        return find(position) != null;
    }

    /** Whatever was announced before may not be so any more. */
    void forget() {
        lock.lock();
        try {
            kept.clear();
            bytes = 0;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable RawBsonDocument find(long position) {
        lock.lock();
        try {
            Document document = kept.get(position);
            return document == null || isOld(document) ? null : document.bson();
        } finally {
            lock.unlock();
        }
    }

    private void remove(long position) {
        Document removed = kept.remove(position);
        bytes -= removed == null ? 0 : removed.bytes();
    }

    private boolean isOld(Document document) {
        return nanoTime.getAsLong() - document.since() > KEPT_FOR.toNanos();
    }
}
