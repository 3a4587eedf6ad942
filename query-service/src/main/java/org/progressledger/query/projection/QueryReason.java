package org.progressledger.query.projection;

import org.progressledger.problems.ReasonCode;

/** Why a question is not answered; the texts stand in {@code messages/queries}. */
public enum QueryReason implements ReasonCode {
    /** No such project; data {@code project}. */
    PROJECT_NOT_FOUND(404),
    /** No project has such an agency code, and nothing is set for it; data {@code agency}. */
    AGENCY_NOT_FOUND(404),
    /** The asker may not see projects of this agency; data {@code project}. */
    NOT_YOUR_AGENCY(403),
    /** The answers do not reflect the asked position yet; data {@code atLeast}, {@code position}. */
    NOT_CAUGHT_UP(503);

    private final int status;

    QueryReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
