package org.progressledger.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.faults.Operation.Outcome;
import org.progressledger.testservers.Ports;

/** Processes that write to one ledger, and what they were told. */
final class Writers implements AutoCloseable {
    static final int THREADS = 4;
    private static final int STREAMS = 12;
    private static final int READ_AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String uri;
    private final String database = "faults";
    private final Path folder;
    private final Random random;
    private final int clockJumpMillis;
    private final boolean forwarding;
    private final List<Process> running = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private int started;
    private String lastHolder = "";

    /** @param forwarding whether one of them appends for all, or each for itself */
    Writers(String uri, Path folder, Random random, int clockJumpMillis, boolean forwarding) {
        this.uri = uri;
        this.folder = folder;
        this.random = random;
        this.clockJumpMillis = clockJumpMillis;
        this.forwarding = forwarding;
    }

    void start(int processes) {
        for (int process = 0; process < processes; process++) {
            int port = forwarding ? Ports.free() : 0;
            ports.add(port);
            running.add(launched(port));
        }
    }

    private Process launched(int port) {
        Path diary = folder.resolve("diary-" + started++);
        try {
            Files.createFile(diary);
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-Dsun.net.httpserver.nodelay=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WriterProcess.class.getName(),
                            uri,
                            database,
                            diary.toString(),
                            String.valueOf(THREADS),
                            String.valueOf(STREAMS),
                            String.valueOf(random.nextInt()),
                            String.valueOf(clockJumpMillis),
                            String.valueOf(port))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            diary.resolveSibling(diary.getFileName() + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends one as kill -9 does and puts another in its place. */
    void killOne() {
        kill(random.nextInt(running.size()));
    }

    private void kill(int victim) {
        running.get(victim).destroyForcibly().onExit().join();
        ports.set(victim, forwarding ? Ports.free() : 0);
        running.set(victim, launched(ports.get(victim)));
    }

    /** Kills the one that appends for all, and waits until another does. Returns after how many milliseconds. */
    long killHolder() throws InterruptedException {
        int holder = awaitHolder(-1);
        long killed = System.nanoTime();
        kill(holder);
        awaitHolder(holder);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed);
    }

    /** Stops the one that appends for all until others append, and lets it go on. */
    void stopHolder(int meanwhile) throws InterruptedException, IOException {
        Process holder = running.get(awaitHolder(-1));
        signal("-STOP", holder);
        try {
            awaitAcknowledged(meanwhile);
        } finally {
            signal("-CONT", holder);
        }
    }

    private static void signal(String signal, Process process) throws IOException {
        Process kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
        assertThat(kill.onExit().join().exitValue()).isZero();
    }

    /** Who appends for all, of those that run; another one than that. */
    private int awaitHolder(int other) throws InterruptedException {
        String was = other < 0 ? "" : lastHolder;
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (MongoClient client = MongoClients.create(uri)) {
            while (true) {
                Document lease = client.getDatabase(database)
                        .getCollection("appender")
                        .find()
                        .first();
                if (lease != null) {
                    String address = lease.getString("address");
                    int holder = ports.indexOf(URI.create(address).getPort());
                    if (holder >= 0
                            && !address.equals(was)
                            && !lease.getString("holder").isEmpty()) {
                        lastHolder = address;
                        return holder;
                    }
                }
                assertThat(System.nanoTime()).as("somebody appends for all").isLessThan(until);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    /** Appends that another process recorded or refused, as far as was told. */
    long forwarded() {
        long forwarded = 0;
        for (int diary = 0; diary < started; diary++) {
            try (Stream<String> told = Files.lines(folder.resolve("diary-" + diary + ".log"))) {
                forwarded += told.filter(line -> line.startsWith("F "))
                        .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                        .max()
                        .orElse(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return forwarded;
    }

    /** Until that many more questions were answered with an acknowledgement. */
    void awaitAcknowledged(int more) throws InterruptedException {
        long enough = acknowledged() + more;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged() < enough) {
            assertThat(System.nanoTime()).as("work goes on, see %s", folder).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private long acknowledged() {
        return operations().stream()
                .filter(operation -> operation.outcome() == Outcome.RECORDED)
                .count();
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (int diary = 0; diary < started; diary++) {
            try {
                String text = Files.readString(folder.resolve("diary-" + diary));
                // the last line may be being written
                operations.addAll(Diary.read(
                        text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return operations;
    }

    /** Everything that stands in the ledger, read and checked by a process that wrote nothing. */
    List<LedgerEvent> ledger() {
        try (MongoClient client = MongoClients.create(uri)) {
            CommitLog log =
                    CommitLog.open(client.getDatabase(database), LedgerSettings.defaults(), InstantSource.system());
            List<LedgerEvent> all = new ArrayList<>();
            List<LedgerEvent> some;
            do {
                some = log.read(all.size(), READ_AT_ONCE);
                all.addAll(some);
            } while (!some.isEmpty());
            return all;
        }
    }

    /** Ends all of them and compares what they were told with what is there. */
    String checked() {
        close();
        List<Operation> operations = operations();
        List<LedgerEvent> ledger = ledger();
        assertThat(HistoryCheck.violations(ledger, operations)).isEmpty();
        return "%d events, %d acknowledged, %d refused, %d uncertain, %d questions, %d forwarded"
                .formatted(
                        ledger.size(),
                        count(operations, Outcome.RECORDED),
                        count(operations, Outcome.TAKEN) + count(operations, Outcome.REFUSED),
                        count(operations, Outcome.UNKNOWN),
                        count(operations, Outcome.READ),
                        forwarded());
    }

    static long count(List<Operation> operations, Outcome outcome) {
        return operations.stream()
                .filter(operation -> operation.outcome() == outcome)
                .count();
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
        running.forEach(process -> process.onExit().join());
        running.clear();
    }
}
