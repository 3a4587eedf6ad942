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
 * @param wrong why a change of the password was refused; null where there was none
 */
record AccountPage(
        Frame frame,
        List<String> prefixes,
        long sessions,
        boolean local,
        int shortest,
        @Nullable Wrong wrong) {

    /**
     * What is wrong.
     *
     * @param field the id of the field that it is about; empty for none
     * @param label what the page calls that field
     */
    record Wrong(String field, String label, String words) {}
}
