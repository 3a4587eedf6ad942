package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders the reports by their true numbers, and says what an auditor would ask about. Paper is evidence: nothing is refused. */
final class ReportOrder {
    private ReportOrder() {}

    static List<Rows.Row> byNumber(List<Rows.Row> asPrinted, Warnings warnings) {
        Map<Integer, PrintedReport> seen = new HashMap<>();
        List<Rows.Row> kept = new ArrayList<>();
        int highest = 0;
        for (Rows.Row row : asPrinted) {
            int reportNo = row.report().reportNo();
            PrintedReport twin = seen.putIfAbsent(reportNo, row.report());
            if (twin != null && isTheSame(twin, row.report())) {
                warn(WarningCode.REPORT_PRINTED_TWICE, row, Map.of("reportNo", reportNo), warnings);
                continue;
            }
            kept.add(row);
            if (twin != null) {
                warn(WarningCode.REPORT_NUMBER_REPEATED, row, Map.of("reportNo", reportNo), warnings);
            } else if (reportNo < highest) {
                warn(WarningCode.REPORTS_OUT_OF_ORDER, row, Map.of("reportNo", reportNo), warnings);
            }
            highest = Math.max(highest, reportNo);
        }
        List<Rows.Row> ordered = kept.stream()
                .sorted(Comparator.comparingInt(row -> row.report().reportNo()))
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            compare(i == 0 ? null : ordered.get(i - 1).report(), ordered.get(i), warnings);
        }
        return ordered;
    }

    /** The same row printed again, say where two pages overlap: nothing is told otherwise, so nothing is to be chosen. */
    private static boolean isTheSame(PrintedReport one, PrintedReport other) {
        return one.reportedOn().equals(other.reportedOn())
                && one.percent().equals(other.percent())
                && one.disbursed().equals(other.disbursed())
                && one.scheduleStatus() == other.scheduleStatus()
                && one.targetStatus() == other.targetStatus()
                && one.narrative().equals(other.narrative());
    }

    private static void compare(@Nullable PrintedReport before, Rows.Row row, Warnings warnings) {
        PrintedReport report = row.report();
        int expected = before == null ? 1 : before.reportNo() + 1;
        if (report.reportNo() > expected) {
            warn(
                    WarningCode.REPORT_NUMBER_GAP,
                    row,
                    Map.of("reportNo", report.reportNo(), "first", expected, "last", report.reportNo() - 1),
                    warnings);
        }
        if (before == null) {
            return;
        }
        if (report.percent().isBelow(before.percent())) {
            warn(
                    WarningCode.PERCENT_FELL,
                    row,
                    Map.of(
                            "reportNo", report.reportNo(),
                            "before", before.percent().toString(),
                            "after", report.percent().toString()),
                    warnings);
        }
        if (report.reportedOn().isBefore(before.reportedOn())) {
            warn(
                    WarningCode.REPORT_DATES_OUT_OF_ORDER,
                    row,
                    Map.of(
                            "reportNo", report.reportNo(),
                            "before", before.reportedOn().toString(),
                            "after", report.reportedOn().toString()),
                    warnings);
        }
    }

    /** At the report's date, save for a fall, which stands where the percentage does. */
    private static void warn(WarningCode code, Rows.Row row, Map<String, Object> data, Warnings warnings) {
        Narrative words = row.narrative();
        boolean atPercent = code == WarningCode.PERCENT_FELL;
        int offset = atPercent ? words.span().end() : Math.max(0, words.span().start() - 1);
        Paper paper = words.paper();
        int length = paper.text().length();
        warnings.add(
                code, paper.lineAt(atPercent ? paper.trimmed(offset, length).start() : offset), data);
    }
}
