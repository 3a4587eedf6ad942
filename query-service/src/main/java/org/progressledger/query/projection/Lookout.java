package org.progressledger.query.projection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Looks out for all that wait at the end of a ledger whose server announces nothing. One of them looks, again and again, and
 * the others wait for what it sees: however many wait, the server is asked once a {@code poll}.
 */
final class Lookout {
    private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final LongSupplier end;
    private final long pollNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean looking;
    private long known = Long.MIN_VALUE;

    /** @param end asks for the last position of the ledger; -1 while it is empty */
    Lookout(LongSupplier end, Duration poll) {
        this.end = end;
        this.pollNanos = poll.toNanos();
    }

    /** Waits until something stands behind a position, or for so long at most. */
    void await(long position, long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        lock.lockInterruptibly();
        try {
            if (known > position) {
                // seen since the caller looked; should it find nothing all the same, it does not look without pause
                changed.awaitNanos(Math.min(nanos, BREATH_NANOS));
                return;
            }
            for (long left = nanos; known <= position && left > 0; left = deadline - System.nanoTime()) {
                if (looking) {
                    changed.awaitNanos(left);
                } else {
                    look(Math.min(left, pollNanos));
                }
            }
        } finally {
            if (!looking) {
                // somebody else looks from now on
                changed.signal();
            }
            lock.unlock();
        }
    }

    private void look(long afterNanos) throws InterruptedException {
        looking = true;
        lock.unlock();
        long seen = Long.MIN_VALUE;
        try {
            TimeUnit.NANOSECONDS.sleep(afterNanos);
            seen = end.getAsLong();
        } finally {
            lock.lock();
            looking = false;
            if (seen > known) {
                known = seen;
                changed.signalAll();
            }
        }
    }
}
