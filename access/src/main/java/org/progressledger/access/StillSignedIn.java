package org.progressledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of answers that go on for long whether whoever gets them is signed in still. */
public final class StillSignedIn {

    private final KeptSessions sessions;
    private final Accounts accounts;

    StillSignedIn(KeptSessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /**
     * By what somebody got in.
     *
     * @param session the session's name, hashed; null for who sent a name and password along
     */
    public record Ticket(String account, @Nullable String session) {}

    /** By what this request got in. */
    public static Ticket ticket(Asker asker, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean bySession = session != null && asker.id().equals(session.getAttribute(KeptSessions.WHOSE));
        return new Ticket(asker.id(), bySession ? KeptSessions.hash(session.getId()) : null);
    }

    /** Those of them that are good no longer: the session has ended, or the account is disabled or gone. */
    public Set<Ticket> ended(Collection<Ticket> tickets) {
        List<String> named = tickets.stream()
                .map(Ticket::session)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Set<String> alive = named.isEmpty() ? Set.of() : sessions.alive(named);
        Set<Ticket> ended = new HashSet<>();
        for (Ticket ticket : Set.copyOf(tickets)) {
            boolean good = ticket.session() == null
                    ? accounts.find(ticket.account()).filter(Account::enabled).isPresent()
                    : alive.contains(ticket.session());
            if (!good) {
                ended.add(ticket);
            }
        }
        return ended;
    }
}
