package org.progressledger.verifier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work on several threads, and hands on what comes of it in the order in which it was given; never much at a time. A failure of
 * one piece is thrown when its turn comes, after all before it.
 */
final class Pipeline implements AutoCloseable {
    private static final int PIECES = 256;
    private static final long WEIGHT = 1L << 20;
    private static final int PENDING_PER_THREAD = 3;
    private final Deque<Future<List<Runnable>>> pending = new ArrayDeque<>();
    private final int most;
    private final @Nullable ExecutorService threads;
    private List<Supplier<Runnable>> batch = new ArrayList<>();
    private long weight;
    private boolean hasFailed;

    /** @param threads how many work at the same time; with 1 it is the caller's own */
    Pipeline(int threads) {
        this.most = threads == 1 ? 0 : threads * PENDING_PER_THREAD;
        this.threads = threads == 1 ? null : pool(threads);
    }

    private static ExecutorService pool(int threads) {
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "ledger-verify");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Gives work; what it returns is run by a later call, in this thread.
     *
     * @param bytes about what the work keeps in memory
     */
    void add(long bytes, Supplier<Runnable> work) {
        batch.add(work);
        weight += bytes;
        if (batch.size() >= PIECES || weight >= WEIGHT) {
            submit();
            while (pending.size() > most) {
                runOldest();
            }
        }
    }

    /** Runs all that is left. */
    void finish() {
        submit();
        while (!pending.isEmpty()) {
            runOldest();
        }
    }

    private void submit() {
        List<Supplier<Runnable>> pieces = batch;
        pending.add(
                threads == null
                        ? CompletableFuture.completedFuture(outcomes(pieces))
                        : threads.submit(() -> outcomes(pieces)));
        batch = new ArrayList<>();
        weight = 0;
    }

    private static List<Runnable> outcomes(List<Supplier<Runnable>> pieces) {
        return pieces.stream().map(Pipeline::outcome).toList();
    }

    private static Runnable outcome(Supplier<Runnable> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    /** Whether a piece has thrown what went wrong; those after it are of no interest then. */
    boolean hasFailed() {
        return hasFailed;
    }

    private void runOldest() {
        hasFailed = true;
        try {
            pending.remove().get().forEach(Runnable::run);
            hasFailed = false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CopyUnreadable("Interrupted", e);
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
