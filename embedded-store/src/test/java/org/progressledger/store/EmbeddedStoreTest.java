package org.progressledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
    @TempDir
    Path folder;

    @Test
    void gives_every_caller_of_findAndModify_its_own_value() throws Exception {
        int callers = 16;
        int each = 50;
        try (var store = EmbeddedStore.open(StoreSettings.inFile(file()).withFsync(false));
                MongoClient client = MongoClients.create(store.connectionString());
                var threads = Executors.newFixedThreadPool(callers)) {
            var counters = client.getDatabase("x").getCollection("counters");
            counters.insertOne(new Document("_id", "all").append("n", 0));
            var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
            Callable<List<Integer>> caller = () -> {
                List<Integer> seen = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    seen.add(counters.findOneAndUpdate(
                                    new Document("_id", "all"), new Document("$inc", new Document("n", 1)), after)
                            .getInteger("n"));
                }
                return seen;
            };
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> seen : threads.invokeAll(java.util.Collections.nCopies(callers, caller))) {
                all.addAll(seen.get());
            }
            assertThat(all).doesNotHaveDuplicates().hasSize(callers * each);
        }
    }

    @Test
    void refuses_a_file_that_another_store_has() {
        try (var first = EmbeddedStore.open(StoreSettings.inFile(file()))) {
            assertThatThrownBy(() -> EmbeddedStore.open(StoreSettings.inFile(file())))
                    .isInstanceOf(StoreInUse.class)
                    .hasMessageContaining(file().toString());
            assertThat(first.failure()).isEmpty();
        }
        EmbeddedStore.open(StoreSettings.inFile(file())).close();
    }

    @Test
    void refuses_a_file_that_is_no_store_and_leaves_it_as_it_was() throws Exception {
        Path note = Files.writeString(folder.resolve("note"), "Not a store. ".repeat(1000));
        assertThatThrownBy(() -> EmbeddedStore.open(StoreSettings.inFile(note))).isInstanceOf(StoreUnusable.class);
        assertThat(note).hasContent("Not a store. ".repeat(1000));
    }

    @Test
    void refuses_a_port_that_is_taken_and_lets_the_file_go() {
        try (var first = EmbeddedStore.open(StoreSettings.inMemory())) {
            var settings = StoreSettings.inFile(file());
            assertThatThrownBy(() -> EmbeddedStore.open(settings.withPort(first.port())))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("127.0.0.1:" + first.port());
            EmbeddedStore.open(settings).close();
        }
    }

    @Test
    void finds_documents_and_unique_indexes_again_when_reopened() {
        try (var store = EmbeddedStore.open(StoreSettings.inFile(file()));
                MongoClient client = MongoClients.create(store.connectionString())) {
            var notes = client.getDatabase("x").getCollection("notes");
            notes.createIndex(new Document("name", 1), new com.mongodb.client.model.IndexOptions().unique(true));
            notes.insertOne(new Document("_id", 1).append("name", "ก"));
        }
        try (var store = EmbeddedStore.open(StoreSettings.inFile(file()));
                MongoClient client = MongoClients.create(store.connectionString())) {
            var notes = client.getDatabase("x").getCollection("notes");
            assertThat(notes.find(new Document("name", "ก")).first()).containsEntry("_id", 1);
            assertThatThrownBy(() -> notes.insertOne(new Document("_id", 2).append("name", "ก")))
                    .hasMessageContaining("E11000");
        }
    }

    @Test
    void wins_space_back_while_it_is_written_to() throws Exception {
        var settings = StoreSettings.inFile(file())
                .withFsync(false)
                .withCompaction(Duration.ofMillis(100), 1, Duration.ofMillis(100));
        try (var store = EmbeddedStore.open(settings);
                MongoClient client = MongoClients.create(store.connectionString())) {
            var notes = client.getDatabase("x").getCollection("notes");
            for (int i = 0; i < 1500; i++) notes.insertOne(note(i));
            long full = Files.size(file());
            assertThat(full).isGreaterThan(8_000_000);
            for (int i = 0; i < 1450; i++) notes.deleteOne(new Document("_id", i));

            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (Files.size(file()) > full / 4 && System.nanoTime() < until) Thread.sleep(50);
            assertThat(Files.size(file())).isLessThanOrEqualTo(full / 4);
            assertThat(store.failure()).isEmpty();
            assertComplete(notes);
        }
        try (var store = EmbeddedStore.open(settings);
                MongoClient client = MongoClients.create(store.connectionString())) {
            assertComplete(client.getDatabase("x").getCollection("notes"));
        }
    }

    private static void assertComplete(MongoCollection<Document> notes) {
        List<Document> kept = notes.find().into(new ArrayList<>());
        assertThat(kept).hasSize(50);
        assertThat(kept).allSatisfy(d -> assertThat(d).isEqualTo(note(d.getInteger("_id"))));
    }

    private static Document note(int id) {
        var noise = new java.util.Random(id);
        byte[] bytes = new byte[6000];
        noise.nextBytes(bytes);
        return new Document("_id", id).append("text", java.util.HexFormat.of().formatHex(bytes));
    }

    private Path file() {
        return folder.resolve("data").resolve("store.mv");
    }
}
