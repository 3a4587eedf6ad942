package org.progressledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
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
 * Who a session belongs to. Of an account only its name is kept: whether it may still sign in, and what it may, is read
 * again with each request, so that a disabled account is turned away at once.
 */
final class SessionContext implements SecurityContextRepository {

    private static final String ROLE = "role";
    private static final String AGENCY = "agency";
    private static final String PREFIXES = "prefixes";

    private final Accounts accounts;

    SessionContext(Accounts accounts) {
        this.accounts = accounts;
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
                ? Optional.of(vouchedFor(id, session))
                : accounts.find(id).filter(Account::enabled).map(Account::asker);
        if (asker.isEmpty()) {
            session.invalidate();
        }
        return asker.map(known -> new SecurityContextImpl(SignedIn.as(known)));
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
        HttpSession session = request.getSession(true);
        session.setAttribute(KeptSessions.WHOSE, asker.id());
        if (asker.vouchedForElsewhere()) {
            session.setAttribute(ROLE, asker.role().name());
            session.setAttribute(AGENCY, asker.agency());
            session.setAttribute(PREFIXES, new ArrayList<>(asker.scope()));
        }
    }

    private static @Nullable Asker asker(@Nullable Authentication authentication) {
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
