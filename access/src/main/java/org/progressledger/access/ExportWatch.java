package org.progressledger.access;

/** Tells the log of security events that data of projects left in a file; to be called while the request is served. */
public final class ExportWatch {

    private final SecurityEvents events;

    ExportWatch(SecurityEvents events) {
        this.events = events;
    }

    /** @param whole whether the file was sent to its end */
    public void sent(boolean whole) {
        events.exported(whole);
    }
}
