package org.progressledger.verifier;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.BulkLedger;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.anchoring.AnchoredLog;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.ledger.sealing.Sealer;
import org.progressledger.ledger.sealing.SealerThread;
import org.progressledger.ledger.sealing.SealingSettings;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.InclusionProof;
import org.progressledger.testservers.TestMongo;

/**
 * Prints how fast events are appended while a sealer runs, and while none does, in turns on one server; then how long one proof takes.
 * Arguments: pairs of turns, seconds of a turn, threads that append, events of the ledger of which proofs are asked, and the URI of a
 * server (a test server, if there is none).
 */
final class SealingCost {
    private static final int PROOFS = 2_000;
    private static final int WARM_UP = 500;
    private final MongoDatabase database;
    private final CommitLog log;
    private final SealingSettings settings;
    private final int threads;
    private final int seconds;
    private final AtomicLong number = new AtomicLong();

    private SealingCost(MongoDatabase database, int threads, int seconds) throws Exception {
        this.database = database;
        this.threads = threads;
        this.seconds = seconds;
        this.log = CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
        this.settings = SealingSettings.defaults(
                SmallLedger.ORIGIN, Files.createTempDirectory("sealing").resolve("ledger.key"));
    }

    public static void main(String[] arguments) throws Exception {
        int pairs = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        long events = Long.parseLong(arguments[3]);
        String uri = arguments.length > 4 ? arguments[4] : TestMongo.real().connectionString();
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase appended = client.getDatabase("sealing-" + UUID.randomUUID());
            MongoDatabase proved = client.getDatabase("proofs-" + UUID.randomUUID());
            try {
                new SealingCost(appended, threads, seconds).appends(pairs);
                appended.drop();
                new SealingCost(proved, threads, seconds).proofs(events);
            } finally {
                appended.drop();
                proved.drop();
            }
        }
        System.exit(0);
    }

    private void appends(int pairs) throws Exception {
        System.out.printf("%d threads append single events, %d s a turn%n%n", threads, seconds);
        System.out.println("| pair | appends/s without a sealer | with it | ratio |");
        System.out.println("|---|---|---|---|");
        turn();
        seal();
        List<Double> ratios = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            boolean sealedFirst = pair % 2 == 0; // so that a machine that grows slower, or faster, favours neither
            double with = sealedFirst ? turnWithSealer() : 0;
            double without = turn();
            seal();
            with = sealedFirst ? with : turnWithSealer();
            ratios.add(with / without);
            System.out.printf("| %d | %,.0f | %,.0f | %.3f |%n", pair, without, with, with / without);
        }
        System.out.printf(
                "%nmedian ratio: %.3f%n%n", ratios.stream().sorted().toList().get(pairs / 2));
    }

    private double turnWithSealer() throws Exception {
        double rate;
        try (SealerThread sealing = SealerThread.start(sealer(), settings)) {
            rate = turn();
            if (sealing.state().size() <= 0) {
                throw new IllegalStateException("Nothing was sealed: " + sealing.state());
            }
        }
        seal();
        return rate;
    }

    private Sealer sealer() {
        return Sealer.of(database, log, settings, InstantSource.system(), "sealer-" + UUID.randomUUID());
    }

    /** Catches up with what was recorded, and lets go. */
    private void seal() {
        Sealer sealer = sealer();
        long recorded = log.lastPosition().orElse(-1) + 1;
        for (int look = 0; look < 3 || sealer.state().size() < recorded; look++) {
            sealer.tick();
        }
        sealer.release();
    }

    /** Appends a second. */
    private double turn() throws Exception {
        long begun = System.nanoTime();
        long until = begun + TimeUnit.SECONDS.toNanos(seconds);
        long appended = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(workers.submit(() -> append(until)));
            }
            for (Future<Long> count : counts) {
                appended += count.get();
            }
        }
        return appended / ((System.nanoTime() - begun) / 1e9);
    }

    private long append(long until) {
        long appended = 0;
        while (System.nanoTime() < until) {
            long next = number.getAndIncrement();
            log.append(new Append(
                    new CommandIdentity("officer", "command-" + next, null), List.of(RecordedLike.REAL.alone(next))));
            appended++;
        }
        return appended;
    }

    /** What the query service does for one proof, from the event to the path that leads to the newest root. */
    private void proofs(long events) {
        BulkLedger.record(database, events, RecordedLike.REAL::event);
        seal();
        SealedLog sealed = SealedLog.of(database);
        AnchoredLog anchored = AnchoredLog.of(database);
        Random random = new Random(5);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WARM_UP + PROOFS; i++) {
            long position = random.nextLong(events);
            long begun = System.nanoTime();
            LedgerEvent event = log.read(position, 1).getFirst();
            SealedCheckpoint latest = anchored.withCosignatures(
                    sealed.head().orElseThrow().latest().orElseThrow());
            InclusionProof proof = sealed.tree(latest.checkpoint().size()).inclusion(position);
            Hash leaf = Hash.ofLeaf(event.logEntry().bytes());
            if (!proof.proves(leaf, latest.checkpoint().root())) {
                throw new IllegalStateException("Not proved: " + position);
            }
            if (i >= WARM_UP) {
                millis.add((System.nanoTime() - begun) / 1e6);
            }
        }
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.println("| events | proofs | p50, ms | p90, ms | p99, ms |");
        System.out.println("|---|---|---|---|---|");
        System.out.printf(
                "| %,d | %,d | %.2f | %.2f | %.2f |%n",
                events, PROOFS, sorted.get(PROOFS / 2), sorted.get(PROOFS * 9 / 10), sorted.get(PROOFS * 99 / 100));
    }
}
