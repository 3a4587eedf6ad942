package org.progressledger.ledger;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How often an append has tried, with pauses of random length between the attempts, growing up to a limit. */
final class Attempts {

    private static final int MAX_DOUBLINGS = 20;

    private final LedgerSettings settings;
    private final long deadline;
    private int begun;
    private boolean outcomeUnknown;
    private @Nullable Exception last;

    Attempts(LedgerSettings settings, long deadline) {
        this.settings = settings;
        this.deadline = deadline;
    }

    /** Whether this attempt is a further one, begun after a pause. */
    boolean beginNext() {
        if (begun > 0) {
            pause();
        }
        if (begun >= settings.maxAttempts() || System.nanoTime() - deadline >= 0) {
            throw givingUp("No position within %d attempts and %s".formatted(begun, settings.patience()));
        }
        return begun++ > 0;
    }

    void failed(Exception failure, boolean mayBeRecorded) {
        last = failure;
        outcomeUnknown |= mayBeRecorded;
    }

    private void pause() {
        Duration ceiling = settings.firstBackoff().multipliedBy(1L << Math.min(begun - 1, MAX_DOUBLINGS));
        long longest = Math.min(ceiling.toNanos(), settings.maxBackoff().toNanos());
        try {
            TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givingUp("Interrupted between attempts");
        }
    }

    private LedgerUnavailable givingUp(String reason) {
        return new LedgerUnavailable(last == null ? reason : reason + ": " + last.getMessage(), outcomeUnknown, last);
    }
}
