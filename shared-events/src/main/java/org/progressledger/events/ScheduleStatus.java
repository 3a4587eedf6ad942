package org.progressledger.events;

/** เป็นไปตามแผน: how the officer judged the schedule. */
public enum ScheduleStatus {
    ON_PLAN,
    BEHIND,
    AHEAD,
    /** Nothing was said, or in words that nobody here knows; the words are kept with the report. */
    UNKNOWN
}
