package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * รายงานความก้าวหน้าครั้งที่ n: a month's progress was reported.
 *
 * @param reportNo the true number, {@code (ครั้งที่ n)}; from 1
 * @param revision 1, and one more each time a returned report is handed in again
 * @param reportedOn the date on the report
 * @param printed how it stood on paper; null for a typed report
 */
public record ProgressReported(
        ProjectCode project,
        int reportNo,
        int revision,
        LocalDate reportedOn,
        ReportContent content,
        @Nullable PrintedRow printed)
        implements ProjectEvent {

    public ProgressReported {
        Objects.requireNonNull(project, "project");
        if (reportNo < 1 || revision < 1) {
            throw new IllegalArgumentException("Reports and revisions count from 1: " + reportNo + ", " + revision);
        }
        Objects.requireNonNull(reportedOn, "reportedOn");
        Objects.requireNonNull(content, "content");
    }
}
