package org.progressledger.verifier;

import org.jspecify.annotations.Nullable;

/** What is to be checked could not be read, so nothing can be said of it. */
public final class CopyUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CopyUnreadable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
