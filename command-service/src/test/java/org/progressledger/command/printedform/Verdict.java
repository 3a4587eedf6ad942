package org.progressledger.command.printedform;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.progressledger.command.printedform.Damage.Outcome;
import org.progressledger.command.printedform.ReadResult.Read;
import org.progressledger.command.printedform.ReadResult.Unreadable;
import org.progressledger.command.printedform.Sheet.Truth;
import org.progressledger.events.LineRange;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/** What became of a damaged sheet, judged by the truth beside it. */
record Verdict(Kind kind, String told) {
    enum Kind {
        TRUE,
        WARNED,
        REFUSED,
        /** A refusal that does not say where. */
        NAMELESS,
        SILENT
    }

    /** These say that something of the report is, or may be, other than printed; the others tell of layout. */
    private static final Set<WarningCode> OF_VALUES = EnumSet.complementOf(EnumSet.of(
            WarningCode.LABEL_MISSPELT,
            WarningCode.LABEL_SLIPPED,
            WarningCode.LABEL_REPEATED,
            WarningCode.LABEL_ALONE,
            WarningCode.LABEL_MISSING,
            WarningCode.HEADER_INSIDE_ROW,
            WarningCode.HTML_REMOVED,
            WarningCode.NO_REPORTS,
            WarningCode.CERTIFICATION_MISSING,
            WarningCode.PERCENT_FELL,
            WarningCode.REPORTS_OUT_OF_ORDER,
            WarningCode.STATUS_UNKNOWN,
            WarningCode.NARRATIVE_EMPTY,
            WarningCode.WORD_SUSPECT));

    /** These stand where they stand and speak of the whole form. */
    private static final Set<WarningCode> OF_THE_FORM = EnumSet.of(
            WarningCode.REPORT_NUMBER_GAP, WarningCode.REPORT_NUMBER_REPEATED, WarningCode.CERTIFICATION_MISSING);

    static Verdict of(Sheet sheet) {
        byte[] bytes = bytes(sheet);
        return switch (PrintedFormReader.readForm(bytes, ReadLimits.DEFAULTS)) {
            case Unreadable unreadable ->
                new Verdict(
                        unreadable.line() == null ? Kind.NAMELESS : Kind.REFUSED,
                        unreadable.code() + " at " + unreadable.line() + " " + unreadable.data());
            case Read read -> judge(sheet, read);
        };
    }

    static byte[] bytes(Sheet sheet) {
        if (!sheet.charset.equals("UTF-8")) {
            var old = Charset.forName(sheet.charset).newEncoder();
            if (old.canEncode(sheet.printed())) {
                return sheet.printed().getBytes(Charset.forName(sheet.charset));
            }
        }
        return sheet.printed().getBytes(StandardCharsets.UTF_8);
    }

    private static Verdict judge(Sheet sheet, Read read) {
        List<String> silent = new ArrayList<>();
        List<String> warned = new ArrayList<>();
        TreeMap<Integer, Truth> truths = new TreeMap<>();
        sheet.truth().forEach(truth -> truths.put(truth.number(), truth));
        for (PrintedReport report : read.form().reports()) {
            Truth truth = truths.remove(report.reportNo());
            String difference =
                    truth == null ? "report " + report.reportNo() + " is not on the paper" : difference(truth, report);
            if (!difference.isEmpty()) {
                (isWarned(report, read) ? warned : silent).add(difference);
            }
        }
        HeadTruth.differences(sheet, read).forEach(difference -> {
            (isWarnedInHead(read) ? warned : silent).add(difference);
        });
        for (Truth lost : truths.values()) {
            boolean told = read.warnings().stream()
                    .anyMatch(warning ->
                            OF_THE_FORM.contains(warning.code()) || warning.code() == WarningCode.NO_REPORTS);
            (told ? warned : silent).add("report " + lost.number() + " is lost");
        }
        if (!silent.isEmpty()) {
            return new Verdict(Kind.SILENT, silent + " although " + PrintedForms.warnings(read));
        }
        return warned.isEmpty() ? new Verdict(Kind.TRUE, "") : new Verdict(Kind.WARNED, warned.toString());
    }

    private static String difference(Truth truth, PrintedReport report) {
        StringBuilder told = new StringBuilder();
        tell(told, "date", truth.date(), report.reportedOn().toString());
        tell(
                told,
                "percent",
                Double.toString(Double.parseDouble(truth.percent())),
                Double.toString(report.percent().value().doubleValue()));
        tell(
                told,
                "amount",
                truth.amount(),
                report.disbursed().value().setScale(2).toString());
        tell(told, "words", even(truth.words()), even(report.narrative()));
        if (report.scheduleStatus() != ScheduleStatus.ON_PLAN && report.scheduleStatus() != ScheduleStatus.UNKNOWN
                || report.targetStatus() != TargetStatus.ON_TARGET && report.targetStatus() != TargetStatus.UNKNOWN) {
            told.append(" status read ").append(report.scheduleStatus()).append(report.targetStatus());
        }
        return told.isEmpty() ? "" : report.reportNo() + told.toString();
    }

    /** SARA AM however it was typed is the same letter, and marks of one letter have no order. */
    private static String even(String words) {
        return Folding.of(words).text().replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
    }

    private static void tell(StringBuilder told, String field, String truth, String read) {
        if (!truth.equals(read)) {
            int at = 0;
            while (at < Math.min(truth.length(), read.length()) && truth.charAt(at) == read.charAt(at)) {
                at++;
            }
            int from = Math.max(0, at - 8);
            told.append(" ")
                    .append(field)
                    .append(" was …")
                    .append(truth, from, Math.min(truth.length(), at + 30))
                    .append("… read …")
                    .append(read, from, Math.min(read.length(), at + 30));
        }
    }

    private static boolean isWarned(PrintedReport report, Read read) {
        return read.warnings().stream()
                .anyMatch(warning -> OF_VALUES.contains(warning.code()) && isAt(warning, report));
    }

    /** Something of the head was left out, or is to be chosen. */
    private static boolean isWarnedInHead(Read read) {
        int reports = read.form().reports().stream()
                .mapToInt(report -> report.lines().getFirst().first())
                .min()
                .orElse(Integer.MAX_VALUE);
        return read.warnings().stream()
                .anyMatch(warning -> OF_VALUES.contains(warning.code()) && warning.line() <= reports);
    }

    private static boolean isAt(Warning warning, PrintedReport report) {
        Object about = warning.data().get("reportNo");
        if (about instanceof Integer number && number == report.reportNo()) {
            return true;
        }
        int first = report.lines().getFirst().first();
        int last = report.lines().stream().mapToInt(LineRange::last).max().orElse(first);
        return warning.line() >= first - 1 && warning.line() <= last + 1;
    }

    boolean isAllowedBy(Outcome outcome) {
        return switch (outcome) {
            case TRUE -> kind == Kind.TRUE;
            case WARNED -> kind == Kind.TRUE || kind == Kind.WARNED;
            case REFUSED -> kind == Kind.REFUSED || kind == Kind.TRUE;
            case ANY -> kind != Kind.SILENT && kind != Kind.NAMELESS;
        };
    }
}
