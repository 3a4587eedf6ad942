package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/** The ledger holds an event that this release does not know: a reader stops rather than skip it. */
public final class UnknownEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String storedName;
    private final @Nullable String revision;

    public UnknownEventException(String storedName, @Nullable String revision) {
        super("This release does not know the event '" + storedName + "' in revision " + revision);
        this.storedName = storedName;
        this.revision = revision;
    }

    public String storedName() {
        return storedName;
    }

    public @Nullable String revision() {
        return revision;
    }
}
