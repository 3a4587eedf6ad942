package org.progressledger.verifier;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a check.
 *
 * @param outcome whether it verifies
 * @param finding the first thing that is wrong; only of {@link Outcome#WRONG}
 * @param unreadable why it could not be read; only of {@link Outcome#UNREADABLE}
 * @param counts how much was looked at
 * @param remarks what was not looked at, or rests on the ledger's own word
 */
public record Verdict(
        Outcome outcome, Optional<Finding> finding, Optional<String> unreadable, Counts counts, Set<Remark> remarks) {
    public Verdict {
        remarks = Set.copyOf(remarks);
    }

    /** How a check can end; the number is the exit code of {@code ledger-verify}. */
    public enum Outcome {
        /** All that was looked at is as it was recorded, up to a signed checkpoint. */
        VERIFIED(0),
        /** Something is not as it was recorded. */
        WRONG(1),
        /** It could not be read. */
        UNREADABLE(3),
        /** Nothing contradicts itself, but nothing is signed either. */
        UNSIGNED(4);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /** What an auditor should know beside the outcome. */
    public enum Remark {
        /** No key was given: the ledger's own were believed. */
        KEYS_ARE_THE_LEDGERS,
        /** No kept checkpoint was given: an older copy put back whole, with its checkpoints, would not show. */
        NOTHING_KEPT,
        /** The last events are under no checkpoint yet. */
        TAIL_NOT_SEALED,
        /** Payloads and metadata were not to be had: only their hashes. */
        PAYLOADS_NOT_SEEN,
        /** The last events under a checkpoint are under none that enough witnesses cosigned. */
        TAIL_NOT_WITNESSED,
        /** There is a word of witnesses or authorities that nobody gave a key or certificate for. */
        OUTSIDERS_NOT_LOOKED_AT,
        /** This copy has no tiles. */
        TILES_NOT_SEEN,
        /** A checkpoint that was kept is of another size than the pack's: nothing here compares them. */
        KEPT_NOT_COMPARED,
        /** One project's events only; that they are all of them is the service's word. */
        ONE_PROJECT
    }

    /**
     * How much was looked at.
     *
     * @param events positions
     * @param commits commits; -1 where they were not to be had, only what is published of events
     * @param streams how many streams they belong to
     * @param checkpoints whose signature and root were checked, kept ones included
     * @param tiles that were compared
     * @param sealed how many events the largest checkpoint covers; -1 if there is none
     * @param root of the largest checkpoint, base64; empty if there is none
     * @param witnessed how many events the largest checkpoint covers that enough witnesses cosigned; -1 if there is none
     * @param stamped how many events the largest checkpoint covers that a trusted authority stamped; -1 if there is none
     * @param stampedAt when it did
     */
    public record Counts(
            long events,
            long commits,
            long streams,
            long checkpoints,
            long tiles,
            long sealed,
            String root,
            long witnessed,
            long stamped,
            Optional<Instant> stampedAt) {}
}
