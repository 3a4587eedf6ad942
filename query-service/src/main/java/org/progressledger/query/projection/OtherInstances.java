package org.progressledger.query.projection;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.bson.Document;

/**
 * Instances that follow the same ledger tell each other that they are there and how far each of their segments has come: Axon
 * notes that only after a batch. What is told is written already, so it stays true whoever goes on with the segment.
 *
 * <p>No clock is compared with another's: an instance counts for as long as this one sees it change.
 */
final class OtherInstances {
    static final Duration SILENT_AFTER = Duration.ofSeconds(5);
    private static final String BEAT = "beat";
    private static final String POSITION = "position";

    private final MongoCollection<Document> instances;
    private final MongoCollection<Document> progress;
    private final String self;
    private final LongSupplier nanos;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<Integer, Long> told = new HashMap<>();
    private volatile int count;

    OtherInstances(MongoDatabase database, Family family, Instance instance, LongSupplier nanos) {
        this.instances = database.getCollection(family.collection("instances")).withWriteConcern(WriteConcern.W1);
        this.progress = database.getCollection(family.collection("progress")).withWriteConcern(WriteConcern.MAJORITY);
        this.self = instance.name();
        this.nanos = nanos;
    }

    private record Seen(long beat, long at, boolean alive) {}

    /** How many others there are. */
    int count() {
        return count;
    }

    /** Gives a sign of life, and looks for those of others. */
    synchronized void look() {
        instances.updateOne(Filters.eq("_id", self), Updates.inc(BEAT, 1L), new UpdateOptions().upsert(true));
        long now = nanos.getAsLong();
        Set<String> there = new HashSet<>();
        for (Document other : instances.find(Filters.ne("_id", self))) {
            String name = other.getString("_id");
            there.add(name);
            long beat = other.getLong(BEAT);
            Seen before = seen.get(name);
            if (before == null) {
                // may have been gone for long
                seen.put(name, new Seen(beat, now, false));
            } else if (before.beat() != beat) {
                seen.put(name, new Seen(beat, now, true));
            } else if (now - before.at() > SILENT_AFTER.toNanos()) {
                instances.deleteOne(Filters.and(Filters.eq("_id", name), Filters.eq(BEAT, beat)));
                seen.remove(name);
            }
        }
        // whoever left has taken the own sign away
        seen.keySet().retainAll(there);
        count = (int) seen.values().stream().filter(Seen::alive).count();
    }

    /** Tells how far segments have come, if anybody is there to ask. */
    synchronized void tell(Map<Integer, Long> here) {
        if (count == 0) {
            told.clear();
            return;
        }
        List<UpdateOneModel<Document>> news = here.entrySet().stream()
                .filter(entry -> told.getOrDefault(entry.getKey(), Long.MIN_VALUE) < entry.getValue())
                .map(entry -> new UpdateOneModel<Document>(
                        Filters.eq("_id", entry.getKey()),
                        Updates.max(POSITION, entry.getValue()),
                        new UpdateOptions().upsert(true)))
                .toList();
        if (!news.isEmpty()) {
            progress.bulkWrite(news, new BulkWriteOptions().ordered(false));
            told.putAll(here);
        }
    }

    /** What was told of each segment. */
    Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new TreeMap<>();
        progress.find().forEach(found -> positions.put(found.getInteger("_id"), found.getLong(POSITION)));
        return positions;
    }

    /** Leaves, so that nobody waits for signs of life. */
    void leave() {
        instances.deleteOne(Filters.eq("_id", self));
    }
}
