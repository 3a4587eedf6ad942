package org.progressledger.verifier;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.progressledger.ledger.BulkLedger;
import org.progressledger.testservers.TestMongo;
import org.progressledger.verifier.mongo.MongoCopy;

/**
 * Prints how fast a ledger is verified, and how fast a bare cursor reads the same documents; in turns, so that both have the same
 * machine. Arguments: number of events, threads, {@code real} or {@code small} events, and the URI of a server (a test server, if there
 * is none).
 */
final class VerificationSpeed {
    private static final int ROUNDS = Integer.getInteger("rounds", 13);
    private static final int WARM_UP = 3;

    private VerificationSpeed() {}

    public static void main(String[] arguments) throws Exception {
        long events = Long.parseLong(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        RecordedLike like = RecordedLike.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        String uri = arguments.length > 3 ? arguments[3] : TestMongo.real().connectionString();
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database = client.getDatabase("speed-" + UUID.randomUUID());
            try {
                measure(database, events, threads, like);
            } finally {
                database.drop();
            }
        }
        System.exit(0);
    }

    private static void measure(MongoDatabase database, long events, int threads, RecordedLike like) throws Exception {
        SmallLedger ledger = new SmallLedger(database, Files.createTempDirectory("speed"));
        BulkLedger.record(database, events, like::event);
        ledger.seal();
        System.out.printf(
                "%,d events, one a commit, %,d bytes each; %d threads%n%n", events, read(database) / events, threads);
        System.out.println(
                "| round | raw cursor, events/s | verification, events/s | ratio | CPU of the cursor, µs an event | of verification |");
        System.out.println("|---|---|---|---|---|---|");
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Pace raw = Pace.of(events, () -> read(database));
            Pace verified = Pace.of(events, () -> verify(database, threads));
            ratios.add(verified.rate() / raw.rate());
            System.out.printf(
                    "| %d | %,.0f | %,.0f | %.2f | %.2f | %.2f |%n",
                    round, raw.rate(), verified.rate(), ratios.getLast(), raw.cpu(), verified.cpu());
        }
        List<Double> warm = ratios.subList(Math.min(WARM_UP, ratios.size() - 1), ratios.size());
        System.out.printf(
                "%nmedian ratio from round %d on: %.2f%n",
                WARM_UP + 1, warm.stream().sorted().toList().get(warm.size() / 2));
    }

    /**
     * How fast a piece of work was.
     *
     * @param rate events a second
     * @param cpu microseconds of a core for each event, in this process
     */
    private record Pace(double rate, double cpu) {
        private static final OperatingSystemMXBean SYSTEM =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        static Pace of(long events, Runnable work) {
            long cpu = SYSTEM.getProcessCpuTime();
            long begun = System.nanoTime();
            work.run();
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Pace(events / seconds, (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / events);
        }
    }

    private static long read(MongoDatabase database) {
        long bytes = 0;
        try (MongoCursor<RawBsonDocument> cursor = database.getCollection("commits", RawBsonDocument.class)
                .find()
                .sort(new BsonDocument("_id", new BsonInt32(1)))
                .batchSize(MongoCopy.BATCH)
                .cursor()) {
            while (cursor.hasNext()) {
                bytes += cursor.next().getByteBuffer().remaining();
            }
        }
        return bytes;
    }

    private static void verify(MongoDatabase database, int threads) {
        Verdict verdict =
                new LedgerCheck(Expected.nothing(), threads).check(new MongoCopy(database, "commits"), Progress.SILENT);
        if (verdict.outcome() != Verdict.Outcome.VERIFIED) {
            throw new IllegalStateException(verdict.toString());
        }
    }
}
