package org.progressledger.command.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.bulk.DecidedSheet.DecidedRow;
import org.progressledger.command.bulk.DecidedSheet.RowState;
import org.progressledger.command.bulk.Heading.MatchedBy;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Report;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/**
 * A sheet as it was read and would be recorded now. Nothing of it is.
 *
 * @param sha256 of the file's bytes; what is recorded from it says so
 * @param leftOut rows that report nothing
 */
record BulkAnswer(
        String bulkId,
        String sha256,
        SheetAnswer sheet,
        List<ColumnAnswer> columns,
        List<RowAnswer> rows,
        List<LeftOutAnswer> leftOut,
        Totals totals) {

    /**
     * Which sheet of the file was read.
     *
     * @param name null for a file that has no sheets
     * @param headerRow as the spreadsheet counts it
     */
    record SheetAnswer(@Nullable String name, int headerRow, List<String> otherSheets) {}

    /**
     * @param column as the spreadsheet names it: A, B, ... AA
     * @param field null where the column is left out
     */
    record ColumnAnswer(
            String column,
            String printed,
            @Nullable Field field,
            @Nullable MatchedBy matchedBy) {}

    /**
     * One row.
     *
     * @param row as the spreadsheet counts it
     * @param reportNo the sheet's, or the number that it would bear
     * @param before the report right before it
     */
    record RowAnswer(
            int row,
            @Nullable ProjectCode projectCode,
            @Nullable Integer reportNo,
            @Nullable LocalDate reportedOn,
            @Nullable Percent percent,
            @Nullable Baht disbursed,
            @Nullable String narrative,
            ScheduleStatus scheduleStatus,
            TargetStatus targetStatus,
            RowState state,
            List<ProblemAnswer> problems,
            @Nullable BeforeAnswer before) {}

    /**
     * @param field null for the row as a whole
     * @param refuses false for what a person should look at
     */
    record ProblemAnswer(@Nullable Field field, String code, boolean refuses, String message) {}

    /** What the project's last report says, the sheet's rows above this one included. */
    record BeforeAnswer(
            int reportNo,
            LocalDate reportedOn,
            Percent percent,
            @Nullable Baht disbursed,
            String narrative,
            ScheduleStatus scheduleStatus,
            TargetStatus targetStatus) {

        static BeforeAnswer of(Report report) {
            return new BeforeAnswer(
                    report.reportNo(),
                    report.reportedOn(),
                    report.content().percent(),
                    report.content().disbursed(),
                    report.content().narrative(),
                    report.content().scheduleStatus(),
                    report.content().targetStatus());
        }
    }

    record LeftOutAnswer(int row, String code, String message) {}

    /** @param projects that readable codes name */
    record Totals(int rows, long ok, long warnings, long refused, long projects, int leftOut) {}

    static BulkAnswer of(DecidedSheet decided, ProblemWords words) {
        ReportSheet sheet = decided.sheet();
        return new BulkAnswer(
                decided.draft().bulkId(),
                decided.draft().sent().sha256().hex(),
                new SheetAnswer(sheet.sheet(), sheet.columns().row(), sheet.otherSheets()),
                sheet.columns().all().stream()
                        .map(column -> new ColumnAnswer(
                                letters(column.index()), column.printed(), column.field(), column.matchedBy()))
                        .toList(),
                decided.rows().stream().map(row -> row(row, words)).toList(),
                sheet.leftOut().stream()
                        .map(left -> new LeftOutAnswer(
                                left.row(),
                                left.code().name(),
                                words.of(RowProblem.worthALook(null, left.code(), Map.of()))))
                        .toList(),
                new Totals(
                        decided.rows().size(),
                        decided.count(RowState.OK),
                        decided.count(RowState.WARNING),
                        decided.count(RowState.REFUSED),
                        decided.projects(),
                        sheet.leftOut().size()));
    }

    private static RowAnswer row(DecidedRow decided, ProblemWords words) {
        ReportRow row = decided.row();
        return new RowAnswer(
                row.row(),
                row.project(),
                decided.reportNo(),
                row.reportedOn(),
                row.percent(),
                row.disbursed(),
                row.narrative(),
                row.scheduleStatus(),
                row.targetStatus(),
                decided.state(),
                decided.problems().stream()
                        .map(problem -> new ProblemAnswer(
                                problem.field(), problem.code().name(), problem.refuses(), words.of(problem)))
                        .toList(),
                decided.before() == null ? null : BeforeAnswer.of(decided.before()));
    }

    /** 0 is A, 26 is AA. */
    static String letters(int index) {
        StringBuilder letters = new StringBuilder();
        for (int left = index + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }
}
