package org.progressledger.command.batches;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.batches.BatchFile.State;
import org.progressledger.events.EventJson;
import org.progressledger.projectledger.MasterKey;
import org.springframework.stereotype.Component;

/**
 * Batches and the bytes of their files, until these have become drafts. Names, problems and bytes may name persons, so
 * they are sealed under the master key. A batch is one document, fetched whole; whoever reads it holds a lease on it.
 */
@Component
class Batches {
    private static final String PURPOSE = "import-batch";
    private static final String PURPOSE_OF_BYTES = "printout";

    private final MongoCollection<Document> batches;
    private final MongoCollection<Document> papers;
    private final MasterKey masterKey;

    Batches(MongoDatabase database, MasterKey masterKey) {
        this.batches = durable(database.getCollection("import_batches"));
        this.papers = durable(database.getCollection("import_batch_papers"));
        this.masterKey = masterKey;
    }

    private static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** The batch first, then its bytes, then that it may be read: what broke off in between is swept away one day. */
    void keep(Batch batch, List<byte[]> bytesOfWaiting) {
        Asker asker = batch.asker();
        batches.insertOne(new Document("_id", batch.batchId())
                .append("actor", asker.id())
                .append("role", asker.role().name())
                .append("agency", asker.agency())
                .append("scope", asker.scope())
                .append("madeAt", Date.from(batch.madeAt()))
                .append("taken", false)
                .append("open", true)
                .append("leaseUntil", new Date(0))
                .append("files", batch.files().stream().map(this::stored).toList()));
        int next = 0;
        for (BatchFile file : batch.files()) {
            if (file.state() == State.WAITING) {
                papers.insertOne(new Document("_id", paper(batch.batchId(), file.number()))
                        .append("sealed", new Binary(masterKey.seal(bytesOfWaiting.get(next++), PURPOSE_OF_BYTES))));
            }
        }
        batches.updateOne(
                Filters.eq("_id", batch.batchId()),
                Updates.combine(Updates.set("taken", true), Updates.set("open", !batch.isDone())));
    }

    private static String paper(String batchId, int number) {
        return batchId + "/" + number;
    }

    Optional<Batch> find(String batchId) {
        return Optional.ofNullable(batches.find(Filters.eq("_id", batchId)).first())
                .filter(stored -> stored.getBoolean("taken"))
                .map(this::batch);
    }

    /** Those of one account, the latest first. */
    List<Batch> of(String actor) {
        List<Batch> found = new ArrayList<>();
        for (Document stored : batches.find(Filters.eq("actor", actor))) {
            if (stored.getBoolean("taken")) {
                found.add(batch(stored));
            }
        }
        found.sort(Comparator.comparing(Batch::madeAt).reversed().thenComparing(Batch::batchId));
        return found;
    }

    /** Those in which files wait, the oldest first. */
    List<Batch> open() {
        List<Batch> found = new ArrayList<>();
        for (Document stored : batches.find(Filters.eq("open", true))) {
            if (stored.getBoolean("taken")) {
                found.add(batch(stored));
            }
        }
        found.sort(Comparator.comparing(Batch::madeAt).thenComparing(Batch::batchId));
        return found;
    }

    /** Whether the reader holds the batch now; nobody else does until then. */
    boolean claim(String batchId, String reader, Instant now, Instant until) {
        Bson free = Filters.or(Filters.lt("leaseUntil", Date.from(now)), Filters.eq("reader", reader));
        return batches.updateOne(
                                Filters.and(Filters.eq("_id", batchId), Filters.eq("open", true), free),
                                Updates.combine(
                                        Updates.set("reader", reader), Updates.set("leaseUntil", Date.from(until))))
                        .getMatchedCount()
                == 1;
    }

    /** The bytes of a file that waits or may be read again. */
    Optional<byte[]> bytes(String batchId, int number) {
        return Optional.ofNullable(
                        papers.find(Filters.eq("_id", paper(batchId, number))).first())
                .map(stored -> masterKey.open(stored.get("sealed", Binary.class).getData(), PURPOSE_OF_BYTES));
    }

    /** Writes how a file stands; false if another reader holds the batch by now. */
    boolean write(String batchId, String reader, BatchFile file, Instant until) {
        boolean written = batches.updateOne(
                                Filters.and(Filters.eq("_id", batchId), Filters.eq("reader", reader)),
                                Updates.combine(
                                        Updates.set("files." + (file.number() - 1), stored(file)),
                                        Updates.set("leaseUntil", Date.from(until))))
                        .getMatchedCount()
                == 1;
        if (written && file.state() == State.READ) {
            papers.deleteOne(Filters.eq("_id", paper(batchId, file.number())));
        }
        return written;
    }

    /** Nothing of it waits any more. */
    void close(String batchId, String reader) {
        batches.updateOne(
                Filters.and(Filters.eq("_id", batchId), Filters.eq("reader", reader)),
                Updates.combine(
                        Updates.set("open", false),
                        Updates.set("reader", null),
                        Updates.set("leaseUntil", new Date(0))));
    }

    /** Whoever comes next may go on. */
    void release(String batchId, String reader) {
        batches.updateOne(
                Filters.and(Filters.eq("_id", batchId), Filters.eq("reader", reader)),
                Updates.set("leaseUntil", new Date(0)));
    }

    /** Opens it anew for whoever asks now; false if it is open. */
    boolean reopen(Batch batch, Asker asker) {
        return batches.updateOne(
                                Filters.and(Filters.eq("_id", batch.batchId()), Filters.eq("open", false)),
                                Updates.combine(
                                        Updates.set("open", true),
                                        Updates.set("role", asker.role().name()),
                                        Updates.set("agency", asker.agency()),
                                        Updates.set("scope", asker.scope()),
                                        Updates.set(
                                                "files",
                                                batch.files().stream()
                                                        .map(this::stored)
                                                        .toList())))
                        .getMatchedCount()
                == 1;
    }

    /** Forgets what was kept long enough. */
    void sweep(Instant madeBefore) {
        for (Document stored : batches.find(Filters.lt("madeAt", Date.from(madeBefore)))) {
            String batchId = stored.getString("_id");
            List<String> ids = new ArrayList<>();
            for (int number = 1;
                    number <= stored.getList("files", Document.class).size();
                    number++) {
                ids.add(paper(batchId, number));
            }
            papers.deleteMany(Filters.in("_id", ids));
            batches.deleteOne(Filters.eq("_id", batchId));
        }
    }

    private Document stored(BatchFile file) {
        byte[] sealed = masterKey.seal(EventJson.mapper().writeValueAsBytes(file), PURPOSE);
        return new Document("state", file.state().name()).append("sealed", new Binary(sealed));
    }

    private Batch batch(Document stored) {
        Asker asker = new Asker(
                stored.getString("actor"),
                Role.valueOf(stored.getString("role")),
                stored.getString("agency"),
                stored.getList("scope", String.class));
        List<BatchFile> files = stored.getList("files", Document.class).stream()
                .map(file -> masterKey.open(file.get("sealed", Binary.class).getData(), PURPOSE))
                .map(json -> EventJson.mapper().readValue(json, BatchFile.class))
                .toList();
        return new Batch(
                stored.getString("_id"), asker, stored.getDate("madeAt").toInstant(), files);
    }
}
