package org.progressledger.ledger.sealing;

import static org.progressledger.ledger.Examples.append;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.CompactRange;
import org.progressledger.ledger.tree.Hash;

/** A ledger with something recorded, and sealers whose time the test moves. */
final class SealedDatabase {

    static final String ORIGIN = "ledger.example/log";
    static final Duration LEASE = Duration.ofSeconds(5);

    final MongoDatabase database;
    final Path folder;
    long nanos = 1;

    SealedDatabase(MongoDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    CommitLog log() {
        return CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
    }

    SealingSettings settings() {
        return SealingSettings.defaults(ORIGIN, folder.resolve("ledger.key"));
    }

    /** With another number of events under one checkpoint. */
    SealingSettings settings(int batch) {
        SealingSettings usual = settings();
        return new SealingSettings(
                usual.origin(), usual.keyFile(), usual.interval(), batch, usual.lease(), usual.recheckEvery());
    }

    /** A sealer as a new process would have it. */
    Sealer sealer() {
        return sealer(settings());
    }

    Sealer sealer(SealingSettings settings) {
        String holder = "sealer-" + UUID.randomUUID();
        return new Sealer(database, log(), settings, InstantSource.system(), holder, () -> nanos);
    }

    /** A sealer that took over from all before it. */
    Sealer sealing() {
        return sealing(settings());
    }

    Sealer sealing(SealingSettings settings) {
        Sealer sealer = sealer(settings);
        sealer.tick();
        pass(LEASE);
        sealer.tick();
        return sealer;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    void record(String stream, long from, int events) {
        log().append(append(stream, from, events));
    }

    SealedLog sealed() {
        return SealedLog.of(database);
    }

    SealedHead head() {
        return sealed().head().orElseThrow();
    }

    /** The newest checkpoint, opened with the log's own keys. */
    Checkpoint newest() {
        SealedHead head = head();
        return Checkpoint.open(head.latest().orElseThrow().note(), ORIGIN, head.verifierKeys());
    }

    /** The root that the recorded events have, by way of no tile. */
    Hash rootOfEvents(long size) {
        CompactRange range = new CompactRange();
        CommitLog log = log();
        while (range.size() < size) {
            for (LedgerEvent event : log.read(range.size(), (int) Math.min(500, size - range.size()))) {
                range.append(Hash.fromHex(event.leafHash()));
            }
        }
        return range.root();
    }

    /** A copy of all that the database holds. */
    List<Copy> copy() {
        List<Copy> copies = new ArrayList<>();
        for (String name : database.listCollectionNames()) {
            copies.add(new Copy(name, database.getCollection(name).find().into(new ArrayList<>())));
        }
        return copies;
    }

    /** Puts a copy back. */
    void putBack(List<Copy> copies) {
        for (String name : database.listCollectionNames()) {
            database.getCollection(name).deleteMany(new Document());
        }
        for (Copy copy : copies) {
            if (!copy.documents().isEmpty()) {
                database.getCollection(copy.collection()).insertMany(copy.documents());
            }
        }
    }

    record Copy(String collection, List<Document> documents) {}
}
