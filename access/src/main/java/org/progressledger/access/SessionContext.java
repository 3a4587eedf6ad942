package org.progressledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Who a session belongs to. Of an account only its name is kept, and a hash of the state in which it signed in: whether it
 * may still sign in, and what it may, is read again with each request, so that a disabled account, or one with a new
 * password, is turned away at once, whichever service changed it.
 */
final class SessionContext implements SecurityContextRepository {

    static final String ROLE = "role";
    static final String AGENCY = "agency";
    private static final String STATE = "state";
    private static final String PREFIXES = "prefixes";

    private final Accounts accounts;
    private final Duration trustedFor;
    private final InstantSource clock;

    /** @param trustedFor how long it holds what another house says of somebody */
    SessionContext(Accounts accounts, Duration trustedFor, InstantSource clock) {
        this.accounts = accounts;
        this.trustedFor = trustedFor;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still demands it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return read(holder.getRequest()).orElseGet(SecurityContextHolder::createEmptyContext);
    }

    private Optional<SecurityContext> read(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KeptSessions.WHOSE) instanceof String id)) {
            return Optional.empty();
        }
        Optional<Asker> asker = id.startsWith(Asker.ELSEWHERE)
                ? Optional.of(session).filter(this::isStillVouchedFor).map(known -> vouchedFor(id, known))
                : accounts.find(id)
                        .filter(Account::enabled)
                        .filter(account -> state(account).equals(session.getAttribute(STATE)))
                        .map(Account::asker);
        if (asker.isEmpty()) {
            session.invalidate();
        }
        return asker.map(known -> new SecurityContextImpl(SignedIn.as(known)));
    }

    private boolean isStillVouchedFor(HttpSession session) {
        return session.getAttribute(KeptSessions.ENDS_BY) instanceof Long endsBy && clock.millis() < endsBy;
    }

    @SuppressWarnings("unchecked") // written below
    private static Asker vouchedFor(String id, HttpSession session) {
        return new Asker(
                id, Role.valueOf((String) session.getAttribute(ROLE)), (String) session.getAttribute(AGENCY), (List<
                                String>)
                        session.getAttribute(PREFIXES));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Asker asker = asker(context.getAuthentication());
        if (asker == null) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(KeptSessions.WHOSE);
            }
            return;
        }
        Optional<Account> account = asker.vouchedForElsewhere() ? Optional.empty() : accounts.find(asker.id());
        HttpSession session = request.getSession(true);
        session.setAttribute(KeptSessions.WHOSE, asker.id());
        account.ifPresent(known -> session.setAttribute(STATE, state(known)));
        if (asker.vouchedForElsewhere()) {
            session.setAttribute(ROLE, asker.role().name());
            session.setAttribute(AGENCY, asker.agency());
            session.setAttribute(PREFIXES, new ArrayList<>(asker.scope()));
            session.setAttribute(KeptSessions.ENDS_BY, clock.millis() + trustedFor.toMillis());
        }
    }

    /** What changes with the password and with being disabled, and tells nothing of it. */
    private static String state(Account account) {
        return KeptSessions.hash(account.passwordHash() + account.changedAt());
    }

    static @Nullable Asker asker(@Nullable Authentication authentication) {
        if (authentication instanceof SignedIn signedIn) {
            return signedIn.asker();
        }
        return authentication != null && authentication.getPrincipal() instanceof VouchedFor vouched
                ? vouched.asker()
                : null;
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KeptSessions.WHOSE) != null;
    }
}
