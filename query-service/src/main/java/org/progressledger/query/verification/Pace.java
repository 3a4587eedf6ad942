package org.progressledger.query.verification;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.progressledger.verifier.CopyUnreadable;
import org.progressledger.verifier.Progress;

/** Holds a check back to so many events in a second, and ends it when the service ends. */
final class Pace implements Progress {
    private static final long SECOND = 1_000_000_000L;
    private final int eventsPerSecond;
    private final LongSupplier nanos;
    private final LongConsumer sleep;
    private final long begun;

    Pace(int eventsPerSecond) {
        this(eventsPerSecond, System::nanoTime, LockSupport::parkNanos);
    }

    Pace(int eventsPerSecond, LongSupplier nanos, LongConsumer sleep) {
        this.eventsPerSecond = eventsPerSecond;
        this.nanos = nanos;
        this.sleep = sleep;
        this.begun = nanos.getAsLong();
    }

    @Override
    public void at(long events, long of) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CopyUnreadable("The service ends", null);
        }
        if (eventsPerSecond == 0) {
            return;
        }
        long due = (long) (events * ((double) SECOND / eventsPerSecond));
        long early = due - (nanos.getAsLong() - begun);
        if (early > 0) {
            sleep.accept(early);
        }
    }
}
