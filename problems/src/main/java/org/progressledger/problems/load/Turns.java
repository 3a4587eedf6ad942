package org.progressledger.problems.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whose turn it is to be worked on. Those who wait come to their turn in the order in which they came, and wait no longer
 * than is useful: a queue without an end only makes all answers late, until every asker has given up before he is answered.
 */
final class Turns {
    private final LoadSettings settings;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();

    Turns(LoadSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce(), true);
    }

    /**
     * Takes a turn, to be given back by {@link #done()}.
     *
     * @return false if it did not come in time, or too many wait already
     */
    boolean take() {
        boolean taken = waitFor();
        if (!taken) {
            refused.incrementAndGet();
        }
        return taken;
    }

    private boolean waitFor() {
        try {
            // without a time it would overtake those who wait
            if (places.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                return true;
            }
            if (waiting.incrementAndGet() > settings.waiting()) {
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

    void done() {
        places.release();
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
