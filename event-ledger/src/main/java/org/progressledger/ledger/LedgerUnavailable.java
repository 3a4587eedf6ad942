package org.progressledger.ledger;

import org.jspecify.annotations.Nullable;

/** The database did not answer in time, or not as a ledger needs it. */
public final class LedgerUnavailable extends LedgerException {

    private final boolean outcomeUnknown;

    LedgerUnavailable(String reason, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(reason, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /** Whether the append may yet turn out to be recorded; asking again with the same command identity is safe. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
