package org.progressledger.ledger;

import java.time.Instant;

/**
 * Where the ledger ends, as far as a majority has confirmed it.
 *
 * @param next the position that the next commit takes, from 0
 * @param recordedAt the last commit's; the epoch while there is none
 */
record Tail(long next, Instant recordedAt) {

    static final Tail OF_NOTHING = new Tail(0, Instant.EPOCH);

    static Tail after(Commit commit) {
        return new Tail(commit.lastPosition() + 1, commit.recordedAt());
    }

    /** Says that no commit begins here, though there are later ones. */
    LedgerDamaged missing() {
        return LedgerDamaged.missing(next);
    }
}
