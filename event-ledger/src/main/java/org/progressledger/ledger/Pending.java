package org.progressledger.ledger;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An append on its way: it waits, is tried until it is recorded or refused, and knows how that went so far.
 *
 * <p>Only its answer is for any thread; the rest belongs to whoever has it, the queue or the holder of the turn.
 */
final class Pending {

    private static final int LOOK_ANYWAY = 4;

    /** What the last attempt left open. */
    private enum Doubt {
        NONE,
        /** Somebody took the position, most likely; if not, something else stands in the way. */
        LOST_RACE,
        /** It may be recorded, or something may stand in its way. */
        ANYTHING
    }

    private final Draft draft;
    private final long bytes;
    private final long deadline;
    private final LedgerSettings settings;
    private final boolean forwarded;
    private final CompletableFuture<Commit> answer = new CompletableFuture<>();
    private Doubt doubt = Doubt.NONE;
    private int begun;
    private boolean outcomeUnknown;
    private @Nullable Exception last;

    Pending(Draft draft, long bytes, long deadline, LedgerSettings settings) {
        this(draft, bytes, deadline, settings, false);
    }

    /** @param forwarded whether another process sent it, so that it goes no further */
    Pending(Draft draft, long bytes, long deadline, LedgerSettings settings, boolean forwarded) {
        this.draft = draft;
        this.bytes = bytes;
        this.deadline = deadline;
        this.settings = settings;
        this.forwarded = forwarded;
    }

    boolean isForwarded() {
        return forwarded;
    }

    Draft draft() {
        return draft;
    }

    /** About what it takes in memory. */
    long bytes() {
        return bytes;
    }

    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    CompletableFuture<Commit> answer() {
        return answer;
    }

    boolean isOpen() {
        return !answer.isDone();
    }

    void recorded(Commit commit) {
        answer.complete(commit);
    }

    /** What the ledger itself says is final; that it was not tried is not while an earlier attempt may yet succeed. */
    void refused(Throwable reason) {
        answer.completeExceptionally(
                outcomeUnknown && isOfThisAttempt(reason)
                        ? new LedgerUnavailable(String.valueOf(reason.getMessage()), true, reason)
                        : reason);
    }

    private static boolean isOfThisAttempt(Throwable reason) {
        return reason instanceof AppendTooLarge
                || reason instanceof ClockBehindLedger
                || (reason instanceof LedgerUnavailable unavailable && !unavailable.outcomeUnknown());
    }

    /** Counts an attempt; false if there were enough of them, which is then the answer. */
    boolean beginAttempt() {
        if (begun >= settings.maxAttempts() || nanosLeft() <= 0) {
            refused(givingUp());
            return false;
        }
        begun++;
        return true;
    }

    /** The position was taken, or something else stands in the way: the server said that it did not record it. */
    void lost(Exception duplicate) {
        last = duplicate;
        doubt = outcomeUnknown ? Doubt.ANYTHING : Doubt.LOST_RACE;
    }

    void failed(Exception failure, boolean mayBeRecorded) {
        last = failure;
        outcomeUnknown |= mayBeRecorded;
        doubt = Doubt.ANYTHING;
    }

    /** Another append of the same command or place goes first. */
    void giveWay() {
        doubt = Doubt.ANYTHING;
    }

    /** Whether to look for what is recorded of it, or in its stead, before it is tried again. */
    boolean isInDoubt(boolean positionWasTaken) {
        return switch (doubt) {
            case NONE -> false;
            case LOST_RACE -> !positionWasTaken || begun % LOOK_ANYWAY == 0;
            case ANYTHING -> true;
        };
    }

    boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    LedgerUnavailable givingUp() {
        return unavailable(
                begun == 0
                        ? "Other appends took longer than " + settings.patience()
                        : "No position within %d attempts and %s".formatted(begun, settings.patience()));
    }

    LedgerUnavailable unavailable(String reason) {
        return new LedgerUnavailable(last == null ? reason : reason + ": " + last.getMessage(), outcomeUnknown, last);
    }
}
