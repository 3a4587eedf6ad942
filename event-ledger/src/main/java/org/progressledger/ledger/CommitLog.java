package org.progressledger.ledger;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A gap-free log of commits in one MongoDB collection; safe for many threads and many processes. */
public final class CommitLog {

    private CommitLog() {}

    /**
     * Opens the ledger of a database, making its indexes if they are missing.
     *
     * @throws LedgerUnavailable if a unique index is missing and cannot be made, or the server does not answer
     */
    public static CommitLog open(MongoDatabase database, LedgerSettings settings, InstantSource clock) {
        throw new UnsupportedOperationException();
    }

    /** Records the events together, at the next free positions, and answers when a majority holds them on disk. */
    public Commit append(Append append) {
        throw new UnsupportedOperationException();
    }

    /** The commit of a command, if it was recorded. */
    public Optional<Commit> findCommit(String actor, String commandId) {
        throw new UnsupportedOperationException();
    }

    /** At most {@code limit} events from a position on, contiguous and checked; none at the end of the ledger. */
    public List<LedgerEvent> read(long fromPosition, int limit) {
        throw new UnsupportedOperationException();
    }

    /** All events of a stream from a sequence on, contiguous and checked. */
    public List<LedgerEvent> readStream(String stream, long fromSequence) {
        throw new UnsupportedOperationException();
    }

    /** The same, fetched piece by piece. */
    public Stream<LedgerEvent> streamOf(String stream, long fromSequence) {
        throw new UnsupportedOperationException();
    }

    /** Position of the last event that a majority holds; empty while there is none. */
    public OptionalLong lastPosition() {
        throw new UnsupportedOperationException();
    }
}
