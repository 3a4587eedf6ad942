package org.progressledger.command.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/**
 * One row as it was read. What cannot be read is null, and a problem says why.
 *
 * @param row as the spreadsheet counts it
 * @param cells as they were filled in
 * @param projectName not recorded
 * @param reportNo null where the sheet gives none
 */
record ReportRow(
        int row,
        List<String> cells,
        @Nullable ProjectCode project,
        @Nullable String projectName,
        @Nullable Integer reportNo,
        @Nullable LocalDate reportedOn,
        @Nullable Percent percent,
        @Nullable Baht disbursed,
        @Nullable String narrative,
        ScheduleStatus scheduleStatus,
        TargetStatus targetStatus,
        List<RowProblem> problems) {

    ReportRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    boolean isReadable() {
        return problems.stream().noneMatch(RowProblem::refuses);
    }

    /** What it asks for; only of a row that is readable. */
    ReportProgress command(@Nullable Integer number) {
        ReportContent content = new ReportContent(
                Objects.requireNonNull(percent),
                disbursed,
                scheduleStatus,
                targetStatus,
                Objects.requireNonNull(narrative));
        return new ReportProgress(Objects.requireNonNull(project), number, Objects.requireNonNull(reportedOn), content);
    }
}
