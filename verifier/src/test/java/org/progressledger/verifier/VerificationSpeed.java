package org.progressledger.verifier;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.progressledger.ledger.BulkLedger;
import org.progressledger.testservers.TestMongo;
import org.progressledger.verifier.mongo.MongoCopy;

/**
 * Prints how fast a ledger is verified, and how fast a bare cursor reads the same documents; in turns, so that both have the same
 * machine. Arguments: number of events, threads, and the URI of a server (a test server, if there is none).
 */
final class VerificationSpeed {
    private static final int ROUNDS = 5;

    private VerificationSpeed() {}

    public static void main(String[] arguments) throws Exception {
        long events = Long.parseLong(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        String uri = arguments.length > 2 ? arguments[2] : TestMongo.real().connectionString();
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database = client.getDatabase("speed-" + UUID.randomUUID());
            try {
                measure(database, events, threads);
            } finally {
                database.drop();
            }
        }
        System.exit(0);
    }

    private static void measure(MongoDatabase database, long events, int threads) throws Exception {
        SmallLedger ledger = new SmallLedger(database, Files.createTempDirectory("speed"));
        BulkLedger.record(database, events, at -> ledger.event("project-" + at % 1000, at / 1000));
        ledger.seal();
        System.out.printf("%,d events, one a commit; %d threads%n", events, threads);
        System.out.println("round | raw cursor, events/s | verification, events/s | ratio");
        for (int round = 1; round <= ROUNDS; round++) {
            double raw = rate(events, () -> read(database));
            double verified = rate(events, () -> verify(database, threads));
            System.out.printf("%d | %,.0f | %,.0f | %.2f%n", round, raw, verified, verified / raw);
        }
    }

    private static double rate(long events, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return events / ((System.nanoTime() - begun) / 1e9);
    }

    private static void read(MongoDatabase database) {
        long bytes = 0;
        try (MongoCursor<RawBsonDocument> cursor = database.getCollection("commits", RawBsonDocument.class)
                .find()
                .sort(new BsonDocument("_id", new BsonInt32(1)))
                .cursor()) {
            while (cursor.hasNext()) {
                bytes += cursor.next().getByteBuffer().remaining();
            }
        }
        if (bytes == 0) {
            throw new IllegalStateException("Nothing was read");
        }
    }

    private static void verify(MongoDatabase database, int threads) {
        Verdict verdict =
                new LedgerCheck(Expected.nothing(), threads).check(new MongoCopy(database, "commits"), Progress.SILENT);
        if (verdict.outcome() != Verdict.Outcome.VERIFIED) {
            throw new IllegalStateException(verdict.toString());
        }
    }
}
