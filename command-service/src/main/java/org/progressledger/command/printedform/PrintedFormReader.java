package org.progressledger.command.printedform;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Sha256;

/** แบบแสดงรายงานความก้าวหน้า…: from the bytes of a printout to a draft. A plain function of its arguments. */
public final class PrintedFormReader {
    private PrintedFormReader() {}

    /**
     * Reads one form. Whatever the bytes are, the answer is a value; its time grows with their number.
     *
     * @param bytes as they came
     * @param declared UTF-8 or windows-874 (TIS-620); null: UTF-8 is tried first, then windows-874
     */
    public static ReadResult read(byte[] bytes, @Nullable Charset declared, ReadLimits limits) {
        return read(bytes, declared, limits, Map.of());
    }

    /** @param choices what a person chose where the paper can be read in more than one way: option by {@link Reading} */
    public static ReadResult read(
            byte[] bytes, @Nullable Charset declared, ReadLimits limits, Map<String, String> choices) {
        return read(bytes, declared, limits, choices, true);
    }

    /** The form alone, without what its narratives propose. */
    static ReadResult readForm(byte[] bytes, ReadLimits limits) {
        return read(bytes, null, limits, Map.of(), false);
    }

    private static ReadResult read(
            byte[] bytes,
            @Nullable Charset declared,
            ReadLimits limits,
            Map<String, String> choices,
            boolean proposing) {
        try {
            if (bytes.length > limits.bytes()) {
                throw new UnreadablePaper(
                        UnreadableCode.TOO_MANY_BYTES, null, Map.of("bytes", bytes.length, "limit", limits.bytes()));
            }
            Paper paper = Paper.of(Decoding.decode(bytes, declared), limits);
            return read(paper, limits, choices, Sha256.ofBytes(bytes), proposing);
        } catch (UnreadablePaper unreadable) {
            return unreadable.answer();
        }
    }

    /**
     * Reads one form whose text others have taken out of its bytes.
     *
     * @param choices as above
     * @param sha256 of the bytes
     */
    public static ReadResult readText(String text, Sha256 sha256, ReadLimits limits, Map<String, String> choices) {
        try {
            return read(Paper.of(text, limits), limits, choices, sha256, true);
        } catch (UnreadablePaper unreadable) {
            return unreadable.answer();
        }
    }

    private static ReadResult read(
            Paper paper, ReadLimits limits, Map<String, String> choices, Sha256 sha256, boolean proposing) {
        Warnings warnings = new Warnings();
        Readings readings = new Readings(choices, warnings);
        int reportsBegin = new RowMarks(paper, Set.of()).beginning();
        HeadLines head = HeadLines.read(paper, reportsBegin, warnings);
        if (!head.isProgressForm()) {
            throw new UnreadablePaper(UnreadableCode.NOT_A_PROGRESS_FORM, null, Map.of());
        }
        // the code first: without it nobody knows which project the paper speaks of
        HeadFields fields = new HeadFields(paper, head, readings);
        HeadValues values = new HeadValues(paper, fields, reportsBegin, readings);
        var code = values.projectCode();
        SeveralForms.refuse(paper, reportsBegin, code);
        List<Mark> marks = new RowMarks(paper, head.repeatable()).from(reportsBegin, warnings, readings);
        int reportsEnd = Certifications.beginning(paper, endOfRows(marks, reportsBegin));
        List<Rows.Row> rows = ReportOrder.byNumber(
                Rows.read(paper, reportsBegin, reportsEnd, before(reportsEnd, marks), readings, limits, warnings),
                warnings);
        HeadSections sections = new HeadSections(paper, head, fields);
        PrintedForm form = new PrintedForm(
                code,
                values.name(),
                values.fiscalYear(),
                values.date(FieldLabel.STARTS_ON),
                values.date(FieldLabel.ENDS_ON),
                values.budgetAllocated(),
                values.budgetSpent(),
                values.agency(),
                values.person(FieldLabel.OFFICER),
                values.person(FieldLabel.COORDINATOR),
                sections.rationale(),
                sections.objectives(),
                sections.target(),
                sections.strategy(),
                sections.indicators(),
                rows.stream().map(Rows.Row::report).toList(),
                Certifications.read(paper, reportsEnd));
        checkPeriod(form, warnings);
        warnOfFarDates(form, warnings);
        warnOfWhatIsMissing(form, paper, warnings);
        List<Proposal> proposals = proposing ? Proposals.of(rows, warnings) : List.of();
        return new ReadResult.Read(form, warnings.inOrder(), readings.found(), proposals, paper.lines(), sha256);
    }

    /** Whatever certifies the form stands behind its last report; a narrative may use the same words. */
    private static int endOfRows(List<Mark> marks, int reportsBegin) {
        return marks.stream()
                .filter(Mark.PercentMark.class::isInstance)
                .mapToInt(Mark::end)
                .max()
                .orElse(reportsBegin);
    }

    private static List<Mark> before(int end, List<Mark> marks) {
        return marks.stream().filter(mark -> mark.start() < end).toList();
    }

    private static void checkPeriod(PrintedForm form, Warnings warnings) {
        LocalDate startsOn = form.startsOn().value();
        LocalDate endsOn = form.endsOn().value();
        int line = form.endsOn().lines().getFirst().first();
        if (endsOn.isBefore(startsOn)) {
            throw new UnreadablePaper(
                    UnreadableCode.PERIOD_REVERSED,
                    line,
                    Map.of("startsOn", startsOn.toString(), "endsOn", endsOn.toString()));
        }
        FiscalYear year = form.fiscalYear().value();
        if (!year.contains(startsOn) || !year.contains(endsOn)) {
            warnings.add(
                    WarningCode.PERIOD_OUTSIDE_FISCAL_YEAR,
                    year.contains(startsOn)
                            ? line
                            : form.startsOn().lines().getFirst().first(),
                    Map.of(
                            "startsOn", startsOn.toString(),
                            "endsOn", endsOn.toString(),
                            "fiscalYear", year.toString()));
        }
    }

    /** A digit of the year may be wrong, or the report be another project's. */
    private static void warnOfFarDates(PrintedForm form, Warnings warnings) {
        LocalDate earliest = form.startsOn().value().minusYears(1);
        LocalDate latest = form.endsOn().value().plusYears(1);
        for (PrintedReport report : form.reports()) {
            LocalDate reportedOn = report.reportedOn();
            if (reportedOn.isBefore(earliest) || reportedOn.isAfter(latest)) {
                warnings.add(
                        WarningCode.REPORT_DATE_FAR,
                        report.lines().getFirst().first(),
                        Map.of("reportNo", report.reportNo(), "reportedOn", reportedOn.toString()));
            }
        }
    }

    private static void warnOfWhatIsMissing(PrintedForm form, Paper paper, Warnings warnings) {
        if (form.reports().isEmpty()) {
            warnings.add(WarningCode.NO_REPORTS, paper.lineCount(), Map.of());
        }
        if (form.certification() == null) {
            warnings.add(WarningCode.CERTIFICATION_MISSING, paper.lineCount(), Map.of());
        }
    }
}
