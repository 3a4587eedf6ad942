package org.progressledger.access;

import java.util.Locale;
import org.slf4j.event.Level;

/** What is told to the log and counted; the names never change once released. */
enum SecurityEvent {
    /** A name and password were refused, or not even looked at. */
    SIGN_IN_REFUSED,
    /** Somebody signed in on a page. */
    SIGNED_IN,
    /** All sessions of an account were ended by its owner. */
    SIGNED_OUT_EVERYWHERE,
    /** All sessions of somebody from elsewhere were ended by an administrator. */
    SESSIONS_ENDED,
    /** The account's role may not do this. */
    DENIED_BY_ROLE,
    /** The project is another agency's. */
    DENIED_BY_AGENCY,
    /** A browser sent a change from a page of another site. */
    CROSS_SITE_REFUSED,
    /** A request that nobody's program sends by accident, such as a path with a semicolon. */
    REQUEST_REJECTED,
    ACCOUNT_CREATED,
    ACCOUNT_ENABLED,
    ACCOUNT_DISABLED,
    PASSWORD_SET,
    /** A file with data of projects went out, or was broken off. */
    DATA_EXPORTED;

    /** As it stands in the log and in the metrics, such as {@code sign-in-refused}. */
    String shownName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What somebody with the right to it did is news, refusals are warnings. */
    Level level() {
        return switch (this) {
            case SIGNED_IN,
                    SIGNED_OUT_EVERYWHERE,
                    ACCOUNT_CREATED,
                    ACCOUNT_ENABLED,
                    ACCOUNT_DISABLED,
                    PASSWORD_SET,
                    DATA_EXPORTED -> Level.INFO;
            default -> Level.WARN;
        };
    }
}
