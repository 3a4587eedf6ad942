package org.progressledger.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.faults.Operation.Outcome;

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
    private final List<Process> running = new ArrayList<>();
    private int started;

    Writers(String uri, Path folder, Random random, int clockJumpMillis) {
        this.uri = uri;
        this.folder = folder;
        this.random = random;
        this.clockJumpMillis = clockJumpMillis;
    }

    void start(int processes) {
        for (int process = 0; process < processes; process++) {
            running.add(start());
        }
    }

    private Process start() {
        Path diary = folder.resolve("diary-" + started++);
        try {
            Files.createFile(diary);
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WriterProcess.class.getName(),
                            uri,
                            database,
                            diary.toString(),
                            String.valueOf(THREADS),
                            String.valueOf(STREAMS),
                            String.valueOf(random.nextInt()),
                            String.valueOf(clockJumpMillis))
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
        int victim = random.nextInt(running.size());
        running.get(victim).destroyForcibly().onExit().join();
        running.set(victim, start());
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
        return "%d events, %d acknowledged, %d refused, %d uncertain, %d questions"
                .formatted(
                        ledger.size(),
                        count(operations, Outcome.RECORDED),
                        count(operations, Outcome.TAKEN) + count(operations, Outcome.REFUSED),
                        count(operations, Outcome.UNKNOWN),
                        count(operations, Outcome.READ));
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
