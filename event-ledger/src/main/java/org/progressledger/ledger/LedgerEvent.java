package org.progressledger.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded event, checked against its hashes.
 *
 * @param position its place in the ledger, from 0, dense
 * @param stream the aggregate's id
 * @param aggregateType kind of the stream; empty for an event that belongs to no aggregate
 * @param sequence number within the stream, from 0
 * @param eventId unique in the ledger
 * @param type stored name
 * @param revision revision of the stored name, if it has one
 * @param timestamp when the event was made, in milliseconds
 * @param recordedAt when the ledger took it, in milliseconds
 * @param actor who asked for its commit; empty when nobody was named
 * @param commandId the number of the request
 * @param payload the exact text that was hashed
 * @param metadata String, Boolean, Long, and lists and maps of those
 * @param metadataJson the exact envelope that was hashed, holding the metadata and what else the entry does not name
 * @param payloadSalt 32 random bytes in lower-case hex
 * @param payloadHash SHA-256 of salt and payload in lower-case hex
 * @param metadataSalt 32 random bytes in lower-case hex
 * @param metadataHash SHA-256 of salt and envelope in lower-case hex
 * @param leafHash RFC 6962 hash of the event's log entry in lower-case hex
 */
public record LedgerEvent(
        long position,
        String stream,
        String aggregateType,
        long sequence,
        String eventId,
        String type,
        @Nullable String revision,
        Instant timestamp,
        Instant recordedAt,
        String actor,
        String commandId,
        String payload,
        Map<String, Object> metadata,
        String metadataJson,
        String payloadSalt,
        String payloadHash,
        String metadataSalt,
        String metadataHash,
        String leafHash) {

    /** What the log publishes of this event. */
    public LogEntry logEntry() {
        return new LogEntry(position, stream, sequence, type, revision, recordedAt, payloadHash, metadataHash);
    }

    /** About what its texts take in memory, in bytes. */
    long weight() {
        return payload.length() + metadataJson.length();
    }
}
