package org.progressledger.command.project;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.command.project.ProjectCommand.AdoptIndicator;
import org.progressledger.command.project.ProjectCommand.ChangeCriteria;
import org.progressledger.command.project.ProjectCommand.RecordResult;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.IndicatorResultRecorded;
import org.progressledger.events.Measurement;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.Quarter;

class IndicatorRulesTest extends OfficeHistory {
    private static final IndicatorId ID = IndicatorId.of("5047-0895");
    private static final Quarter Q2 = Quarter.of("2564-Q2");
    private static final Quarter Q3 = Quarter.of("2564-Q3");

    private static AdoptIndicator adopt(@Nullable IndicatorId id, @Nullable String code, @Nullable String date) {
        return new AdoptIndicator(
                CODE,
                id,
                code,
                "ร้อยละของกิจกรรม",
                IndicatorKind.OUTPUT,
                "ร้อยละ",
                "80",
                "จัด 4 ครั้ง",
                date == null ? null : day(date));
    }

    private static IndicatorAdopted adopted(IndicatorId id, @Nullable String code, @Nullable String date) {
        return new IndicatorAdopted(
                CODE,
                id,
                code,
                "ร้อยละของกิจกรรม",
                IndicatorKind.OUTPUT,
                "ร้อยละ",
                "80",
                "จัด 4 ครั้ง",
                date == null ? null : day(date));
    }

    private void adoptedIn(String date) {
        given(registered(), adopted(ID, "5047-0895", date));
    }

    private static RecordResult result(
            Quarter quarter, @Nullable String result, @Nullable String date, @Nullable String reason) {
        return new RecordResult(
                CODE,
                ID,
                quarter,
                result == null ? null : Measurement.of(result),
                "จัดแล้ว",
                date == null ? null : day(date),
                reason);
    }

    private static IndicatorResultRecorded recorded(Quarter quarter, @Nullable String result, @Nullable String date) {
        return new IndicatorResultRecorded(
                CODE,
                ID,
                quarter,
                result == null ? null : Measurement.of(result),
                "จัดแล้ว",
                date == null ? null : day(date));
    }

    private static ChangeCriteria change(String criteria, String date, @Nullable Integer round) {
        return new ChangeCriteria(CODE, ID, criteria, day(date), round, "ตามผลอุทธรณ์");
    }

    // --- adoption ---

    @Test
    void an_adoption_tells_everything_of_the_indicator() {
        given(registered());

        accepted(
                when(adopt(IndicatorId.of("k1"), "5047-0895", "2021-06-15"), COORDINATOR),
                adopted(IndicatorId.of("k1"), "5047-0895", "2021-06-15"));
    }

    @ParameterizedTest
    @CsvSource({"5047-0895, 5047-0895", "5035-893, 5035-893", "อ.2/2, i1", ", i1"})
    void an_indicator_without_an_id_is_called_by_its_code_else_by_a_number(@Nullable String code, String id) {
        given(registered());

        accepted(when(adopt(null, code, null), COORDINATOR), adopted(IndicatorId.of(id), code, null));
    }

    @Test
    void the_number_is_the_first_free_one() {
        given(registered(), adopted(IndicatorId.of("i1"), null, null), adopted(IndicatorId.of("i3"), null, null));

        accepted(when(adopt(null, null, null), COORDINATOR), adopted(IndicatorId.of("i2"), null, null));
    }

    @Test
    void refuses_an_id_that_stands_for_an_indicator_already() {
        adoptedIn("2021-01-01");

        refused(when(adopt(ID, null, null), COORDINATOR), Refusal.INDICATOR_ALREADY_ADOPTED, "indicator", ID);
        refused(when(adopt(null, "5047-0895", null), COORDINATOR), Refusal.INDICATOR_ALREADY_ADOPTED, "indicator", ID);
        lawful(when(adopt(IndicatorId.of("5047-0896"), null, null), COORDINATOR));
    }

    @Test
    void an_adoption_is_not_dated_ahead() {
        given(registered());

        refused(
                when(adopt(ID, null, "2021-06-16"), COORDINATOR),
                Refusal.DATE_IN_THE_FUTURE,
                "given",
                TOMORROW,
                "today",
                TODAY);
    }

    // --- results ---

    @Test
    void a_result_tells_quarter_value_words_and_day() {
        adoptedIn("2021-01-01");

        accepted(when(result(Q2, "18.22", "2021-04-10", null), COORDINATOR), recorded(Q2, "18.22", "2021-04-10"));
    }

    @Test
    void a_result_may_exceed_a_hundred_may_fall_may_be_negative_and_may_be_blank() {
        adoptedIn("2021-01-01");

        asked(result(Q2, "1407.52", null, null), COORDINATOR);
        asked(result(Q3, "1.00", null, null), COORDINATOR);
        asked(result(Q3, "-5", null, "แก้ไข"), COORDINATOR);
        accepted(when(result(Q3, null, null, "ยังไม่มีผล"), COORDINATOR), recorded(Q3, null, null), "ยังไม่มีผล");
    }

    @Test
    void refuses_the_result_of_an_indicator_that_is_not_adopted() {
        given(registered());

        refused(when(result(Q2, "1", null, null), COORDINATOR), Refusal.INDICATOR_NOT_FOUND, "indicator", ID);
    }

    @Test
    void a_quarter_has_results_from_its_first_day_on() {
        adoptedIn("2021-01-01");

        today = day("2021-03-31");
        refused(
                when(result(Q3, "1", null, null), COORDINATOR),
                Refusal.QUARTER_HAS_NOT_BEGUN,
                "quarter",
                Q3,
                "given",
                day("2021-03-31"));
        today = day("2021-04-01");
        lawful(when(result(Q3, "1", null, null), COORDINATOR));
        refused(
                when(result(Q3, "1", "2021-03-31", null), COORDINATOR),
                Refusal.QUARTER_HAS_NOT_BEGUN,
                "quarter",
                Q3,
                "given",
                day("2021-03-31"));
        lawful(when(result(Q3, "1", "2021-04-01", null), COORDINATOR));
    }

    @Test
    void a_result_is_stated_between_the_adoption_and_today_both_included() {
        adoptedIn("2021-05-10");

        refused(
                when(result(Q2, "1", "2021-05-09", null), COORDINATOR),
                Refusal.BEFORE_ADOPTION,
                "adoptedOn",
                day("2021-05-10"),
                "given",
                day("2021-05-09"));
        lawful(when(result(Q2, "1", "2021-05-10", null), COORDINATOR));
        lawful(when(result(Q2, "1", "2021-06-15", null), COORDINATOR));
        refused(
                when(result(Q2, "1", "2021-06-16", null), COORDINATOR),
                Refusal.DATE_IN_THE_FUTURE,
                "given",
                TOMORROW,
                "today",
                TODAY);
    }

    @Test
    void a_result_that_takes_the_place_of_another_says_why_and_changes_something() {
        adoptedIn("2021-01-01");
        asked(result(Q2, "18.22", null, null), COORDINATOR);

        refused(when(result(Q2, "18.220", null, "แก้ไข"), COORDINATOR), Refusal.RESULT_CHANGES_NOTHING, "quarter", Q2);
        refused(when(result(Q2, "18.23", null, null), COORDINATOR), Refusal.REPLACING_NEEDS_A_REASON, "quarter", Q2);
        accepted(when(result(Q2, "18.23", null, "แก้ไข"), COORDINATOR), recorded(Q2, "18.23", null), "แก้ไข");
        lawful(when(result(Q3, "18.22", null, null), COORDINATOR));
    }

    @Test
    void a_result_may_change_in_its_words_alone() {
        adoptedIn("2021-01-01");
        asked(result(Q2, "18.22", null, null), COORDINATOR);

        accepted(
                when(new RecordResult(CODE, ID, Q2, Measurement.of("18.22"), null, null, "แก้ไข"), COORDINATOR),
                new IndicatorResultRecorded(CODE, ID, Q2, Measurement.of("18.22"), null, null),
                "แก้ไข");
    }

    @Test
    void results_are_recorded_after_completion() {
        adoptedIn("2021-01-01");
        given(new ProjectCompleted(CODE, TODAY, null, null));

        lawful(when(result(Q2, "18.22", null, null), COORDINATOR));
    }

    // --- criteria ---

    @Test
    void new_criteria_tell_their_version_what_stood_before_from_when_and_why() {
        adoptedIn("2021-01-01");

        accepted(
                when(change("จัด 2 ครั้ง", "2021-07-01", null), COORDINATOR),
                new IndicatorCriteriaChanged(CODE, ID, 2, "จัด 4 ครั้ง", "จัด 2 ครั้ง", day("2021-07-01"), null),
                "ตามผลอุทธรณ์");
    }

    @Test
    void criteria_may_change_by_a_decided_round_only() {
        adoptedIn("2021-01-01");
        refused(when(change("จัด 2 ครั้ง", "2021-06-15", 1), COORDINATOR), Refusal.APPEAL_NOT_FILED, "round", 1);

        given(new AppealFiled(CODE, 1, TODAY, "โควิด", "ปรับเกณฑ์", null));
        refused(when(change("จัด 2 ครั้ง", "2021-06-15", 1), COORDINATOR), Refusal.APPEAL_NOT_DECIDED, "round", 1);

        given(new AppealDecided(CODE, 1, TODAY, AppealOutcome.GRANTED, null, null));
        accepted(
                when(change("จัด 2 ครั้ง", "2021-06-15", 1), COORDINATOR),
                new IndicatorCriteriaChanged(CODE, ID, 2, "จัด 4 ครั้ง", "จัด 2 ครั้ง", TODAY, 1),
                "ตามผลอุทธรณ์");
    }

    @Test
    void criteria_do_not_change_by_a_round_that_was_taken_back() {
        adoptedIn("2021-01-01");
        given(new AppealFiled(CODE, 1, TODAY, "โควิด", "ปรับเกณฑ์", null), new AppealWithdrawn(CODE, 1, TODAY, null));

        refused(when(change("จัด 2 ครั้ง", "2021-06-15", 1), COORDINATOR), Refusal.APPEAL_NOT_DECIDED, "round", 1);
    }

    @Test
    void refuses_the_criteria_that_stand_already_and_those_of_no_indicator() {
        given(registered());
        refused(
                when(change("จัด 2 ครั้ง", "2021-06-15", null), COORDINATOR),
                Refusal.INDICATOR_NOT_FOUND,
                "indicator",
                ID);

        given(adopted(ID, null, "2021-01-01"));
        refused(when(change("จัด 4 ครั้ง", "2021-06-15", null), COORDINATOR), Refusal.CRITERIA_CHANGE_NOTHING);

        asked(change("จัด 2 ครั้ง", "2021-06-15", null), COORDINATOR);
        lawful(when(change("จัด 4 ครั้ง", "2021-06-15", null), COORDINATOR));
    }

    @Test
    void new_criteria_hold_from_the_day_of_those_in_force_at_the_earliest() {
        adoptedIn("2021-05-10");

        refused(
                when(change("จัด 2 ครั้ง", "2021-05-09", null), COORDINATOR),
                Refusal.CRITERIA_CHANGED_LATER_ALREADY,
                "since",
                day("2021-05-10"),
                "given",
                day("2021-05-09"));
        asked(change("จัด 2 ครั้ง", "2021-05-10", null), COORDINATOR);
        asked(change("จัด 1 ครั้ง", "2021-07-01", null), COORDINATOR);
        refused(
                when(change("จัด 3 ครั้ง", "2021-06-30", null), COORDINATOR),
                Refusal.CRITERIA_CHANGED_LATER_ALREADY,
                "since",
                day("2021-07-01"),
                "given",
                day("2021-06-30"));
    }
}
