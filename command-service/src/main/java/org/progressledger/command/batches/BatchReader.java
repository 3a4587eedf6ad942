package org.progressledger.command.batches;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.progressledger.command.batches.BatchFile.Problem;
import org.progressledger.command.batches.BatchFile.ReadAs;
import org.progressledger.command.batches.BatchFile.State;
import org.progressledger.command.imports.HandedFile;
import org.progressledger.command.imports.OnePrintout;
import org.progressledger.command.imports.OnePrintout.Taken;
import org.progressledger.problems.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the files of batches, one after the other. What waits stands in the store, so that a batch goes on wherever a
 * process ended: by its lease it is seen that nobody reads it any more.
 */
@Component
class BatchReader implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BatchReader.class);
    private static final int SERVER_TROUBLE = 500;
    /** Shorter than a service has for ending. */
    private static final Duration SHUTDOWN = Duration.ofSeconds(15);

    private final Batches batches;
    private final OnePrintout printouts;
    private final BatchSettings settings;
    private final InstantSource clock;
    private final Semaphore wakeUp = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    BatchReader(Batches batches, OnePrintout printouts, BatchSettings settings, InstantSource clock) {
        this.batches = batches;
        this.printouts = printouts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        String process = ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID();
        for (int i = 1; i <= settings.threads(); i++) {
            String reader = process + " " + i;
            threads.add(
                    Thread.ofPlatform().name("import-batches-" + i).daemon().start(() -> readAsLongAsItRuns(reader)));
        }
    }

    /** A file that is being read is finished; what waits stays where it is. */
    @Override
    public synchronized void stop() {
        running = false;
        wakeUp.release(settings.threads());
        for (Thread thread : threads) {
            try {
                thread.join(SHUTDOWN);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** There is something new. */
    void wake() {
        wakeUp.release();
    }

    private void readAsLongAsItRuns(String reader) {
        while (running) {
            try {
                if (!readOne(reader)) {
                    wakeUp.tryAcquire(settings.lookAgain().toMillis(), TimeUnit.MILLISECONDS);
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error trouble) {
                // the store is away, or something that nobody thought of: a file is begun so often, and no more
                LOG.warn("A batch of printouts waits: {}", trouble.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            wakeUp.tryAcquire(settings.lookAgain().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the files of one batch, if there is one that nobody holds. */
    private boolean readOne(String reader) {
        for (Batch waiting : batches.open()) {
            if (batches.claim(waiting.batchId(), reader, clock.instant(), leaseEnd())) {
                // as it stands under the lease
                Optional<Batch> batch = batches.find(waiting.batchId());
                if (batch.isPresent() && read(batch.get(), reader)) {
                    batches.close(waiting.batchId(), reader);
                } else if (!running) {
                    batches.release(waiting.batchId(), reader);
                }
                return true;
            }
        }
        return false;
    }

    private Instant leaseEnd() {
        return clock.instant().plus(settings.lease());
    }

    /** Whether nothing is left. */
    private boolean read(Batch batch, String reader) {
        for (BatchFile file : batch.files()) {
            if (file.state() != State.WAITING) {
                continue;
            }
            if (!running || !batches.write(batch.batchId(), reader, file.begun(), leaseEnd())) {
                return false;
            }
            BatchFile after = file.tries() >= settings.tries()
                    ? file.refused(Problem.of(BatchReason.READING_BROKE_OFF, Map.of("tries", file.tries())))
                    : read(batch, file.begun());
            if (!batches.write(batch.batchId(), reader, after, leaseEnd())) {
                return false;
            }
        }
        return true;
    }

    private BatchFile read(Batch batch, BatchFile file) {
        byte[] bytes = batches.bytes(batch.batchId(), file.number()).orElseThrow();
        Charset declared = file.charset() == null ? null : Charset.forName(file.charset());
        try {
            HandedFile handed = new HandedFile(file.name(), bytes, declared, file.pdf());
            Taken taken = printouts.read(file.importId(), handed, batch.asker());
            return file.readAs(new ReadAs(taken.projectCode(), taken.warnings(), taken.kept()));
        } catch (ProblemException refused) {
            if (refused.status() >= SERVER_TROUBLE) {
                throw refused;
            }
            return file.refused(Problem.of(refused));
        }
    }
}
