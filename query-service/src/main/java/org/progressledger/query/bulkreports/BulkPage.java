package org.progressledger.query.bulkreports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;

/**
 * A sheet of reports.
 *
 * @param trouble why it was not taken, or not recorded; null at first
 * @param recorded what was recorded of it; null before
 * @param sheet null while nothing was sent
 * @param mostBytes of one sending
 */
record BulkPage(
        Frame frame,
        @Nullable Trouble trouble,
        @Nullable RecordedShown recorded,
        @Nullable SheetShown sheet,
        long mostBytes,
        String tooLarge) {

    record Trouble(String detail, String code) {}

    /** What a confirmation recorded, report by report. */
    record RecordedShown(List<ReportShown> reports, long projects) {}

    record ReportShown(String position, long number, String code, String words) {}

    record SheetShown(
            String bulkId,
            String key,
            long refused,
            long warnings,
            int reports,
            long projects,
            List<String> columnsLeftOut,
            List<String> columnsMatched,
            List<RowShown> rows,
            List<LeftOutShown> leftOut) {}

    /** @param state {@code OK}, {@code WARNING} or {@code REFUSED} */
    record RowShown(
            int row,
            String state,
            Cell code,
            Cell reportNo,
            Cell day,
            Cell percent,
            Cell disbursed,
            Cell narrative,
            @Nullable String before,
            List<String> whole) {}

    /** @param problems what is wrong, or to be looked at, in this cell */
    record Cell(@Nullable String text, boolean refused, List<String> problems) {}

    record LeftOutShown(int row, String message) {}
}
