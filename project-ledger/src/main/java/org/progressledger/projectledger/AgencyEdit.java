package org.progressledger.projectledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator once changed about an agency's code. It is never changed itself; the latest one of a code counts.
 *
 * @param number edits of all codes are numbered in one row, from 1
 * @param code eight digits
 * @param before what was set until then
 * @param after what is set since
 * @param reason why, in the administrator's words
 * @param by the account
 */
public record AgencyEdit(
        long number, String code, Setting before, Setting after, String reason, String by, Instant at) {

    /**
     * What is set for a code; null leaves it to what was registered.
     *
     * @param name how the agency is called
     * @param belongsTo the main code under which this one is counted; its own: it stands apart, whatever its name
     */
    public record Setting(@Nullable String name, @Nullable String belongsTo) {
        /** Nothing is set. */
        public static final Setting NONE = new Setting(null, null);
    }
}
