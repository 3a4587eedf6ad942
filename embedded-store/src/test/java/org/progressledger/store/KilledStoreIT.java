package org.progressledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStoreIT {
    private static final int ROUNDS = 4;
    private static final int WRITERS = 8;
    private static final int AFTER_WRITES = 400;

    @TempDir
    Path folder;

    private final Queue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger nextId = new AtomicInteger();
    private final AtomicLong highestCount = new AtomicLong();

    @Test
    void has_every_acknowledged_document_once_after_it_was_killed_again_and_again() throws Exception {
        // compaction all the time, so that the kill also hits it
        var settings = Map.of(
                "STORE_FILE", folder.resolve("store.mv").toString(),
                "STORE_COMPACT_EVERY", "100",
                "STORE_COMPACT_FROM_MIB", "0",
                "STORE_RETENTION", "100");
        for (int round = 0; round < ROUNDS; round++) {
            try (var store = StoreProcess.start(settings);
                    MongoClient client = store.client();
                    MongoClient ofWriters = store.impatientClient()) {
                assertNothingIsMissing(client);
                client.getDatabase("ledger")
                        .getCollection("commits")
                        .createIndex(new Document("keys", 1), new IndexOptions().unique(true));
                int enough = acknowledged.size() + AFTER_WRITES;
                Thread[] writers = new Thread[WRITERS];
                for (int i = 0; i < WRITERS; i++) {
                    writers[i] = Thread.ofPlatform().start(() -> writeUntilItIsGone(ofWriters));
                }
                while (acknowledged.size() < enough) Thread.sleep(1);
                store.killAtOnce();
                for (Thread writer : writers) writer.join();
            }
        }
        try (var store = StoreProcess.start(settings);
                MongoClient client = store.client()) {
            assertNothingIsMissing(client);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * AFTER_WRITES);
    }

    private void writeUntilItIsGone(MongoClient client) {
        var database = client.getDatabase("ledger");
        var counted = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        try {
            while (true) {
                int id = nextId.getAndIncrement();
                database.getCollection("commits")
                        .insertOne(new Document("_id", id)
                                .append("keys", java.util.List.of("a/" + id, "b/" + id))
                                .append("payload", "x".repeat(500)));
                acknowledged.add(id);
                if (id % 5 != 0) continue;
                long count = database.getCollection("counters")
                        .findOneAndUpdate(
                                new Document("_id", "all"), new Document("$inc", new Document("n", 1L)), counted)
                        .getLong("n");
                highestCount.accumulateAndGet(count, Math::max);
            }
        } catch (MongoException | IllegalStateException gone) {
            // what was under way is not acknowledged: it may be there or not
        }
    }

    private void assertNothingIsMissing(MongoClient client) {
        Map<Integer, Integer> times = new HashMap<>();
        Set<String> keys = new TreeSet<>();
        var database = client.getDatabase("ledger");
        for (Document commit : database.getCollection("commits").find()) {
            times.merge(commit.getInteger("_id"), 1, Integer::sum);
            assertThat(keys.addAll(commit.getList("keys", String.class))).isTrue();
        }
        assertThat(times.keySet()).containsAll(acknowledged);
        assertThat(times.values()).allMatch(n -> n == 1);
        if (highestCount.get() > 0) {
            assertThat(database.getCollection("counters").find().first().getLong("n"))
                    .isGreaterThanOrEqualTo(highestCount.get());
        }
    }
}
