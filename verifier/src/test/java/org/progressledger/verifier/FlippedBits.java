package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.LedgerException;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.verifier.Expected.Kept;
import org.progressledger.verifier.Verdict.Outcome;
import org.progressledger.verifier.mongo.MongoCopy;

/**
 * Bits of a store's files are turned over while it is stopped. Then it refuses to start or to read, or the check names what differs, or
 * nothing came of it: nothing else than what was recorded is ever given out as if it were right.
 */
abstract class FlippedBits {
    private static final String NAME = "flipped";
    private static final int EVENTS = 300;
    private static final int MOST_BITS = 4;
    private static final String BRIEF = "serverSelectionTimeoutMS=3000&socketTimeoutMS=10000";

    @TempDir
    Path temporary;

    private List<LedgerEvent> genuine = List.of();
    private Expected expected = Expected.nothing();
    private String root = "";
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /** A store that can be started and stopped. */
    interface Store extends AutoCloseable {

        /** How to reach it; nothing if it refuses to start. */
        Optional<String> start() throws Exception;

        void stop() throws Exception;

        @Override
        void close();
    }

    /** A store with its files in a folder; nothing if there is none on this machine. */
    abstract Optional<Store> store(Path folder) throws Exception;

    /** Whether bits of a file are turned over. */
    abstract boolean isOfTheLedger(Path file);

    abstract int rounds();

    @Test
    void nothing_but_what_was_recorded_is_given_out_as_right() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("store"));
        Optional<Store> found = store(folder);
        if (found.isEmpty()) {
            System.out.println("LEFT OUT: flipped bits of a mongod's files, there is no mongod that a test can stop");
            return;
        }
        try (Store store = found.get()) {
            record(store.start().orElseThrow());
            store.stop();
            Path pristine = copy(folder, temporary.resolve("pristine"));
            for (int round = 0; round < rounds(); round++) {
                copy(pristine, folder);
                String flipped = flip(folder, new Random(round));
                outcomes.merge(outcome(store, flipped), 1, Integer::sum);
                store.stop();
            }
        }
        System.out.println("FLIPPED BITS: " + outcomes);
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(rounds());
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(uri + (uri.contains("?") ? "&" : "/?") + BRIEF);
    }

    private void record(String uri) throws IOException {
        try (MongoClient client = client(uri)) {
            Path keys = Files.createDirectory(temporary.resolve("keys"));
            SmallLedger ledger = SmallLedger.sealed(client.getDatabase(NAME), keys, EVENTS);
            genuine = all(ledger.log());
            expected = new Expected(List.of(ledger.key()), List.of(new Kept("kept", ledger.keptCheckpoint())));
            Verdict verdict = ledger.check(expected);
            assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
            root = verdict.counts().root();
        }
    }

    private static List<LedgerEvent> all(CommitLog log) {
        List<LedgerEvent> all = new ArrayList<>();
        List<LedgerEvent> some = log.read(0, EVENTS);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = log.read(all.size(), EVENTS);
        }
        return all;
    }

    private String flip(Path folder, Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder)) {
            files = walked.filter(Files::isRegularFile)
                    .filter(this::isOfTheLedger)
                    .sorted()
                    .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        int bits = 1 + random.nextInt(MOST_BITS);
        StringBuilder told = new StringBuilder(file.getFileName() + " of " + bytes.length + " bytes, bits");
        for (int i = 0; i < bits; i++) {
            int bit = random.nextInt(bytes.length * 8);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            told.append(' ').append(bit);
        }
        Files.write(file, bytes);
        return told.toString();
    }

    private String outcome(Store store, String flipped) throws Exception {
        Optional<String> uri = store.start();
        if (uri.isEmpty()) {
            return "does not start";
        }
        try (MongoClient client = client(uri.get())) {
            MongoDatabase database = client.getDatabase(NAME);
            Verdict verdict = new LedgerCheck(expected, 2).check(new MongoCopy(database, "commits"), Progress.SILENT);
            boolean isVerified = verdict.outcome() == Outcome.VERIFIED;
            if (isVerified) {
                assertThat(verdict.counts().root()).as(flipped).isEqualTo(root);
                assertThat(verdict.counts().events()).as(flipped).isEqualTo(genuine.size());
            }
            requireGenuine(database, isVerified, flipped);
            return switch (verdict.outcome()) {
                case VERIFIED -> "as it was";
                case UNREADABLE -> "does not read";
                case WRONG -> "named";
                case UNSIGNED -> throw new AssertionError("Without seals it was let pass: " + flipped);
            };
        }
    }

    /** What readers get is what was recorded, or nothing; where the check found all right, all of it. */
    private void requireGenuine(MongoDatabase database, boolean isVerified, String flipped) {
        Optional<CommitLog> log =
                read(() -> CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system()));
        Optional<List<LedgerEvent>> events = log.flatMap(open -> read(() -> all(open)));
        events.ifPresent(read -> {
            assertThat(genuine).as(flipped).startsWith(read.toArray(LedgerEvent[]::new));
            assertThat(!isVerified || read.size() == genuine.size()).as(flipped).isTrue();
        });
        List<LedgerEvent> ofOne =
                genuine.stream().filter(event -> event.stream().equals("s")).toList();
        log.flatMap(open -> read(() -> open.readStream("s", 0)))
                .ifPresent(read -> assertThat(ofOne).as(flipped).startsWith(read.toArray(LedgerEvent[]::new)));
    }

    private static <T> Optional<T> read(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (LedgerException | MongoException refused) {
            return Optional.empty();
        }
    }

    /** Makes the one folder as the other, but for what a server lays out for its next writes. */
    private static Path copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> walked = Files.walk(from)) {
            for (Path file : walked.toList()) {
                if (!file.getFileName().toString().matches("WiredTigerPreplog.*|mongod[.]lock")) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return to;
    }
}
