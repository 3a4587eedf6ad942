package org.progressledger.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that asks to be recorded.
 *
 * @param eventId unique in the ledger, 1 to 255 characters
 * @param aggregateType kind of the stream, at most 255 characters; empty for an event that belongs to no aggregate
 * @param stream the aggregate's id, 1 to 1024 characters; published in the log entry, so never personal data
 * @param sequence number within the stream, from 0, one after its predecessor
 * @param type stored name of the event, 1 to 255 characters; published in the log entry
 * @param revision revision of the stored name, 1 to 255 characters, or null; published in the log entry
 * @param timestamp when the event was made; kept in whole milliseconds, years 0 to 9999
 * @param payload the exact text to keep and hash
 * @param metadata String, Boolean, whole numbers within +-(2^53 - 1), and lists and maps of those; whole numbers are
 *     read back as Long; fractions are refused, write them as strings
 */
public record NewEvent(
        String eventId,
        String aggregateType,
        String stream,
        long sequence,
        String type,
        @Nullable String revision,
        Instant timestamp,
        String payload,
        Map<String, ?> metadata) {

    public static final int MAX_NAME_LENGTH = 255;
    public static final int MAX_STREAM_LENGTH = 1024;

    public NewEvent {
        StoredText.check("eventId", eventId, 1, MAX_NAME_LENGTH);
        StoredText.check("aggregateType", aggregateType, 0, MAX_NAME_LENGTH);
        StoredText.check("stream", stream, 1, MAX_STREAM_LENGTH);
        StoredText.check("type", type, 1, MAX_NAME_LENGTH);
        if (revision != null) {
            StoredText.check("revision", revision, 1, MAX_NAME_LENGTH);
        }
        StoredText.check("payload", payload, 0, Integer.MAX_VALUE);
        CanonicalJson.checkInteger("sequence", sequence);
        if (sequence < 0) {
            throw new IllegalArgumentException("Sequence must not be negative: " + sequence);
        }
        timestamp = timestamp.truncatedTo(ChronoUnit.MILLIS);
        Rfc3339.format(timestamp);
        metadata = CanonicalJson.copyOfMap(metadata);
    }

    /** What is unique about the event's place in its stream. */
    String key() {
        return StreamKey.of(stream, sequence);
    }
}
