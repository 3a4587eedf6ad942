package org.progressledger.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;
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
    private static final int WORTH_SHRINKING_PERCENT = 60;
    private static final int SLICE_BYTES = 4 << 20;
    private static final int SLICES_A_ROUND = 16;
    private static final int WRITERS_FIRST_MS = 20;

    private final MVStore store;
    private final @Nullable RandomAccessStore file; // null: in memory
    private final DurableBackend backend;
    private final StoreSettings settings;
    private long cannotShrinkFrom = -1;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-compaction");
        thread.setDaemon(true);
        return thread;
    });

    private Compaction(MVStore store, DurableBackend backend, StoreSettings settings) {
        this.store = store;
        this.file = (RandomAccessStore) store.getFileStore();
        this.backend = backend;
        this.settings = settings;
    }

    static Compaction start(MVStore store, DurableBackend backend, StoreSettings settings) {
        var compaction = new Compaction(store, backend, settings);
        Duration every = settings.compactEvery();
        RandomAccessStore file = compaction.file;
        if (file != null && !every.isZero()) {
            var unused = compaction.clock.scheduleWithFixedDelay(
                    () -> compaction.round(file), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
        return compaction;
    }

    private void round(RandomAccessStore file) {
        try {
            if (file.size() < (long) settings.compactFromMiB() << 20) return;
            rewriteSparseChunks(file);
            if (file.getFillRate() < WORTH_SHRINKING_PERCENT && file.size() != cannotShrinkFrom) shrink(file);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // the next round tries again; if the file itself failed, writers are told so
            LOG.warn("The store file could not be compacted", e);
        }
    }

    private void rewriteSparseChunks(RandomAccessStore file) throws InterruptedException {
        boolean[] rewrote = {true};
        for (int slice = 0; rewrote[0] && slice < SLICES_A_ROUND; slice++) {
            if (file.getChunksFillRate() >= WORTH_REWRITING_PERCENT) return;
            backend.exclusively(() -> rewrote[0] = store.compact(WORTH_REWRITING_PERCENT, SLICE_BYTES));
            Thread.sleep(WRITERS_FIRST_MS);
        }
    }

    /** Moves chunks from the end into holes and cuts the end off. */
    private void shrink(RandomAccessStore file) throws InterruptedException {
        long atFirst = file.size();
        long before;
        int slice = 0;
        do {
            before = file.size();
            backend.exclusively(() -> {
                // what a moved chunk replaces must not be needed after a crash: the file is forced before and between
                store.commit();
                store.sync();
                file.compactMoveChunks(WORTH_SHRINKING_PERCENT, SLICE_BYTES, store);
            });
            Thread.sleep(WRITERS_FIRST_MS);
        } while (file.size() < before && ++slice < SLICES_A_ROUND);
        cannotShrinkFrom = file.size() < atFirst ? -1 : file.size();
        LOG.debug("The store file went from {} to {} KiB", atFirst >> 10, file.size() >> 10);
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
