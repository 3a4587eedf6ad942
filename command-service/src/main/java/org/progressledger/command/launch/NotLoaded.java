package org.progressledger.command.launch;

/** A sample form could not be brought in; the message says which and why. */
final class NotLoaded extends Exception {
    private static final long serialVersionUID = 1L;

    NotLoaded(String message) {
        super(message);
    }
}
