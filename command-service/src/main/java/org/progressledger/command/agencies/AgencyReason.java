package org.progressledger.command.agencies;

import org.progressledger.problems.ReasonCode;

/** Why something was not set about an agency; the texts stand in {@code messages/refusals}. */
public enum AgencyReason implements ReasonCode {
    /** The other one is counted under this one already; data {@code code}, {@code belongsTo}. */
    AGENCY_BELONGS_IN_A_CIRCLE(409),
    /** What is counted under another one cannot be a main one; data {@code belongsTo}, {@code main}. */
    AGENCY_IS_NOT_A_MAIN_ONE(409),
    /** Others are counted under this one, so it cannot be counted elsewhere; data {@code code}, {@code others}. */
    AGENCY_HAS_OTHERS(409);

    private final int status;

    AgencyReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
