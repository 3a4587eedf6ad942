package org.progressledger.query.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * The accounts.
 *
 * @param wanted the form of a new one
 * @param made what was made up for an account just now, shown this once; null otherwise
 * @param refused why what was asked for was not done; null where nothing was refused
 */
record AccountsPage(
        Frame frame,
        List<Row> rows,
        AccountForm wanted,
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

    /** A password that was made up. */
    record Made(String username, String password) {}
}
