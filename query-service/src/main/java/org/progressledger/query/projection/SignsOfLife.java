package org.progressledger.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of a family leave behind while they run. Each holds segments of the ledger and says so about every second,
 * with the time of its own clock, which each also notes when it starts; each counts a beat of its own once a second, with no clock at all.
 *
 * <p>The time is seen at one look, and is wrong by as much as clocks differ. Beats take two looks, and are certain of every
 * instance that reaches the store meanwhile: a stopped machine, or one that is cut off, is seen by the time alone.
 *
 * @param seenAt when an instance last said that it holds a segment, or that it starts, by its own clock; null where none did
 * @param beats of each instance that has not left; one that was killed leaves its last
 */
record SignsOfLife(@Nullable Instant seenAt, Map<String, Long> beats) {
    /** So long after the last sign a family still counts as in use. */
    static final Duration SILENT_AFTER = Duration.ofMinutes(5);

    private static final String TIMESTAMP = "timestamp";
    private static final String BEAT = "beat";

    static SignsOfLife of(MongoDatabase database, Family family) {
        Instant seenAt = new Generations(database, family).startedAt().orElse(null);
        MongoCollection<Document> tokens = database.getCollection(family.collection("tokens"));
        for (Document token : tokens.find().projection(Projections.include(TIMESTAMP))) {
            Instant told = told(token.get(TIMESTAMP)).orElse(Instant.MIN);
            if (seenAt == null || told.isAfter(seenAt)) {
                seenAt = told;
            }
        }
        Map<String, Long> beats = new HashMap<>();
        for (Document instance :
                database.getCollection(family.collection("instances")).find()) {
            beats.put(
                    String.valueOf(instance.get("_id")),
                    instance.get(BEAT) instanceof Number beat ? beat.longValue() : 0L);
        }
        return new SignsOfLife(Instant.MIN.equals(seenAt) ? null : seenAt, Map.copyOf(beats));
    }

    private static Optional<Instant> told(@Nullable Object timestamp) {
        return timestamp instanceof Number millis
                ? Optional.of(Instant.ofEpochMilli(millis.longValue()))
                : Optional.empty();
    }

    /** Whether the last sign is so near that somebody may be there. A clock far ahead says as little as one far behind. */
    boolean areRecent(Instant now) {
        Instant seen = seenAt;
        return seen != null && Duration.between(seen, now).abs().compareTo(SILENT_AFTER) < 0;
    }

    /** Whether somebody gave a sign of life between this look and a later one; whoever left did so for good. */
    boolean goOnIn(SignsOfLife later) {
        return later.beats().entrySet().stream()
                .anyMatch(beat -> !beat.getValue().equals(beats.get(beat.getKey())));
    }
}
