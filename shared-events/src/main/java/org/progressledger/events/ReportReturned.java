package org.progressledger.events;

import java.util.Objects;

/**
 * ส่งคืนรายงาน: a supervisor sent the latest report back. Its percentage counts no more; it is handed in again under the
 * same number, with the next revision. Why is told with the event.
 */
public record ReportReturned(ProjectCode project, int reportNo, int revision) implements ProjectEvent {
    public ReportReturned {
        Objects.requireNonNull(project, "project");
        if (reportNo < 1 || revision < 1) {
            throw new IllegalArgumentException("Reports and revisions count from 1: " + reportNo + ", " + revision);
        }
    }
}
