package org.progressledger.query.periods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.periods.Tale.says;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.query.periods.Judged.Basis;
import org.progressledger.query.periods.Judged.Circumstance;
import org.progressledger.query.periods.Judged.Verdict;

/** Deadline: 15 days after the month's end. */
class JudgeTest {
    private static final LocalDate OCTOBER = LocalDate.parse("2020-10-28");

    private static Judged judged(Tale tale, String month, String day) {
        return new Judge(15)
                .of(tale.on(LocalDate.parse(day)), Cut.MONTH.containing(LocalDate.parse(month + "-01")))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"2020-11-15, ON_TIME,", "2020-11-16, LATE, 1", "2020-12-01, LATE, 16"})
    void a_typed_report_is_judged_by_the_day_of_its_recording(String recordedOn, Verdict verdict, Long daysLate) {
        Tale tale = Tale.ofTheYear().today(recordedOn).report(1, 1, OCTOBER, says("10", null));

        Judged october = judged(tale, "2020-10", "2021-03-01");
        assertThat(october.verdict()).isEqualTo(verdict);
        assertThat(october.daysLate()).isEqualTo(daysLate);
        assertThat(october.basis()).isEqualTo(Basis.TYPED);
        assertThat(october.handedOn()).isEqualTo(recordedOn);
        assertThat(october.positions()).containsExactly(101L);
    }

    @Test
    void a_printed_report_is_judged_by_its_date_whenever_it_was_imported() {
        Tale tale = Tale.ofTheYear().today("2024-05-01").fromPaper().report(1, 1, OCTOBER, says("10", null));

        Judged october = judged(tale, "2020-10", "2021-03-01");
        assertThat(october.verdict()).isEqualTo(Verdict.ON_TIME);
        assertThat(october.basis()).isEqualTo(Basis.PAPER);
        assertThat(october.handedOn()).isEqualTo(OCTOBER);
    }

    @ParameterizedTest
    @CsvSource({"2020-10-31, NOT_YET_DUE", "2020-11-15, NOT_YET_DUE", "2020-11-16, MISSING"})
    void a_month_without_report_is_missing_on_the_day_after_its_deadline(String day, Verdict verdict) {
        assertThat(judged(Tale.ofTheYear(), "2020-10", day).verdict()).isEqualTo(verdict);
    }

    @Test
    void what_is_typed_later_was_missing_until_then() {
        Tale tale = Tale.ofTheYear().today("2021-02-01").report(1, 1, OCTOBER, says("10", null));

        assertThat(judged(tale, "2020-10", "2021-01-31").verdict()).isEqualTo(Verdict.MISSING);
        assertThat(judged(tale, "2020-10", "2021-02-01").verdict()).isEqualTo(Verdict.LATE);
    }

    @Test
    void a_row_of_a_sheet_is_handed_in_when_it_is_recorded_whatever_its_date() {
        Tale tale = Tale.ofTheYear().today("2024-05-01").fromSheet().report(1, 1, OCTOBER, says("10", null));

        assertThat(judged(tale, "2020-10", "2024-06-01").verdict()).isEqualTo(Verdict.LATE);
    }

    @Test
    void a_returned_report_leaves_its_month_missing_and_the_last_hand_in_is_judged() {
        Tale tale = Tale.ofTheYear()
                .today("2020-11-01")
                .report(1, 1, OCTOBER, says("10", null))
                .today("2020-11-20")
                .returned(1, 1);
        assertThat(judged(tale, "2020-10", "2020-11-19").verdict())
                .as("until the return it was on time")
                .isEqualTo(Verdict.ON_TIME);
        Judged waiting = judged(tale, "2020-10", "2020-11-20");
        assertThat(waiting.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(waiting.circumstances()).containsExactly(Circumstance.RETURNED);
        assertThat(waiting.positions()).containsExactly(101L, 102L);

        tale.today("2020-11-25").report(1, 2, OCTOBER, says("12", null));
        Judged again = judged(tale, "2020-10", "2020-12-01");
        assertThat(again.verdict()).isEqualTo(Verdict.LATE);
        assertThat(again.revision()).isEqualTo(2);
        assertThat(again.firstHandedOn()).isEqualTo("2020-11-01");
        assertThat(again.circumstances()).containsExactly(Circumstance.RESUBMITTED, Circumstance.FIRST_WAS_IN_TIME);
    }

    @Test
    void a_correction_changes_nothing_about_when_it_was_reported() {
        Tale tale = Tale.ofTheYear().report(1, "2020-10-28", "10");
        Judged before = judged(tale, "2020-10", "2021-03-01");

        tale.today("2021-02-01").corrected(1, says("10", null), says("9", null));
        assertThat(judged(tale, "2020-10", "2021-03-01")).isEqualTo(before);
    }

    @Test
    void a_late_window_allows_and_stays_late() {
        Tale tale = Tale.ofTheYear().today("2020-12-01").window("2020-10", "2020-12-10");
        Judged open = judged(tale, "2020-10", "2020-12-10");
        assertThat(open.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(open.circumstances()).containsExactly(Circumstance.WINDOW_OPEN);
        assertThat(open.windowUntil()).isEqualTo("2020-12-10");
        assertThat(judged(tale, "2020-10", "2020-12-11").circumstances()).isEmpty();

        tale.today("2020-12-10").report(1, 1, OCTOBER, says("10", null));
        Judged late = judged(tale, "2020-10", "2021-03-01");
        assertThat(late.verdict()).isEqualTo(Verdict.LATE);
        assertThat(late.circumstances()).containsExactly(Circumstance.IN_WINDOW);
    }

    @Test
    void the_first_of_several_reports_of_a_month_decides() {
        Tale tale = Tale.ofTheYear()
                .report(1, "2020-10-20", "10")
                .today("2021-01-05")
                .report(2, 1, OCTOBER, says("20", null));

        assertThat(judged(tale, "2020-10", "2021-03-01").reportNo()).isEqualTo(1);
    }

    @Test
    void nothing_is_expected_outside_the_projects_time_and_behind_its_ending() {
        Tale tale = Tale.of("2020-11-01", "2021-06-30", null).completed(LocalDate.parse("2020-12-15"));
        OnDay project = tale.on(LocalDate.parse("2021-09-30"));

        for (String none : new String[] {"2020-10-01", "2021-01-01", "2021-07-01"}) {
            assertThat(new Judge(15).of(project, Cut.MONTH.containing(LocalDate.parse(none))))
                    .isEmpty();
        }
        assertThat(judged(tale, "2020-12", "2021-09-30").verdict()).isEqualTo(Verdict.MISSING);
    }
}
