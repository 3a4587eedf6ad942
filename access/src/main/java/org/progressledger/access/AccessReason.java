package org.progressledger.access;

import org.progressledger.problems.ReasonCode;

/** Why something about an account was refused. */
public enum AccessReason implements ReasonCode {
    /** No account of this name; data {@code username}. */
    ACCOUNT_NOT_FOUND(404),
    /** The name is taken; data {@code username}. */
    ACCOUNT_EXISTS(409),
    /** Not a proper username. */
    NOT_A_USERNAME(400),
    /** A code prefix has 4 to 8 digits; data {@code prefix}. */
    NOT_A_SCOPE_PREFIX(400),
    /** An officer needs at least one code prefix, and nobody else may have one. */
    SCOPE_IS_FOR_OFFICERS(400),
    /** Shorter than {@code min} characters. */
    PASSWORD_TOO_SHORT(400),
    /** More than {@code max} bytes, beyond which the hash would not look. */
    PASSWORD_TOO_LONG(400),
    /** The password may not be the username. */
    PASSWORD_IS_USERNAME(400),
    /** The present password that came along with a new one is not the account's. */
    CURRENT_PASSWORD_WRONG(403),
    /** A browser was made to send it by a page that is not ours. */
    CROSS_SITE_REQUEST(403),
    /** The form's token is missing or no longer good: it stood open too long, or somebody else made the browser send it. */
    FORM_EXPIRED(403),
    /** At least one enabled ADMIN must remain. */
    LAST_ADMIN(409);

    private final int status;

    AccessReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
