package org.progressledger.events;

/** How far an appeal has come, as a narrative tells it. */
public enum AppealStage {
    /** They mean to file one. */
    INTENDED,
    /** รอผลอุทธรณ์: filed, so they say; the result is not there yet. */
    AWAITING_RESULT,
    /** A result is spoken of. */
    DECIDED
}
