package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealStage;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.EvidenceAttached;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.FormCertified;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.IndicatorResultRecorded;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.Measurement;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectReopened;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.events.Score;
import org.progressledger.events.Sha256;
import org.progressledger.query.Facts;
import org.progressledger.query.projection.Views.Summary;

class SummariesTest {
    private static final ProjectCode CODE = Facts.BANGNA;
    private static final LocalDate DAY = LocalDate.of(2021, 4, 26);

    private static final IndicatorId INDICATOR = IndicatorId.of("5047-0895");
    private static final Quarter QUARTER = Quarter.of("2564-Q3");

    static List<ProjectEvent> events() {
        return List.of(
                Facts.registered(CODE, "โครงการ", "สำนักงานเขต", 2564, null),
                Facts.report(CODE, 7, "2021-04-26", "35"),
                Facts.correction(CODE, 7, "35", "30"),
                Facts.narrativeCorrection(CODE, 7, "35"),
                new ActivityHeld(CODE, DAY, "จัดประชุม"),
                new LetterCited(CODE, new Letter("กท 8401/1812", DAY, null)),
                new ProjectPaused(CODE, DAY, PauseCause.COVID_19, "ชะลอ", null),
                new ProjectPaused(CODE, DAY, PauseCause.OTHER, "น้ำท่วม", null),
                new AppealFiled(CODE, 2, DAY, "เหตุ", "ขอ", null),
                new AppealDecided(CODE, 2, DAY, AppealOutcome.GRANTED, null, null),
                new AppealDecided(CODE, 2, DAY, AppealOutcome.PARTLY_GRANTED, null, null),
                new AppealDecided(CODE, 2, DAY, AppealOutcome.REFUSED, null, null),
                new AppealCited(CODE, null, AppealStage.INTENDED, false, DAY, "จะอุทธรณ์"),
                new AppealCited(CODE, 2, AppealStage.AWAITING_RESULT, true, DAY, "รอผล"),
                new AppealCited(CODE, null, AppealStage.DECIDED, true, DAY, "ผลอุทธรณ์"),
                new AppealWithdrawn(CODE, 2, DAY, null),
                new AppealReviewed(CODE, 2, DAY, ReviewOutcome.COMPLIANT, "ถูกต้อง"),
                new AppealReviewed(CODE, 2, DAY, ReviewOutcome.NOT_COMPLIANT, "ไม่ถูกต้อง"),
                new AppealReviewed(CODE, 2, DAY, ReviewOutcome.INCONCLUSIVE, "ไม่พบหนังสือ"),
                Facts.amended(CODE, DAY),
                new PlanRecorded(CODE, DAY, List.of(new PlannedMonth(YearMonth.of(2021, 4), Percent.of("50"))), null),
                new ProjectResumed(CODE, DAY, DAY, null, null),
                new ProjectCompleted(CODE, DAY, null, null),
                new ProjectCancelled(CODE, DAY, null),
                new ProjectReopened(CODE, DAY, null),
                new EvidenceAttached(CODE, Sha256.ofBytes(new byte[] {1}), "application/pdf", 9, "รายงาน.pdf"),
                new FactWithdrawn(CODE, 1, "activity-held"),
                new FactWithdrawn(CODE, 2, "letter-cited"),
                new FactWithdrawn(CODE, 3, "project-paused"),
                new FactWithdrawn(CODE, 4, "appeal-filed"),
                new FactWithdrawn(CODE, 5, "appeal-cited"),
                new ReportReturned(CODE, 7, 1),
                new LateWindowOpened(CODE, YearMonth.of(2021, 3), DAY),
                new IndicatorAdopted(
                        CODE, INDICATOR, null, "ร้อยละของผู้เข้าร่วม", IndicatorKind.OUTPUT, "ร้อยละ", null, null, DAY),
                new IndicatorResultRecorded(CODE, INDICATOR, QUARTER, Measurement.of("170.83"), null, DAY),
                new IndicatorResultRecorded(CODE, INDICATOR, QUARTER, null, "ยังไม่วัด", DAY),
                new IndicatorCriteriaChanged(CODE, INDICATOR, 2, null, "จัด 2 ครั้ง", DAY, null),
                new QuarterEvaluated(CODE, QUARTER, null, null, Score.of("100"), List.of(), null, DAY),
                new QuarterEvaluated(CODE, QUARTER, null, null, null, List.of(), null, DAY),
                new QuarterEvaluated(CODE, QUARTER, INDICATOR, 2, Score.of("100"), List.of(), null, DAY),
                new QuarterEvaluated(CODE, QUARTER, INDICATOR, 2, null, List.of(), null, DAY),
                new FlagAcknowledged(CODE, "pct-jump-r5", "PCT_JUMP"),
                new FormCertified(CODE, new PersonalData("p", "s"), null, DAY, 44, Sha256.ofBytes(new byte[] {1})));
    }

    @Test
    void every_kind_of_event_is_told_here() {
        assertThat(events().stream().map(EventCatalogue::of).distinct())
                .containsExactlyInAnyOrder(EventCatalogue.values());
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_sentence_stands_in_thai_and_in_english(ProjectEvent event) {
        Summary summary = Summaries.of(event);
        assertThat(summary.th()).matches(".*\\p{IsThai}.*").doesNotContain("null", "%s", "%d");
        assertThat(summary.en()).matches("[A-Z].*").doesNotContain("null", "%s", "%d");
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_sentence_holds_no_code_and_no_date_of_machines(ProjectEvent event) {
        Summary summary = Summaries.of(event);
        String both = summary.th() + " | " + summary.en();
        assertThat(both)
                .doesNotContainPattern("[A-Z]_[A-Z]|\\d{4}-\\d{2}(-|\\D)|\\d{4}-Q|[a-z]-(held|cited|paused|filed)");
    }

    @Test
    void a_flag_is_called_as_on_pages_and_one_of_another_release_by_its_code() {
        assertThat(Summaries.of(new FlagAcknowledged(CODE, "pct-jump-r5", "PCT_JUMP")))
                .isEqualTo(new Summary(
                        "ผู้ตรวจสอบรับทราบข้อสังเกต ร้อยละเพิ่มกระโดด", "Flag acknowledged: Percentage jumped"));
        assertThat(Summaries.of(new FlagAcknowledged(CODE, "later-r5", "LATER")).en())
                .isEqualTo("Flag acknowledged: LATER");
    }

    @Test
    void an_English_sentence_has_English_days_months_and_quarters() {
        assertThat(Summaries.of(new ProjectResumed(CODE, DAY, DAY, null, null)).en())
                .isEqualTo("Work goes on from 26 Apr 2021");
        assertThat(Summaries.of(new LateWindowOpened(CODE, YearMonth.of(2021, 3), DAY))
                        .en())
                .isEqualTo("The month Mar 2021 may be reported late, until 26 Apr 2021");
        assertThat(Summaries.of(new QuarterEvaluated(CODE, QUARTER, null, null, null, List.of(), null, DAY))
                        .en())
                .contains("quarter " + QUARTER.number() + " of fiscal year ");
    }

    @Test
    void different_facts_read_differently() {
        assertThat(events().stream().map(Summaries::of).distinct()).hasSize(events().size());
    }

    @Test
    void a_correction_tells_both_values_and_a_date_its_buddhist_year() {
        assertThat(Summaries.of(Facts.correction(CODE, 7, "35", "30")).th())
                .isEqualTo("แก้ไขรายงานครั้งที่ 7 จากร้อยละ 35.00 เป็น 30.00");
        assertThat(Summaries.of(new ProjectPaused(CODE, DAY, PauseCause.COVID_19, "ชะลอ", null))
                        .th())
                .isEqualTo("ชะลอโครงการตั้งแต่ 26 เม.ย. 2564 (โควิด-19)");
    }

    @Test
    void a_long_text_is_cut_between_characters_as_they_are_read() {
        String long_ = Stream.generate(() -> "กี้").limit(100).reduce("", String::concat);
        String told = Summaries.of(new ActivityHeld(CODE, DAY, long_)).th();
        assertThat(told).endsWith("กี้…").hasSizeLessThan(200);
    }
}
