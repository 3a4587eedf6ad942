package org.progressledger.ledger;

import java.util.List;

/** A way in which a batch gets into the ledger; for one thread at a time, the one that has the turn. */
interface Writing {

    /** Tries once; what is neither recorded nor refused, and is to be tried again. */
    List<Pending> tryOnce(List<Pending> batch);

    /** How long it takes, about, in nanoseconds; 0 before the first. */
    long roundTrip();

    /** Whether it failed at the last attempt in a way that a pause may help. */
    boolean wantsPause();
}
