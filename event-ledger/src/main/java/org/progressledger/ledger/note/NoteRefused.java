package org.progressledger.ledger.note;

import org.jspecify.annotations.Nullable;

/** A note, a key or what a note should hold is malformed, or not signed as it has to be. */
public final class NoteRefused extends RuntimeException {

    public NoteRefused(String reason) {
        this(reason, null);
    }

    public NoteRefused(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
