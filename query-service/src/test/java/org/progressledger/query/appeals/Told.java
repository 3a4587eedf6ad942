package org.progressledger.query.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealStage;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.Letter;
import org.progressledger.events.LineRange;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Provenance;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Score;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.asking.Points.Point;

/** What was recorded of a project and its appeals. Positions are sequences and 100; each fact is recorded a minute later. */
final class Told {
    static final ProjectCode CODE = ProjectCode.of("50470000-3298");
    static final LocalDate AFTERWARDS = LocalDate.parse("2021-10-01");
    static final Instant FIRST = Instant.parse("2021-10-01T03:00:00Z");
    static final Letter LETTER = new Letter("กท 1/2564", null, null);
    static final IndicatorId I1 = IndicatorId.of("i1");
    private static final Provenance CLERK = new Provenance("clerk", "OFFICER", null, "c", null, null, null, null);

    private final List<RecordedEvent> recorded = new ArrayList<>();

    private Told() {}

    static Told begins() {
        return new Told()
                .fact(new ProjectRegistered(
                        CODE,
                        "โครงการ",
                        FiscalYear.of(2564),
                        new Period(LocalDate.parse("2020-10-01"), LocalDate.parse("2021-09-30")),
                        new Budget(Baht.of("122800"), null),
                        new ResponsibleAgency("เขต", null, null),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of()));
    }

    Told fact(ProjectEvent event) {
        return record(event, CLERK);
    }

    private Told record(ProjectEvent event, Provenance by) {
        long sequence = recorded.size();
        Instant at = FIRST.plusSeconds(60 * sequence);
        recorded.add(new RecordedEvent(100 + sequence, sequence, "e" + sequence, at, "hash", event, by));
        return this;
    }

    Told report(int no, String date, String percent) {
        return fact(new ProgressReported(CODE, no, 1, LocalDate.parse(date), says(percent), null));
    }

    Told corrected(int no, String before, String after) {
        return fact(new ProgressCorrected(CODE, no, says(before), says(after), null, null));
    }

    private static ReportContent says(String percent) {
        return new ReportContent(
                Percent.of(percent), null, ScheduleStatus.ON_PLAN, TargetStatus.ON_TARGET, "ดำเนินการ");
    }

    Told filed(int round, String on) {
        return fact(new AppealFiled(CODE, round, LocalDate.parse(on), "โควิด", "ปรับเกณฑ์", LETTER));
    }

    Told decided(int round, String on, AppealOutcome outcome, @Nullable CriteriaChange criteria) {
        return fact(new AppealDecided(CODE, round, LocalDate.parse(on), outcome, criteria, LETTER));
    }

    /** Granted, of no indicator. */
    Told granted(int round, String on) {
        return decided(round, on, AppealOutcome.GRANTED, new CriteriaChange("4 ครั้ง", "2 ครั้ง", null));
    }

    Told takenBack(int round, String on) {
        return fact(new AppealWithdrawn(CODE, round, LocalDate.parse(on), LETTER));
    }

    Told reviewed(int round) {
        return fact(new AppealReviewed(CODE, round, AFTERWARDS, ReviewOutcome.COMPLIANT, "ตรวจแล้ว"));
    }

    /** In the narrative of a report, on line 10 and its number. */
    Told cited(int reportNo, @Nullable Integer round, AppealStage stage, boolean criteria) {
        LineRange line = new LineRange(10 + reportNo, 10 + reportNo);
        return record(
                new AppealCited(CODE, round, stage, criteria, LocalDate.parse("2021-08-30"), "อุทธรณ์"),
                CLERK.from(new Source(Sha256.ofBytes(new byte[] {1}), List.of(line)), reportNo));
    }

    Told indicator(@Nullable String criteria) {
        return fact(new IndicatorAdopted(
                CODE,
                I1,
                null,
                "ร้อยละของเครือข่าย",
                IndicatorKind.OUTCOME,
                "ร้อยละ",
                null,
                criteria,
                LocalDate.parse("2020-10-01")));
    }

    Told criteria(int version, @Nullable String before, String after, @Nullable Integer round) {
        return fact(
                new IndicatorCriteriaChanged(CODE, I1, version, before, after, LocalDate.parse("2021-04-20"), round));
    }

    Told scored(String on, @Nullable Integer version, @Nullable String score) {
        return fact(new QuarterEvaluated(
                CODE,
                Quarter.of("2564-Q2"),
                version == null ? null : I1,
                version,
                score == null ? null : Score.of(score),
                List.of(),
                "หมายเหตุ",
                LocalDate.parse(on)));
    }

    Told mistake(long sequence, String type) {
        return fact(new FactWithdrawn(CODE, sequence, type));
    }

    ProjectHistory history() {
        return ProjectHistory.of(recorded);
    }

    Project project() {
        return history().on(AFTERWARDS).orElseThrow();
    }

    List<AppealCase> cases() {
        return AppealCase.allOf(project());
    }

    List<String> ids() {
        return cases().stream().map(AppealCase::id).toList();
    }

    AppealCase round(int round) {
        return AppealCase.of(project(), round).orElseThrow();
    }

    List<Gap.Kind> gaps(int round) {
        return Gaps.of(round(round)).stream().map(Gap::kind).toList();
    }

    /** Positions of what was recorded of a round after its last finding. */
    List<Long> sinceReview(int round) {
        return Belonging.sinceLastReview(round(round)).stream()
                .map(fact -> fact.position())
                .toList();
    }

    AppealStory story(int round) {
        return story(round, AFTERWARDS, Instant.MAX);
    }

    AppealStory story(int round, LocalDate happenedOn, Instant recordedAt) {
        Storyteller teller = Storyteller.of(history(), new Point(happenedOn, recordedAt), 2_000);
        return teller.tell(Objects.requireNonNull(
                AppealCase.of(teller.project().orElseThrow(), round).orElse(null)));
    }
}
