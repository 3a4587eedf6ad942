package org.progressledger.ledger.timestamp;

/** A token is none, is of something else, or is by nobody who is trusted to stamp. */
public final class TimestampRefused extends Exception {

    private static final long serialVersionUID = 1;

    TimestampRefused(String message) {
        super(message);
    }

    TimestampRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
