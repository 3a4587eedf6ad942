package org.progressledger.query.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;

/**
 * One's own account.
 *
 * @param prefixes the code prefixes that an officer acts for
 * @param sessions on how many browsers it is signed in
 * @param local whether its password is kept here
 * @param refused why a change of the password was refused; null where there was none
 */
record AccountPage(
        Frame frame,
        List<String> prefixes,
        long sessions,
        boolean local,
        int shortest,
        @Nullable String refused) {}
