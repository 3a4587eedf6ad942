package org.progressledger.ledger;

import org.jspecify.annotations.Nullable;

/** What a ledger cannot or will not do. */
public abstract sealed class LedgerException extends RuntimeException
        permits AppendTooLarge,
                ClockBehindLedger,
                CommandAlreadyRecorded,
                DuplicateEventId,
                LedgerDamaged,
                LedgerUnavailable,
                SequenceConflict {

    LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
