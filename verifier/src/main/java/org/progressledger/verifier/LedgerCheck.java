package org.progressledger.verifier;

import java.util.Optional;
import org.progressledger.verifier.Verdict.Outcome;

/**
 * Checks a ledger from its first event to its last, in memory that does not grow with it but for the names of its streams.
 *
 * <p>Nothing that is read is trusted. An event is right if every stored field agrees with its hashes, if it stands where its
 * stream and its position say, and if the tree of all log entries has the root of every checkpoint that covers it. Two checkpoints
 * are consistent, for one tree grew from the one to the other.
 */
public final class LedgerCheck {
    private final Expected expected;
    private final int threads;

    /**
     * @param expected what is known from elsewhere
     * @param threads how many hash at the same time, at least 1
     */
    public LedgerCheck(Expected expected, int threads) {
        this.expected = expected;
        this.threads = threads;
    }

    /** Checks a copy; never throws for what is in it. */
    public Verdict check(LedgerCopy copy, Progress progress) {
        try (Walk walk = new Walk(copy, expected, progress, threads)) {
            return outcome(copy, walk);
        }
    }

    private static Verdict outcome(LedgerCopy copy, Walk walk) {
        try {
            try {
                copy.tell(walk);
                walk.end();
            } catch (Wrong e) {
                Finding first = walk.first(e.finding());
                return new Verdict(Outcome.WRONG, Optional.of(first), Optional.empty(), walk.counts(), walk.remarks());
            }
        } catch (CopyUnreadable e) {
            return new Verdict(
                    Outcome.UNREADABLE,
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage())),
                    walk.counts(),
                    walk.remarks());
        }
        return new Verdict(
                walk.isSealed() ? Outcome.VERIFIED : Outcome.UNSIGNED,
                Optional.empty(),
                Optional.empty(),
                walk.counts(),
                walk.remarks());
    }
}
