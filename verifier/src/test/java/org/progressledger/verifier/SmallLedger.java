package org.progressledger.verifier;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.NewEvent;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.ledger.sealing.Sealer;
import org.progressledger.ledger.sealing.SealingSettings;
import org.progressledger.verifier.mongo.MongoCopy;

/** A ledger that was recorded and sealed as services do it. */
public final class SmallLedger {
    public static final String ORIGIN = "ledger.example/log";
    private static final int SEALED_AT_ONCE = 5_000;
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final Instant MADE = Instant.parse("2021-02-24T05:00:00.123Z");

    public final MongoDatabase database;
    private final Path folder;
    private final CommitLog log;
    private final Sealer sealer;

    public SmallLedger(MongoDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
        this.log = CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
        SealingSettings settings = new SealingSettings(
                ORIGIN,
                folder.resolve("ledger.key"),
                Duration.ofMillis(1),
                SEALED_AT_ONCE,
                Duration.ofSeconds(5),
                Duration.ZERO);
        this.sealer = Sealer.of(database, log, settings, InstantSource.system(), "test-" + UUID.randomUUID());
    }

    /** Three checkpoints, of 2, 6 and so many events, the last of which fills tiles if it is large. */
    public static SmallLedger sealed(MongoDatabase database, Path folder, int events) {
        SmallLedger ledger = new SmallLedger(database, folder);
        ledger.record("s", 0, 2);
        ledger.seal();
        ledger.record(ledger.event("s", 2), ledger.event("t", 0), ledger.event("t", 1));
        ledger.record("s", 3, 1);
        ledger.seal();
        for (int at = 6; at < events; at += 50) {
            ledger.record("wide-" + at, 0, Math.min(50, events - at));
        }
        ledger.seal();
        return ledger;
    }

    public NewEvent event(String stream, long sequence) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                "project",
                stream,
                sequence,
                "progress-reported",
                sequence % 2 == 0 ? "1" : null,
                MADE,
                "{\"percent\":\"12.50\",\"note\":\"งานคืบหน้า\"}",
                Map.of("actor", "officer", "lines", List.of(List.of(1, 4))));
    }

    public void record(NewEvent... events) {
        log.append(new Append(new CommandIdentity("officer", UUID.randomUUID().toString(), DIGEST), List.of(events)));
    }

    public void record(String stream, long from, int size) {
        record(IntStream.range(0, size).mapToObj(i -> event(stream, from + i)).toArray(NewEvent[]::new));
    }

    public void seal() {
        for (int i = 0; i < 3; i++) {
            sealer.tick();
        }
        long size = log.lastPosition().orElse(-1) + 1;
        if (SealedLog.of(database).head().orElseThrow().size() != size) {
            throw new IllegalStateException("Not sealed: " + sealer.state());
        }
    }

    public void rotateKey() {
        try {
            Files.createFile(folder.resolve("ledger.key.rotate"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sealer.tick();
    }

    public String keyFile() {
        return read("ledger.vkey");
    }

    public VerifierKey key() {
        return VerifierKey.parse(keyFile());
    }

    /** The file outside the database, which the sealer keeps. */
    public String keptCheckpoint() {
        return read("ledger.checkpoint");
    }

    public CommitLog log() {
        return log;
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Verdict check(Expected expected) {
        return new LedgerCheck(expected, 2).check(new MongoCopy(database, "commits"), Progress.SILENT);
    }

    public Verdict check() {
        return check(Expected.nothing());
    }

    /** All documents of all collections. */
    public Map<String, List<BsonDocument>> snapshot() {
        Map<String, List<BsonDocument>> all = new LinkedHashMap<>();
        for (String name : database.listCollectionNames()) {
            all.put(
                    name,
                    database.getCollection(name, BsonDocument.class).find().into(new ArrayList<>()));
        }
        return all;
    }

    /** As it was at that time, without indexes where they would refuse it. */
    public void restore(Map<String, List<BsonDocument>> snapshot) {
        for (String name : database.listCollectionNames()) {
            database.getCollection(name).deleteMany(new BsonDocument());
        }
        snapshot.forEach((name, documents) -> {
            if (!documents.isEmpty()) {
                database.getCollection(name, BsonDocument.class).insertMany(documents);
            }
        });
    }
}
