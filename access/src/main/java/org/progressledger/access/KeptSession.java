package org.progressledger.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session that knows whether it must be written. */
final class KeptSession implements Session {

    private final MapSession held;
    private boolean changed;
    private boolean kept;
    private @Nullable String formerId;
    private final Instant writtenUse;

    private KeptSession(MapSession held, boolean changed, Instant writtenUse) {
        this.held = held;
        this.changed = changed;
        this.kept = !changed;
        this.writtenUse = writtenUse;
    }

    static KeptSession fresh(Instant now, Duration idle) {
        MapSession session = new MapSession();
        session.setCreationTime(now);
        session.setLastAccessedTime(now);
        session.setMaxInactiveInterval(idle);
        return new KeptSession(session, true, now);
    }

    static KeptSession read(MapSession session) {
        return new KeptSession(session, false, session.getLastAccessedTime());
    }

    /** Whether something of it is not written yet, or its last use was longer ago than that. */
    boolean mustBeWritten(Duration touched) {
        return changed || getLastAccessedTime().isAfter(writtenUse.plus(touched));
    }

    /** Under which name it is kept still; null when that is its own. */
    @Nullable
    String formerId() {
        return formerId;
    }

    /** Whether it was written before, by this request or an earlier one. */
    boolean isKept() {
        return kept;
    }

    void written() {
        kept = true;
        changed = false;
        formerId = null;
    }

    @Override
    public String getId() {
        return held.getId();
    }

    @Override
    public String changeSessionId() {
        String before = held.getId();
        String id = held.changeSessionId();
        formerId = formerId == null ? before : formerId;
        changed = true;
        return id;
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return held.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return held.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        held.setAttribute(name, value);
        changed = true;
    }

    @Override
    public void removeAttribute(String name) {
        held.removeAttribute(name);
        changed = true;
    }

    @Override
    public Instant getCreationTime() {
        return held.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        held.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return held.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        if (!interval.equals(held.getMaxInactiveInterval())) {
            held.setMaxInactiveInterval(interval);
            changed = true;
        }
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return held.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return held.isExpired();
    }
}
