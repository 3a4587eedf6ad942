package org.progressledger.access;

/** The sessions of somebody's own account on pages. */
public final class OwnSessions {

    private final KeptSessions sessions;
    private final SecurityEvents events;

    OwnSessions(KeptSessions sessions, SecurityEvents events) {
        this.sessions = sessions;
        this.events = events;
    }

    /** On how many browsers the account is signed in. */
    public long count(Asker asker) {
        return sessions.countOf(asker.id());
    }

    /** Ends them all, this one included. */
    public void endAll(Asker asker) {
        sessions.endAllOf(asker.id());
        events.signedOutEverywhere();
    }
}
