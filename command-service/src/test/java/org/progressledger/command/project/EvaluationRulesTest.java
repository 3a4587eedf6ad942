package org.progressledger.command.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.command.project.ProjectCommand.EvaluateQuarter;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.Score;
import org.progressledger.events.ScorePart;

class EvaluationRulesTest extends OfficeHistory {
    private static final IndicatorId ID = IndicatorId.of("5047-0895");
    private static final Quarter Q2 = Quarter.of("2564-Q2");
    private static final Quarter Q3 = Quarter.of("2564-Q3");
    private static final IndicatorAdopted ADOPTED = new IndicatorAdopted(
            CODE, ID, null, "ร้อยละ", IndicatorKind.OUTPUT, "ร้อยละ", null, "เดิม", day("2021-01-10"));

    /** An evaluation of the second quarter, with what makes it differ from the plainest one. */
    private record Asked(
            @Nullable IndicatorId indicator,
            @Nullable Integer version,
            @Nullable String score,
            @Nullable String date,
            @Nullable String reason) {

        EvaluateQuarter of(Quarter quarter) {
            return new EvaluateQuarter(
                    CODE,
                    quarter,
                    indicator,
                    version,
                    score == null ? null : Score.of(score),
                    List.of(),
                    "ตามหลักฐาน",
                    date == null ? null : day(date),
                    reason);
        }
    }

    private static EvaluateQuarter ofProject(@Nullable String score, @Nullable String date, @Nullable String reason) {
        return new Asked(null, null, score, date, reason).of(Q2);
    }

    private static EvaluateQuarter ofIndicator(@Nullable Integer version, String score, @Nullable String date) {
        return new Asked(ID, version, score, date, null).of(Q2);
    }

    private static QuarterEvaluated evaluated(
            @Nullable Integer version, @Nullable String score, @Nullable String date) {
        return new QuarterEvaluated(
                CODE,
                Q2,
                version == null ? null : ID,
                version,
                score == null ? null : Score.of(score),
                List.of(),
                "ตามหลักฐาน",
                date == null ? null : day(date));
    }

    private void twoVersions() {
        given(
                registered(),
                ADOPTED,
                new IndicatorCriteriaChanged(CODE, ID, 2, "เดิม", "ใหม่", day("2021-05-01"), null));
    }

    @Test
    void a_project_is_scored_whatever_its_reports_say() {
        reports("25");

        accepted(when(ofProject("100", "2021-04-10", null), COORDINATOR), evaluated(null, "100", "2021-04-10"));
    }

    @Test
    void scores_and_parts_may_be_blank_and_may_disagree() {
        given(registered());
        List<ScorePart> parts = List.of(new ScorePart("2.1", Score.of("62.5")), new ScorePart("2.2", null));

        accepted(
                when(new EvaluateQuarter(CODE, Q2, null, null, null, parts, null, null, null), COORDINATOR),
                new QuarterEvaluated(CODE, Q2, null, null, null, parts, null, null));
        accepted(
                when(new EvaluateQuarter(CODE, Q2, null, null, Score.of("100"), parts, null, null, null), COORDINATOR),
                new QuarterEvaluated(CODE, Q2, null, null, Score.of("100"), parts, null, null));
    }

    @Test
    void an_indicator_is_scored_by_the_criteria_in_force_on_the_day_of_the_score() {
        twoVersions();

        accepted(when(ofIndicator(null, "40", "2021-04-30"), COORDINATOR), evaluated(1, "40", "2021-04-30"));
        accepted(when(ofIndicator(null, "40", "2021-05-01"), COORDINATOR), evaluated(2, "40", "2021-05-01"));
        accepted(when(ofIndicator(null, "40", null), COORDINATOR), evaluated(2, "40", null));
    }

    @Test
    void scores_under_old_and_new_criteria_stand_side_by_side() {
        twoVersions();
        asked(ofIndicator(2, "100", null), COORDINATOR);

        accepted(when(ofIndicator(1, "40", null), COORDINATOR), evaluated(1, "40", null));
    }

    @Test
    void refuses_a_version_of_the_criteria_that_is_not_there() {
        twoVersions();

        refused(
                when(ofIndicator(3, "40", null), COORDINATOR),
                Refusal.CRITERIA_VERSION_NOT_FOUND,
                "version",
                3,
                "highest",
                2);
    }

    @Test
    void refuses_to_score_an_indicator_that_is_not_adopted_or_before_it_was() {
        given(registered());
        refused(when(ofIndicator(1, "40", null), COORDINATOR), Refusal.INDICATOR_NOT_FOUND, "indicator", ID);

        given(ADOPTED);
        refused(
                when(ofIndicator(1, "40", "2021-01-09"), COORDINATOR),
                Refusal.BEFORE_ADOPTION,
                "adoptedOn",
                day("2021-01-10"),
                "given",
                day("2021-01-09"));
        lawful(when(ofIndicator(1, "40", "2021-01-10"), COORDINATOR));
    }

    @Test
    void a_quarter_is_scored_from_its_first_day_on_and_not_ahead() {
        given(registered());
        today = day("2021-03-31");
        refused(
                when(new Asked(null, null, "1", null, null).of(Q3), COORDINATOR),
                Refusal.QUARTER_HAS_NOT_BEGUN,
                "quarter",
                Q3,
                "given",
                day("2021-03-31"));

        today = day("2021-04-01");
        lawful(when(new Asked(null, null, "1", null, null).of(Q3), COORDINATOR));
        refused(
                when(new Asked(null, null, "1", "2021-04-02", null).of(Q3), COORDINATOR),
                Refusal.DATE_IN_THE_FUTURE,
                "given",
                day("2021-04-02"),
                "today",
                day("2021-04-01"));
    }

    @Test
    void a_score_that_takes_the_place_of_another_says_why_and_changes_something() {
        given(registered());
        asked(ofProject("40", null, null), COORDINATOR);

        refused(
                when(ofProject("40.00", null, "แก้ไข"), COORDINATOR),
                Refusal.EVALUATION_CHANGES_NOTHING,
                "quarter",
                Q2);
        refused(when(ofProject("41", null, null), COORDINATOR), Refusal.REPLACING_NEEDS_A_REASON, "quarter", Q2);
        accepted(when(ofProject("41", null, "แก้ไข"), COORDINATOR), evaluated(null, "41", null), "แก้ไข");
        accepted(when(ofProject(null, null, "แก้ไข"), COORDINATOR), evaluated(null, null, null), "แก้ไข");
    }

    @Test
    void a_score_may_change_in_its_parts_or_its_remark_alone() {
        given(registered());
        asked(ofProject("40", null, null), COORDINATOR);
        List<ScorePart> parts = List.of(new ScorePart("2.1", null));

        lawful(when(
                new EvaluateQuarter(CODE, Q2, null, null, Score.of("40"), parts, "ตามหลักฐาน", null, "แก้ไข"),
                COORDINATOR));
        lawful(when(
                new EvaluateQuarter(CODE, Q2, null, null, Score.of("40"), List.of(), null, null, "แก้ไข"),
                COORDINATOR));
    }

    @Test
    void a_score_of_the_project_replaces_none_of_an_indicator() {
        twoVersions();
        asked(ofIndicator(1, "40", null), COORDINATOR);

        lawful(when(ofProject("40", null, null), COORDINATOR));
        lawful(when(new Asked(ID, 1, "40", null, null).of(Q3), COORDINATOR));
        refused(when(ofIndicator(1, "41", null), COORDINATOR), Refusal.REPLACING_NEEDS_A_REASON, "quarter", Q2);
    }
}
