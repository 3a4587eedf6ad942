package org.progressledger.query.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * The accounts.
 *
 * @param made what was made up for an account just now, shown this once; null otherwise
 * @param refused why what was asked for was not done; null where nothing was refused
 */
record AccountsPage(
        Frame frame,
        List<Row> rows,
        List<Choice> roles,
        Typed typed,
        @Nullable Made made,
        @Nullable String done,
        @Nullable String refused) {

    record Row(
            String username,
            String role,
            @Nullable String agency,
            String prefixes,
            boolean enabled,
            Moment made,
            Moment changed,
            long sessions,
            boolean own) {}

    record Choice(String value, String text, boolean chosen) {}

    /** What was typed for a new account. */
    record Typed(String username, String agency, String prefixes) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /** A password that was made up. */
    record Made(String username, String password) {}
}
