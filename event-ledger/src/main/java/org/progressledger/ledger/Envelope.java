package org.progressledger.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the metadata hash covers: the metadata values, and every stored field that the log entry does not name.
 *
 * <p>As RFC 8785 JSON {@code {"aggregateType","commit":{"actor","commandId","first","requestDigest","size"},"eventId",
 * "timestamp","values"}}; a request digest that is not there is the empty string.
 */
record Envelope(
        CommitHead commit, String aggregateType, String eventId, Instant timestamp, Map<String, Object> values) {

    private static final JsonMapper READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    /** What a commit says of all its events. */
    record CommitHead(
            String actor, String commandId, @Nullable String requestDigest, long first, int size) {

        Map<String, Object> members() {
            return Map.of(
                    "actor", actor,
                    "commandId", commandId,
                    "first", first,
                    "requestDigest", requestDigest == null ? "" : requestDigest,
                    "size", (long) size);
        }
    }

    static Envelope of(CommitHead commit, NewEvent event) {
        return new Envelope(
                commit,
                event.aggregateType(),
                event.eventId(),
                event.timestamp(),
                CanonicalJson.copyOfMap(event.metadata()));
    }

    Map<String, Object> members() {
        return Map.of(
                "aggregateType", aggregateType,
                "commit", commit.members(),
                "eventId", eventId,
                "timestamp", Rfc3339.format(timestamp),
                "values", values);
    }

    String json() {
        return CanonicalJson.write(members());
    }

    /** The metadata values where they stand in an envelope, whose form was checked. */
    static Map<String, Object> values(byte[] json, int from, int length) {
        try {
            return CanonicalJson.copyOfMap(
                    READER.readValue(json, from, length, new TypeReference<Map<String, Object>>() {}));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The members of a stored envelope, as they stand. */
    static Map<String, Object> parse(String json) {
        try {
            return CanonicalJson.copyOfMap(READER.readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
