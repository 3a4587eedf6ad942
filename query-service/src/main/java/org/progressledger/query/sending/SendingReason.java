package org.progressledger.query.sending;

import org.progressledger.problems.ReasonCode;

/** Why what somebody did on a page came to nothing, where the command service did not say; texts in {@code messages/queries}. */
public enum SendingReason implements ReasonCode {
    /** The command service does not answer. Whether it recorded what was sent is not known; the same key makes a repeat harmless. */
    COMMANDS_UNAVAILABLE(503);

    private final int status;

    SendingReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
