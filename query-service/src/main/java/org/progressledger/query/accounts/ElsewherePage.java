package org.progressledger.query.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * Whoever is signed in without an account here.
 *
 * @param provider what the identity provider is called; null where there is none
 * @param done what was done before; null where nothing was
 */
record ElsewherePage(
        Frame frame,
        @Nullable String provider,
        List<Row> rows,
        @Nullable String done) {

    /** Somebody, and on how many browsers. */
    record Row(String id, String role, @Nullable String agency, Moment since, Moment used, int sessions) {}
}
