package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/**
 * Puts the rows together again. Dates and percentages strictly alternate on the paper, whatever its labels and page
 * breaks do: each date goes with the percentage that follows it, and (ครั้งที่ n) numbers the report.
 */
final class Rows {
    private final Paper paper;
    private final ReadLimits limits;
    private final Warnings warnings;
    private final List<Row> rows = new ArrayList<>();
    private final List<Mark> layout = new ArrayList<>();
    private final Set<Integer> labelsSeen = new HashSet<>();
    private Mark.@Nullable RowLabel label;
    private Mark.@Nullable DateMark date;
    private Mark.@Nullable RowLabel labelOfDate;
    private boolean labelUsed = true;
    private int covered;

    /** A report and its words. */
    record Row(PrintedReport report, Narrative narrative) {}

    private Rows(Paper paper, int from, ReadLimits limits, Warnings warnings) {
        this.paper = paper;
        this.covered = from;
        this.limits = limits;
        this.warnings = warnings;
    }

    /** The rows of the range, as the paper orders them. */
    static List<Row> read(Paper paper, int from, int to, ReadLimits limits, Warnings warnings) {
        Rows rows = new Rows(paper, from, limits, warnings);
        for (Mark mark : new RowMarks(paper).in(from, to)) {
            rows.take(mark);
        }
        rows.finish(to);
        return rows.rows;
    }

    private void take(Mark mark) {
        if (date == null) {
            warnOfWordsBetweenRows(mark.start());
        } else if (mark.start() < date.end()) {
            throw notPaired(mark, "DATE");
        }
        switch (mark) {
            case Mark.RowLabel next -> takeLabel(next);
            case Mark.PageLine page -> takePageLine(page);
            case Mark.DateMark next -> takeDate(next);
            case Mark.PercentMark percent -> takePercent(percent);
        }
        covered = Math.max(covered, mark.end());
    }

    private void takeLabel(Mark.RowLabel next) {
        warnIfAlone();
        if (!labelsSeen.add(next.number())) {
            warn(WarningCode.LABEL_REPEATED, next, Map.of("label", next.number()));
        }
        if (!next.misspelling().isEmpty()) {
            warn(
                    WarningCode.LABEL_MISSPELT,
                    next,
                    Map.of("printed", CleanText.excerpt(next.misspelling()), "label", "รายงานครั้งที่"));
        }
        label = next;
        labelUsed = false;
        if (date != null) {
            layout.add(next);
        }
    }

    private void takePageLine(Mark.PageLine page) {
        if (date != null) {
            layout.add(page);
        }
    }

    private void takeDate(Mark.DateMark next) {
        if (date != null) {
            throw notPaired(date, "DATE");
        }
        if (rows.size() >= limits.reports()) {
            throw new UnreadablePaper(UnreadableCode.TOO_MANY_REPORTS, line(next), Map.of("limit", limits.reports()));
        }
        date = next;
        labelOfDate = label;
        labelUsed = true;
        layout.clear();
    }

    private void takePercent(Mark.PercentMark percent) {
        if (date == null) {
            throw notPaired(percent, "PERCENT");
        }
        labelUsed = true;
        Narrative narrative = new Narrative(paper, new Span(date.end(), percent.start()), layout);
        if (narrative.span().end() - narrative.span().start() > limits.narrativeLength()) {
            throw new UnreadablePaper(
                    UnreadableCode.NARRATIVE_TOO_LONG, line(date), Map.of("limit", limits.narrativeLength()));
        }
        PrintedReport report = report(date, percent, narrative);
        warnOf(report, date, percent, narrative);
        rows.add(new Row(report, narrative));
        date = null;
    }

    private PrintedReport report(Mark.DateMark date, Mark.PercentMark percent, Narrative narrative) {
        List<Span> spans = new ArrayList<>(narrative.parts());
        spans.add(new Span(date.start(), date.end()));
        spans.add(new Span(percent.start(), percent.end()));
        if (labelOfDate != null) {
            spans.add(new Span(labelOfDate.start(), labelOfDate.end()));
        }
        return new PrintedReport(
                percent.reportNo(),
                labelOfDate == null ? null : labelOfDate.number(),
                date.date(),
                narrative.clean(),
                narrative.raw(),
                percent.percent(),
                percent.disbursed(),
                percent.statuses().schedule(),
                percent.statuses().schedulePrinted(),
                percent.statuses().target(),
                percent.statuses().targetPrinted(),
                paper.linesOf(spans));
    }

    private void warnOf(PrintedReport report, Mark.DateMark date, Mark.PercentMark percent, Narrative narrative) {
        int reportNo = report.reportNo();
        if (labelOfDate == null) {
            warn(WarningCode.LABEL_MISSING, date, Map.of("reportNo", reportNo));
        } else if (labelOfDate.number() != reportNo) {
            warn(WarningCode.LABEL_SLIPPED, date, Map.of("reportNo", reportNo, "label", labelOfDate.number()));
        } else if (label != null && label.number() != reportNo) {
            warn(WarningCode.LABEL_SLIPPED, percent, Map.of("reportNo", reportNo, "label", label.number()));
        }
        layout.stream()
                .filter(Mark.PageLine.class::isInstance)
                .findFirst()
                .ifPresent(page -> warn(WarningCode.HEADER_INSIDE_ROW, page, Map.of("reportNo", reportNo)));
        int tag = paper.firstTag(narrative.span().start(), narrative.span().end());
        if (tag >= 0) {
            warnings.add(WarningCode.HTML_REMOVED, paper.lineAt(tag), Map.of("reportNo", reportNo));
        }
        if (report.narrative().isEmpty()) {
            warn(WarningCode.NARRATIVE_EMPTY, date, Map.of("reportNo", reportNo));
        }
        if (report.scheduleStatus() == ScheduleStatus.UNKNOWN) {
            warn(
                    WarningCode.STATUS_UNKNOWN,
                    percent,
                    Map.of("reportNo", reportNo, "printed", report.schedulePrinted()));
        }
        if (report.targetStatus() == TargetStatus.UNKNOWN) {
            warn(WarningCode.STATUS_UNKNOWN, percent, Map.of("reportNo", reportNo, "printed", report.targetPrinted()));
        }
    }

    private void finish(int to) {
        if (date != null) {
            throw notPaired(date, "DATE");
        }
        warnIfAlone();
        warnOfWordsBetweenRows(to);
    }

    private void warnIfAlone() {
        if (label != null && !labelUsed) {
            warn(WarningCode.LABEL_ALONE, label, Map.of("label", label.number()));
        }
    }

    private void warnOfWordsBetweenRows(int to) {
        if (covered >= to || paper.isBlank(covered, to)) {
            return;
        }
        Span words = paper.trimmed(covered, to);
        warnings.add(
                WarningCode.TEXT_NOT_READ,
                paper.lineAt(words.start()),
                Map.of("text", CleanText.excerpt(paper.text().substring(words.start(), words.end()))));
    }

    private UnreadablePaper notPaired(Mark mark, String found) {
        return new UnreadablePaper(UnreadableCode.ROWS_NOT_PAIRED, line(mark), Map.of("found", found));
    }

    private void warn(WarningCode code, Mark mark, Map<String, Object> data) {
        warnings.add(code, line(mark), data);
    }

    private int line(Mark mark) {
        // a mark may begin with the white space before it
        return paper.lineAt(paper.trimmed(mark.start(), mark.end()).start());
    }
}
