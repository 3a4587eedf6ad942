package org.progressledger.problems.load;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose turn it is to be worked on. Those who wait come to their turn in the order in which they came, and wait no longer
 * than is useful: a queue without an end only makes all answers late, until every asker has given up before he is answered.
 *
 * <p>A turn is held by the thread that works. What waits for something else than a processor, and is bounded where it waits,
 * does so without one.
 */
public final class Turns {
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final LoadSettings settings;
    private final Semaphore places;
    private final ThreadLocal<Boolean> held = ThreadLocal.withInitial(() -> false);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - TOLD_EVERY.toNanos());

    Turns(LoadSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce(), true);
    }

    /**
     * Takes a turn, to be given back by {@link #giveBack()}.
     *
     * @return false if it did not come in time, or too many wait already
     */
    boolean take() {
        return take(settings.waiting());
    }

    private boolean take(int mostWaiting) {
        boolean taken = waitFor(mostWaiting);
        if (taken) {
            held.set(true);
        } else {
            refuse();
        }
        return taken;
    }

    private boolean waitFor(int mostWaiting) {
        try {
            // without a time it would overtake those who wait
            if (places.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                return true;
            }
            if (waiting.incrementAndGet() > mostWaiting) {
                waiting.decrementAndGet();
                return false;
            }
            try {
                return places.tryAcquire(settings.longestWait().toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                waiting.decrementAndGet();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Gives the turn of this thread back, if it has one: for the rest of a request that takes long and is bounded elsewhere,
     * such as a file that is read at its reader's pace.
     */
    public void giveBack() {
        if (held.get()) {
            held.remove();
            places.release();
        }
    }

    /**
     * Waits for something without the turn of this thread, and comes to the next one in the order of those who wait then.
     *
     * @param wait returns when it may go on; what it throws is told without a turn
     * @throws ProblemException if the next turn does not come in time
     */
    public void without(Runnable wait) {
        if (!held.get()) {
            wait.run();
            return;
        }
        giveBack();
        wait.run();
        // whoever was let in once is not one too many now
        if (!take(Integer.MAX_VALUE)) {
            throw new ProblemException(CommonReason.OVERLOADED).withRetryAfter(settings.longestWait());
        }
    }

    /** Notes that somebody is refused who did not even come to wait for a turn, or waited in vain. */
    void refuse() {
        refused.incrementAndGet();
        tell();
    }

    private void tell() {
        long told = toldAt.get();
        long now = System.nanoTime();
        if (now - told >= TOLD_EVERY.toNanos() && toldAt.compareAndSet(told, now)) {
            log.warn(
                    "More is asked than can be worked on: {} requests in work, {} wait, {} refused since the start",
                    inWork(),
                    waiting(),
                    refused());
        }
    }

    int inWork() {
        return settings.atOnce() - places.availablePermits();
    }

    int waiting() {
        return waiting.get();
    }

    long refused() {
        return refused.get();
    }
}
