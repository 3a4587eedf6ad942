package org.progressledger.ledger.sealing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.progressledger.ledger.sealing.SealerState.Role;

/** Lets a sealer look again and again, until it is closed. */
public final class SealerThread implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Sealer sealer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "ledger-sealer");
        made.setDaemon(true);
        return made;
    });

    private SealerThread(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Begins at once. */
    public static SealerThread start(Sealer sealer, SealingSettings settings) {
        SealerThread started = new SealerThread(sealer);
        started.thread.scheduleWithFixedDelay(
                sealer::tick, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
        return started;
    }

    public SealerState state() {
        return sealer.state();
    }

    /** Ends after the present look and a last one, which seals the rest, and lets another process take over. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                if (sealer.state().role() == Role.SEALING) {
                    sealer.tick();
                }
                if (sealer.state().role() != Role.WAITING) { // else the store is away, and the lease ends by itself
                    sealer.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
