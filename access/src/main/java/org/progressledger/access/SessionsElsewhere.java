package org.progressledger.access;

import java.util.List;

/** Sessions of those who have no account here, for whoever administers: there is nothing else of them that could be disabled. */
public final class SessionsElsewhere {
    private static final int MOST = 5_000;

    private final KeptSessions sessions;
    private final SecurityEvents events;

    SessionsElsewhere(KeptSessions sessions, SecurityEvents events) {
        this.sessions = sessions;
        this.events = events;
    }

    /** Everybody who is signed in from elsewhere, by id. */
    public List<SignedInElsewhere> all() {
        return sessions.elsewhere(MOST);
    }

    /**
     * Ends all sessions of somebody.
     *
     * @param id {@code sso:} included; another one names nobody from elsewhere, and nothing is ended
     * @return whether there was any
     */
    public boolean endAllOf(String id) {
        boolean ended = id.startsWith(Asker.ELSEWHERE) && sessions.endAllOf(id) > 0;
        if (ended) {
            events.sessionsEnded(id);
        }
        return ended;
    }
}
