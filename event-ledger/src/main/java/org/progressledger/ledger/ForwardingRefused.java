package org.progressledger.ledger;

/** Appends that another process forwarded were not looked at: none of them is recorded by this. */
public final class ForwardingRefused extends Exception {

    /** Why. */
    public enum Reason {
        /** This process does not append for others (any more). */
        NOT_THE_APPENDER,
        /** They are not written in a form that this release knows. */
        NOT_UNDERSTOOD,
        /** Too much waits here already, or the database is not fit to be written to: come again. */
        UNAVAILABLE
    }

    private final Reason reason;

    ForwardingRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
