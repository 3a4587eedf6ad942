package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/**
 * Puts the rows together again. Dates and percentages strictly alternate on the paper, whatever its labels and page
 * breaks do: each date goes with the percentage that follows it, and (ครั้งที่ n) numbers the report.
 */
final class Rows {
    private static final Pattern OF_PAGE = Pattern.compile("\\s*+[0-9]{1,4}\\s*+|[^*]*+\\*{4}.*");
    private static final int LONGEST_OF_PAGE = 200;

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

    /**
     * The rows of the range, as the paper orders them.
     *
     * @param marks of the range, in order; a date or percentage that belongs to no pair is words, or was not chosen
     */
    static List<Row> read(
            Paper paper, int from, int to, List<Mark> marks, Readings readings, ReadLimits limits, Warnings warnings) {
        Rows rows = new Rows(paper, from, limits, warnings);
        Set<Mark> paired = Collections.newSetFromMap(new IdentityHashMap<>());
        new RowPairs(paper, marks, readings)
                .pairs()
                .forEach(pair -> paired.addAll(List.of(pair.date(), pair.percent())));
        for (Mark mark : marks) {
            boolean isLayout = mark instanceof Mark.RowLabel || mark instanceof Mark.PageLine;
            if (isLayout || paired.contains(mark)) {
                rows.take(mark);
            }
        }
        rows.finish(to);
        return rows.rows;
    }

    private void take(Mark mark) {
        if (date == null) {
            warnOfWordsBetweenRows(mark.start());
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
        if (isInNarrative(next)) {
            layout.add(next);
        }
    }

    private void takePageLine(Mark.PageLine page) {
        if (isInNarrative(page)) {
            layout.add(page);
        } else if (page.start() < covered) {
            warnOfPage(page, rows.isEmpty() ? 0 : rows.getLast().report().reportNo());
        }
    }

    /** Inside a date or a percent line layout parts nothing. */
    private boolean isInNarrative(Mark mark) {
        return date != null && mark.start() >= date.end();
    }

    private void takeDate(Mark.DateMark next) {
        if (rows.size() >= limits.reports()) {
            throw new UnreadablePaper(UnreadableCode.TOO_MANY_REPORTS, line(next), Map.of("limit", limits.reports()));
        }
        date = next;
        labelOfDate = label;
        labelUsed = true;
        layout.clear();
    }

    private void takePercent(Mark.PercentMark percent) {
        Mark.DateMark date = Objects.requireNonNull(this.date);
        labelUsed = true;
        Narrative narrative = new Narrative(paper, new Span(date.end(), percent.start()), layout);
        if (narrative.span().end() - narrative.span().start() > limits.narrativeLength()) {
            throw new UnreadablePaper(
                    UnreadableCode.NARRATIVE_TOO_LONG, line(date), Map.of("limit", limits.narrativeLength()));
        }
        PrintedReport report = report(date, percent, narrative);
        warnOf(report, date, percent, narrative);
        rows.add(new Row(report, narrative));
        this.date = null;
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
        List<Mark> pages =
                layout.stream().filter(Mark.PageLine.class::isInstance).toList();
        for (Mark page : pages) {
            // a title says that a page begins; whatever else is left out is told line by line
            if (page == pages.getFirst() || !Heading.isTitle(paper.lineText(paper.lineAt(page.start())))) {
                warnOfPage(page, reportNo);
            }
        }
        Integer broken = paper.brokenTags().ceiling(narrative.span().start());
        if (broken != null && broken < narrative.span().end()) {
            int line = paper.lineAt(broken);
            String text = CleanText.excerpt(paper.text().substring(broken, paper.endOfLine(line)));
            warnings.add(WarningCode.HTML_DAMAGED, line, Map.of("reportNo", reportNo, "text", text));
        }
        warnOfPageLines(narrative, reportNo);
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

    private void warnOfPageLines(Narrative narrative, int reportNo) {
        int last = paper.lineAt(narrative.span().end());
        for (int line = paper.lineAt(narrative.span().start()) + 1; line < last; line++) {
            boolean suspect = paper.endOfLine(line) - paper.startOfLine(line) < LONGEST_OF_PAGE
                    && OF_PAGE.matcher(paper.lineText(line)).matches()
                    && !paper.isPageLine(line);
            if (suspect) {
                String text = CleanText.excerpt(paper.lineText(line));
                warnings.add(WarningCode.PAGE_LINE_SUSPECT, line, Map.of("reportNo", reportNo, "text", text));
            }
        }
    }

    private void warnOfPage(Mark page, int reportNo) {
        warn(WarningCode.HEADER_INSIDE_ROW, page, Map.of("reportNo", reportNo));
    }

    private void finish(int to) {
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

    private void warn(WarningCode code, Mark mark, Map<String, Object> data) {
        warnings.add(code, line(mark), data);
    }

    private int line(Mark mark) {
        return RowPairs.line(paper, mark);
    }
}
