package org.progressledger.events;

/** What became of a report. */
public enum ReportState {
    REPORTED,
    CORRECTED,
    RETURNED
}
