package org.progressledger.query.export;

import java.util.Optional;
import org.progressledger.ledger.LedgerEvent;

/** The signed checkpoints of the ledger, and what they prove. */
public interface SealedLedger {

    /** The last checkpoint; empty before the first. */
    Optional<Seal> now();

    /** A checkpoint, and proofs against it. */
    interface Seal {

        /** The signed note as published, C2SP {@code tlog-checkpoint}. */
        String checkpoint();

        /** How many positions it covers. */
        long size();

        /** The key that verifies it, in the note's own form. */
        String verifierKey();

        /**
         * C2SP {@code tlog-proof} of an event whose position is below {@link #size()}.
         *
         * @throws org.progressledger.problems.ProblemException if the event is not the one that was sealed
         */
        String proof(LedgerEvent event);
    }
}
