package org.progressledger.ledger.anchoring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets anchoring look again and again, until it is closed. */
public final class AnchoringThread implements AutoCloseable {

    private final Anchoring anchoring;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "ledger-anchoring");
        made.setDaemon(true);
        return made;
    });

    private AnchoringThread(Anchoring anchoring) {
        this.anchoring = anchoring;
    }

    /**
     * Begins at once.
     *
     * @param isOurs whether this process is the one to do it; asked each time
     */
    public static AnchoringThread start(Anchoring anchoring, Duration interval, BooleanSupplier isOurs) {
        AnchoringThread started = new AnchoringThread(anchoring);
        started.thread.scheduleWithFixedDelay(
                () -> {
                    if (isOurs.getAsBoolean()) {
                        anchoring.tick();
                    }
                },
                0,
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
        return started;
    }

    public Anchoring anchoring() {
        return anchoring;
    }

    /** Ends at once: what was asked for is asked for again by whoever comes next. */
    @Override
    public void close() {
        thread.shutdownNow();
        anchoring.close();
    }
}
