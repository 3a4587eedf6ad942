package org.progressledger.query.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.progressledger.projectledger.MasterKey;
import org.progressledger.query.accounts.AccountsPage.Made;
import org.springframework.stereotype.Component;

/**
 * A password that was made up, until the page after the one that asked for it has shown it: so that a page which is
 * loaded again asks for nothing again. It waits in the administrator's session, sealed under the master key.
 */
@Component
class ShownOnce {
    private static final String PURPOSE = "password-shown-once";
    private static final String WAITING = "passwordToShow";

    private final MasterKey masterKey;

    ShownOnce(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /** Keeps it in place of one that nobody looked at. */
    void keep(HttpServletRequest request, Made made) {
        // a username holds no line end
        byte[] both = (made.username() + "\n" + made.password()).getBytes(StandardCharsets.UTF_8);
        request.getSession().setAttribute(WAITING, Base64.getEncoder().encodeToString(masterKey.seal(both, PURPOSE)));
    }

    /** What waits to be shown; it waits no longer. */
    Optional<Made> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(WAITING) instanceof String sealed)) {
            return Optional.empty();
        }
        session.removeAttribute(WAITING);
        String both = new String(masterKey.open(Base64.getDecoder().decode(sealed), PURPOSE), StandardCharsets.UTF_8);
        int end = both.indexOf('\n');
        return Optional.of(new Made(both.substring(0, end), both.substring(end + 1)));
    }
}
