package org.progressledger.events;

/** ผลการพิจารณาคำขออุทธรณ์. */
public enum AppealOutcome {
    GRANTED,
    PARTLY_GRANTED,
    REFUSED
}
