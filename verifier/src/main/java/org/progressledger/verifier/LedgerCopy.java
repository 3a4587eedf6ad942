package org.progressledger.verifier;

import java.util.Optional;
import org.progressledger.ledger.tree.TileSource;

/** A ledger somewhere: in a database, behind a service, in a file. */
public interface LedgerCopy {

    /**
     * Tells all that there is, from the first event to the last: first the keys, then commits or entries, and each checkpoint
     * before the commit or entry that reaches its size.
     *
     * @throws Wrong if the copy itself has a wrong form
     * @throws CopyUnreadable if it cannot be read
     */
    void tell(Listener listener);

    /** The tiles that are kept of the tree; nothing if this copy has none. */
    default Optional<TileSource> tiles() {
        return Optional.empty();
    }

    /** How many events to expect, for telling how long it will take; -1 if that is not known. */
    default long events() {
        return -1;
    }
}
