package org.progressledger.events;

/** เป็นไปตามเป้าหมาย: how the officer judged the target. */
public enum TargetStatus {
    ON_TARGET,
    OFF_TARGET,
    /** Nothing was said, or in words that nobody here knows; the words are kept with the report. */
    UNKNOWN
}
