package org.progressledger.command.project;

import org.junit.jupiter.api.Test;
import org.progressledger.command.project.ProjectCommand.CancelProject;
import org.progressledger.command.project.ProjectCommand.CompleteProject;
import org.progressledger.command.project.ProjectCommand.ReopenProject;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.events.Letter;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectReopened;
import org.progressledger.events.ReportReturned;

class EndingRulesTest extends OfficeHistory {
    private static final Letter LETTER = new Letter("กท 1", TODAY, null);

    private static CompleteProject complete(String date) {
        return new CompleteProject(CODE, day(date), "ส่งมอบแล้ว", LETTER);
    }

    private static ProjectCompleted completed(String date) {
        return new ProjectCompleted(CODE, day(date), "ส่งมอบแล้ว", LETTER);
    }

    private static CancelProject cancel(String date) {
        return new CancelProject(CODE, day(date), "งบถูกตัด", LETTER);
    }

    private static ReopenProject reopen(String date) {
        return new ReopenProject(CODE, day(date), "ยังไม่ครบ", LETTER);
    }

    private static ProjectReopened reopened(String date) {
        return new ProjectReopened(CODE, day(date), LETTER);
    }

    @Test
    void a_completion_tells_day_words_and_letter() {
        reports("100");

        accepted(when(complete("2021-06-15")), completed("2021-06-15"));
    }

    @Test
    void a_cancellation_tells_day_letter_and_why() {
        reports("10");

        accepted(when(cancel("2021-06-15"), COORDINATOR), new ProjectCancelled(CODE, TODAY, LETTER), "งบถูกตัด");
    }

    @Test
    void a_project_may_be_completed_below_a_hundred_per_cent_without_any_report_and_while_paused() {
        given(registered());
        lawful(when(complete("2021-06-15")));

        given(new ProgressReported(CODE, 1, 1, day("2021-05-28"), says("63"), null));
        lawful(when(complete("2021-06-15")));

        given(new ProjectPaused(CODE, day("2021-06-01"), PauseCause.OTHER, "น้ำท่วม", null));
        lawful(when(complete("2021-06-15")));
        lawful(when(cancel("2021-06-15"), COORDINATOR));
    }

    @Test
    void an_end_is_not_ordered_for_a_coming_day() {
        reports("100");

        refused(when(complete("2021-06-16")), Refusal.DATE_IN_THE_FUTURE, "given", TOMORROW, "today", TODAY);
        refused(when(cancel("2021-06-16"), COORDINATOR), Refusal.DATE_IN_THE_FUTURE, "given", TOMORROW, "today", TODAY);
    }

    @Test
    void refuses_an_end_before_the_last_report() {
        reports("10", "20");

        refused(
                when(complete("2020-11-27")),
                Refusal.ENDED_BEFORE_LAST_REPORT,
                "reportNo",
                2,
                "reportedOn",
                day("2020-11-28"),
                "given",
                day("2020-11-27"));
        lawful(when(complete("2020-11-28")));
    }

    @Test
    void refuses_an_end_before_any_report_where_the_printed_dates_do_not_ascend() {
        given(
                registered(),
                new ProgressReported(CODE, 1, 1, day("2021-02-28"), says("10"), null),
                new ProgressReported(CODE, 2, 1, day("2021-01-28"), says("20"), null));

        refused(
                when(complete("2021-02-27")),
                Refusal.ENDED_BEFORE_LAST_REPORT,
                "reportNo",
                1,
                "reportedOn",
                day("2021-02-28"),
                "given",
                day("2021-02-27"));
        lawful(when(complete("2021-02-28")));
    }

    @Test
    void a_returned_report_keeps_no_project_from_ending() {
        reports("10", "20");
        given(new ReportReturned(CODE, 2, 1));

        lawful(when(complete("2020-10-28")));
    }

    @Test
    void refuses_to_end_what_has_ended() {
        given(registered(), completed("2021-06-01"));
        refused(when(complete("2021-06-15")), Refusal.PROJECT_IS_COMPLETED);
        refused(when(cancel("2021-06-15"), COORDINATOR), Refusal.PROJECT_IS_COMPLETED);

        given(reopened("2021-06-02"), new ProjectCancelled(CODE, day("2021-06-03"), null));
        refused(when(complete("2021-06-15")), Refusal.PROJECT_IS_CANCELLED);
        refused(when(cancel("2021-06-15"), COORDINATOR), Refusal.PROJECT_IS_CANCELLED);
    }

    @Test
    void a_reopening_tells_day_letter_and_why_and_is_not_dated_before_the_end() {
        given(registered(), completed("2021-06-01"));

        accepted(when(reopen("2021-06-01"), COORDINATOR), reopened("2021-06-01"), "ยังไม่ครบ");
        accepted(when(reopen("2021-06-15"), COORDINATOR), reopened("2021-06-15"), "ยังไม่ครบ");
        refused(
                when(reopen("2021-05-31"), COORDINATOR),
                Refusal.REOPENED_BEFORE_ENDED,
                "endedOn",
                day("2021-06-01"),
                "given",
                day("2021-05-31"));
        refused(when(reopen("2021-06-16"), COORDINATOR), Refusal.DATE_IN_THE_FUTURE, "given", TOMORROW, "today", TODAY);
    }

    @Test
    void a_cancelled_project_may_be_reopened_too() {
        given(registered(), new ProjectCancelled(CODE, day("2021-06-01"), null));

        lawful(when(reopen("2021-06-01"), COORDINATOR));
    }

    @Test
    void refuses_to_reopen_what_has_not_ended() {
        given(registered());
        refused(when(reopen("2021-06-15"), COORDINATOR), Refusal.NOT_FINISHED);

        given(completed("2021-06-01"), reopened("2021-06-02"));
        refused(when(reopen("2021-06-15"), COORDINATOR), Refusal.NOT_FINISHED);
    }

    @Test
    void a_report_after_a_reopening_is_not_dated_while_the_project_was_ended() {
        given(registered(), completed("2021-06-01"), reopened("2021-06-10"));

        for (String within : new String[] {"2021-06-02", "2021-06-09"}) {
            refused(
                    when(new ReportProgress(CODE, 1, day(within), says("10"))),
                    Refusal.REPORT_DATED_AFTER_END,
                    "endedOn",
                    day("2021-06-01"),
                    "reopenedOn",
                    day("2021-06-10"),
                    "given",
                    day(within));
        }
        for (String without : new String[] {"2021-06-01", "2021-06-10"}) {
            accepted(
                    when(new ReportProgress(CODE, 1, day(without), says("10"))),
                    new ProgressReported(CODE, 1, 1, day(without), says("10"), null));
        }
    }

    @Test
    void a_reopened_project_does_not_end_before_its_reopening() {
        given(registered(), completed("2021-06-01"), reopened("2021-06-10"));

        refused(
                when(complete("2021-06-09")),
                Refusal.ENDED_BEFORE_REOPENED,
                "reopenedOn",
                day("2021-06-10"),
                "given",
                day("2021-06-09"));
        lawful(when(complete("2021-06-10")));
    }
}
