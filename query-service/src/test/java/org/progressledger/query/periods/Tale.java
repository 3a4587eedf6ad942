package org.progressledger.query.periods;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Amended;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.EventJson;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.PrintedRow;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectReopened;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.Provenance;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Score;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;

/** What was recorded of a project, and when. Positions are sequences and 100. */
final class Tale {
    static final ProjectCode CODE = ProjectCode.of("50470000-3298");
    static final FiscalYear YEAR = FiscalYear.of(2564);
    private static final Provenance CLERK = new Provenance("clerk", "OFFICER", null, "c", null, null, null, null);
    private static final Provenance FROM_PAPER =
            CLERK.from(new Source(Sha256.ofBytes(new byte[] {1}), List.of(new LineRange(3, 4))), null);

    private static final Provenance FROM_SHEET =
            CLERK.from(new Source(Sha256.ofBytes(new byte[] {2}), List.of(new LineRange(3, 3))), null);

    private final List<RecordedEvent> recorded = new ArrayList<>();
    private LocalDate today;
    private Provenance provenance = CLERK;

    private Tale(LocalDate today) {
        this.today = today;
    }

    /** Registered on its first day; 1,000 baht allocated. */
    static Tale of(String startsOn, String endsOn, @Nullable String spent) {
        return new Tale(LocalDate.parse(startsOn))
                .fact(new ProjectRegistered(
                        CODE,
                        "โครงการ",
                        YEAR,
                        new Period(LocalDate.parse(startsOn), LocalDate.parse(endsOn)),
                        new Budget(Baht.of("1000"), spent == null ? null : Baht.of(spent)),
                        new ResponsibleAgency("เขต", null, null),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of()));
    }

    /** The whole of fiscal year 2564. */
    static Tale ofTheYear() {
        return of("2020-10-01", "2021-09-30", null);
    }

    /** The day on which what comes next is recorded. */
    Tale today(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    Tale today(LocalDate day) {
        today = day;
        return this;
    }

    /** What comes next is read from a printout. */
    Tale fromPaper() {
        provenance = FROM_PAPER;
        return this;
    }

    /** What comes next is read from a sheet of several projects. */
    Tale fromSheet() {
        provenance = FROM_SHEET;
        return this;
    }

    Tale typed() {
        provenance = CLERK;
        return this;
    }

    Tale fact(ProjectEvent event) {
        long sequence = recorded.size();
        recorded.add(new RecordedEvent(
                100 + sequence,
                sequence,
                "e" + sequence,
                today.atTime(9, 0).atZone(RecordedEvent.OFFICE).toInstant().plusSeconds(sequence),
                "hash",
                event,
                provenance));
        return this;
    }

    static ReportContent says(String percent, @Nullable String disbursed) {
        return new ReportContent(
                Percent.of(percent),
                disbursed == null ? null : Baht.of(disbursed),
                ScheduleStatus.ON_PLAN,
                TargetStatus.ON_TARGET,
                "ดำเนินการ");
    }

    /** Recorded on its date. */
    Tale report(int no, String date, String percent) {
        return today(date).report(no, 1, LocalDate.parse(date), says(percent, null));
    }

    Tale report(int no, int revision, LocalDate date, ReportContent content) {
        PrintedRow printed = provenance.equals(FROM_PAPER) ? new PrintedRow(no, "ดำเนินการ", "", "") : null;
        return fact(new ProgressReported(CODE, no, revision, date, content, printed));
    }

    Tale corrected(int no, ReportContent before, ReportContent after) {
        return fact(new ProgressCorrected(CODE, no, before, after, null, null));
    }

    Tale returned(int no, int revision) {
        return fact(new ReportReturned(CODE, no, revision));
    }

    Tale paused(LocalDate from) {
        return fact(new ProjectPaused(CODE, from, PauseCause.OTHER, "น้ำท่วม", null));
    }

    Tale resumed(LocalDate pausedOn, LocalDate from) {
        return fact(new ProjectResumed(CODE, from, pausedOn, null, null));
    }

    Tale completed(LocalDate on) {
        return fact(new ProjectCompleted(CODE, on, null, null));
    }

    Tale reopened(LocalDate on) {
        return fact(new ProjectReopened(CODE, on, null));
    }

    Tale planned(@Nullable LocalDate effectiveOn, PlannedMonth... months) {
        return fact(new PlanRecorded(CODE, effectiveOn, List.of(months), null));
    }

    static PlannedMonth by(String month, String percent) {
        return new PlannedMonth(YearMonth.parse(month), Percent.of(percent));
    }

    Tale scored(String quarter, @Nullable String score) {
        return scored(Quarter.of(quarter), score == null ? null : Score.of(score), null);
    }

    Tale scored(Quarter quarter, @Nullable Score score, @Nullable LocalDate on) {
        return fact(new QuarterEvaluated(CODE, quarter, null, null, score, List.of(), null, on));
    }

    Tale window(String month, String until) {
        return fact(new LateWindowOpened(CODE, YearMonth.parse(month), LocalDate.parse(until)));
    }

    Tale amended(
            @Nullable LocalDate effectiveOn,
            @Nullable Amended<Period> period,
            @Nullable Amended<Baht> allocated,
            @Nullable Amended<Baht> spent) {
        return fact(new ProjectDetailsAmended(
                CODE,
                effectiveOn,
                null,
                null,
                period,
                allocated,
                spent,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    long nextSequence() {
        return recorded.size();
    }

    ProjectHistory history() {
        return ProjectHistory.of(recorded);
    }

    /** As it is kept: written and read again. */
    Sheet sheet() {
        Sheet made = SheetOf.history(history(), List.of());
        return EventJson.mapper().readValue(EventJson.mapper().writeValueAsString(made), Sheet.class);
    }

    OnDay on(LocalDate day) {
        return OnDay.of(sheet(), day).orElseThrow();
    }

    List<Cell> cells(Measure measure, Cut cut, String day) {
        return new Cells(measure, cut).of(on(LocalDate.parse(day)), cut.of(YEAR));
    }

    List<Anomaly> anomalies(Measure measure, Cut cut, String day) {
        return new Anomalies(
                        measure,
                        cut,
                        new PeriodSettings(new java.math.BigDecimal("0.01"), new java.math.BigDecimal("25")))
                .of(on(LocalDate.parse(day)), cut.of(YEAR), cells(measure, cut, day), true);
    }
}
