package org.progressledger.command.project;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectReopened;

class ReportRulesTest extends OfficeHistory {
    private static ReportProgress report(@Nullable Integer number, String date, String percent) {
        return new ReportProgress(CODE, number, day(date), says(percent));
    }

    private static ProgressReported reported(int number, String date, String percent) {
        return new ProgressReported(CODE, number, 1, day(date), says(percent), null);
    }

    @Test
    void the_first_report_is_number_one() {
        given(registered());

        accepted(when(report(null, "2020-10-28", "0")), reported(1, "2020-10-28", "0"));
        refused(when(report(2, "2020-10-28", "0")), Refusal.REPORT_NUMBER_DOES_NOT_FOLLOW, "expected", 1, "given", 2);
    }

    @Test
    void numbers_a_report_after_the_last_one() {
        reports("10", "20");

        accepted(when(report(null, "2021-06-01", "30")), reported(3, "2021-06-01", "30"));
        accepted(when(report(3, "2021-06-01", "30")), reported(3, "2021-06-01", "30"));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4"})
    void refuses_a_report_whose_number_does_not_follow(int number) {
        reports("10", "20");

        refused(
                when(report(number, "2021-06-01", "30")),
                Refusal.REPORT_NUMBER_DOES_NOT_FOLLOW,
                "expected",
                3,
                "given",
                number);
    }

    @Test
    void after_a_gap_on_paper_the_next_number_follows_the_highest() {
        given(registered(), reported(3, "2020-12-28", "10"));

        accepted(when(report(null, "2021-06-01", "30")), reported(4, "2021-06-01", "30"));
    }

    @Test
    void refuses_any_progress_below_the_last_one_without_a_correction() {
        reports("10", "20");

        refused(
                when(report(3, "2021-06-01", "19.99")),
                Refusal.PROGRESS_WENT_BACKWARDS,
                "last",
                new BigDecimal("20.00"),
                "given",
                new BigDecimal("19.99"));
        accepted(when(report(3, "2021-06-01", "20")), reported(3, "2021-06-01", "20"));
    }

    @Test
    void after_a_printed_fall_a_typed_report_is_measured_by_the_last_one_not_by_the_highest() {
        reports("50", "10");

        refused(
                when(report(3, "2021-06-01", "9.99")),
                Refusal.PROGRESS_WENT_BACKWARDS,
                "last",
                new BigDecimal("10.00"),
                "given",
                new BigDecimal("9.99"));
        accepted(when(report(3, "2021-06-01", "10")), reported(3, "2021-06-01", "10"));
    }

    @Test
    void refuses_a_report_dated_before_the_previous_one() {
        reports("10", "20");

        refused(
                when(report(3, "2020-11-27", "30")),
                Refusal.REPORT_DATE_BEFORE_PREVIOUS,
                "previous",
                day("2020-11-28"),
                "given",
                day("2020-11-27"));
        accepted(when(report(3, "2020-11-28", "30")), reported(3, "2020-11-28", "30"));
    }

    @Test
    void refuses_a_report_dated_in_the_future() {
        reports("10", "20");

        refused(when(report(3, "2021-06-16", "30")), Refusal.DATE_IN_THE_FUTURE, "given", TOMORROW, "today", TODAY);
        accepted(when(report(3, "2021-06-15", "30")), reported(3, "2021-06-15", "30"));
    }

    @Test
    void a_report_may_jump_and_may_stand_at_a_hundred_per_cent_for_good() {
        reports("10");
        lawful(when(report(2, "2021-06-01", "100")));

        given(reported(2, "2021-05-28", "100"));
        lawful(when(report(3, "2021-06-01", "100")));
    }

    @Test
    void a_pause_does_not_forbid_reports() {
        reports("10");
        given(new ProjectPaused(CODE, TODAY.minusDays(30), PauseCause.COVID_19, "ชะลอ", null));

        accepted(when(report(2, "2021-06-01", "30")), reported(2, "2021-06-01", "30"));
    }

    @Test
    void refuses_reports_of_a_completed_project_until_it_is_reopened() {
        reports("10");
        given(new ProjectCompleted(CODE, TODAY, null, null));
        refused(when(report(2, "2021-06-15", "30")), Refusal.PROJECT_IS_COMPLETED);

        given(new ProjectReopened(CODE, TODAY, null));
        lawful(when(report(2, "2021-06-15", "30")));
    }

    @Test
    void refuses_reports_of_a_cancelled_project_until_it_is_reopened() {
        reports("10");
        given(new ProjectCancelled(CODE, TODAY, null));
        refused(when(report(2, "2021-06-15", "30")), Refusal.PROJECT_IS_CANCELLED);

        given(new ProjectReopened(CODE, TODAY, null));
        lawful(when(report(2, "2021-06-15", "30")));
    }

    // --- the month's deadline ---

    @Test
    void without_a_deadline_a_month_is_reported_whenever() {
        given(registered());

        lawful(when(report(1, "2020-10-28", "10")));
    }

    @Test
    void a_month_is_reported_until_its_deadline_that_day_included() {
        given(registered());
        deadline = new Deadline(15);

        lawful(when(report(1, "2021-05-01", "10")));
        refused(
                when(report(1, "2021-04-30", "10")),
                Refusal.REPORT_DEADLINE_IS_OVER,
                "month",
                YearMonth.of(2021, 4),
                "deadline",
                day("2021-05-15"));

        today = TOMORROW;
        refused(
                when(report(1, "2021-05-01", "10")),
                Refusal.REPORT_DEADLINE_IS_OVER,
                "month",
                YearMonth.of(2021, 5),
                "deadline",
                TODAY);
        lawful(when(report(1, "2021-06-01", "10")));
    }

    @Test
    void a_deadline_of_no_days_is_the_months_last_day() {
        given(registered());
        deadline = new Deadline(0);

        today = day("2021-05-31");
        lawful(when(report(1, "2021-05-01", "10")));
        today = day("2021-06-01");
        refused(
                when(report(1, "2021-05-01", "10")),
                Refusal.REPORT_DEADLINE_IS_OVER,
                "month",
                YearMonth.of(2021, 5),
                "deadline",
                day("2021-05-31"));
    }

    @Test
    void an_open_window_lets_its_month_be_reported_late_and_no_other() {
        given(registered(), new LateWindowOpened(CODE, YearMonth.of(2021, 3), TODAY));
        deadline = new Deadline(5);

        lawful(when(report(1, "2021-03-31", "10")));
        refused(
                when(report(1, "2021-04-01", "10")),
                Refusal.REPORT_DEADLINE_IS_OVER,
                "month",
                YearMonth.of(2021, 4),
                "deadline",
                day("2021-05-05"));
    }

    @Test
    void a_window_lets_report_on_its_last_day_and_not_on_the_next() {
        given(registered(), new LateWindowOpened(CODE, YearMonth.of(2021, 3), TODAY));
        deadline = new Deadline(5);
        today = TOMORROW;

        refused(
                when(report(1, "2021-03-31", "10")),
                Refusal.REPORT_DEADLINE_IS_OVER,
                "month",
                YearMonth.of(2021, 3),
                "deadline",
                day("2021-04-05"));
    }
}
