package org.progressledger.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one append recorded, read back from its document and checked.
 *
 * @param firstPosition position of its first event, from 0
 * @param size number of its events, at least 1
 * @param recordedAt when the ledger took it, in milliseconds; never before the previous commit's
 * @param actor who asked; empty when nobody was named
 * @param commandId the request's number, unique per actor
 * @param requestDigest SHA-256 of the request in lower-case hex, if it was given
 * @param events its events by position
 */
public record Commit(
        long firstPosition,
        int size,
        Instant recordedAt,
        String actor,
        String commandId,
        @Nullable String requestDigest,
        List<LedgerEvent> events) {

    public Commit {
        events = List.copyOf(events);
    }

    /** Position of the last event. */
    public long lastPosition() {
        return firstPosition + size - 1;
    }

    /** About what its texts take in memory, in bytes. */
    long weight() {
        return events.stream().mapToLong(LedgerEvent::weight).sum();
    }
}
