package org.progressledger.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom another house vouches for and who has signed in here.
 *
 * @param id as the ledger names the person, {@code sso:} included
 * @param role as the other house said at the last sign-in
 * @param sessions on how many browsers
 * @param since of the oldest of these sessions
 * @param used when one of them was used last, to about the minute
 */
public record SignedInElsewhere(
        String id, String role, @Nullable String agency, int sessions, Instant since, Instant used) {

    /** Of two sessions of one person; what was said later counts. */
    SignedInElsewhere and(SignedInElsewhere other) {
        SignedInElsewhere later = other.since.isAfter(since) ? other : this;
        return new SignedInElsewhere(
                id,
                later.role,
                later.agency,
                sessions + other.sessions,
                other.since.isBefore(since) ? other.since : since,
                other.used.isAfter(used) ? other.used : used);
    }
}
