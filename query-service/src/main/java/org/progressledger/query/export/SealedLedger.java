package org.progressledger.query.export;

import java.util.Optional;

/** The signed checkpoints of a ledger that is sealed, and what they prove; no bean of it where the ledger is not. */
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

        /** C2SP {@code tlog-proof} of one position below {@link #size()}. */
        String proof(long position);
    }
}
