package org.progressledger.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file from growing without end. Every commit appends a chunk, and later commits leave holes in it. Now and then the
 * pages that still count in the emptiest chunks are written anew, in slices short enough for a writer not to notice; the space is
 * used again after the retention time.
 */
final class Compaction implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final int WORTH_REWRITING_PERCENT = 50;
    private static final int WORTH_SHRINKING_PERCENT = 50;
    private static final int SLICE_BYTES = 1 << 20;
    private static final int SLICES_A_ROUND = 64;
    private static final int SHRINK_MS = 50;

    private final MVStore store;
    private final FileStore<?> file;
    private final DurableBackend backend;
    private final StoreSettings settings;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-compaction");
        thread.setDaemon(true);
        return thread;
    });

    private Compaction(MVStore store, DurableBackend backend, StoreSettings settings) {
        this.store = store;
        this.file = store.getFileStore();
        this.backend = backend;
        this.settings = settings;
    }

    static Compaction start(MVStore store, DurableBackend backend, StoreSettings settings) {
        var compaction = new Compaction(store, backend, settings);
        Duration every = settings.compactEvery();
        if (store.isPersistent() && !every.isZero()) {
            var unused = compaction.clock.scheduleWithFixedDelay(
                    compaction::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
        return compaction;
    }

    private void round() {
        try {
            if (file.size() < (long) settings.compactFromMiB() << 20) return;
            for (int slice = 0; slice < SLICES_A_ROUND && fillOfChunks() < WORTH_REWRITING_PERCENT; slice++) {
                if (!rewriteSlice()) break;
                Thread.sleep(20); // writers first
            }
            if (file.getFillRate() < WORTH_SHRINKING_PERCENT) backend.exclusively(this::shrink);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // the next round tries again; if the file itself failed, writers are told so
            LOG.warn("The store file could not be compacted", e);
        }
    }

    private int fillOfChunks() {
        return file.getChunksFillRate();
    }

    private boolean rewriteSlice() {
        boolean[] rewrote = {false};
        backend.exclusively(() -> rewrote[0] = store.compact(WORTH_REWRITING_PERCENT, SLICE_BYTES));
        return rewrote[0];
    }

    /** Moves chunks to the front and cuts the end off; forces the file before anything is written over. */
    private void shrink() {
        long before = file.size();
        store.commit();
        store.sync();
        try {
            store.compactFile(SHRINK_MS);
        } finally {
            store.setRetentionTime((int) settings.retention().toMillis()); // compactFile leaves it at zero
        }
        LOG.info("The store file went from {} to {} MiB", before >> 20, file.size() >> 20);
    }

    /** Returns when no round is under way any more. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(30, TimeUnit.SECONDS)) LOG.warn("Compaction is still under way while closing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
