package org.progressledger.command.project;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.command.project.ProjectCommand.ReturnReport;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ReportReturned;

class ReturnRulesTest extends OfficeHistory {
    private static ReturnReport giveBack(int number) {
        return new ReturnReport(CODE, number, "ไม่ตรงกับหลักฐาน");
    }

    @Test
    void a_return_names_the_revision_and_tells_why() {
        reports("10", "20");

        accepted(when(giveBack(2), SUPERVISOR), new ReportReturned(CODE, 2, 1), "ไม่ตรงกับหลักฐาน");
    }

    @Test
    void refuses_to_return_a_report_that_is_not_the_latest_or_not_there() {
        reports("10", "20");

        refused(when(giveBack(1), SUPERVISOR), Refusal.REPORT_IS_NOT_THE_LATEST, "latest", 2, "given", 1);
        refused(when(giveBack(3), SUPERVISOR), Refusal.REPORT_NOT_FOUND, "reportNo", 3);
    }

    @Test
    void refuses_to_return_a_report_twice_or_the_one_before_it() {
        reports("10", "20");
        asked(giveBack(2), SUPERVISOR);

        refused(when(giveBack(2), SUPERVISOR), Refusal.REPORT_WAS_RETURNED, "reportNo", 2);
        refused(when(giveBack(1), SUPERVISOR), Refusal.REPORT_IS_NOT_THE_LATEST, "latest", 2, "given", 1);
    }

    @Test
    void what_was_returned_is_handed_in_again_under_its_number_as_the_next_revision() {
        reports("10", "20");
        asked(giveBack(2), SUPERVISOR);

        accepted(
                when(new ReportProgress(CODE, null, day("2020-11-28"), says("12"))),
                new ProgressReported(CODE, 2, 2, day("2020-11-28"), says("12"), null));
        refused(
                when(new ReportProgress(CODE, 3, day("2020-11-28"), says("30"))),
                Refusal.REPORT_NUMBER_DOES_NOT_FOLLOW,
                "expected",
                2,
                "given",
                3);

        asked(new ReportProgress(CODE, 2, day("2020-11-28"), says("12")));
        accepted(when(giveBack(2), SUPERVISOR), new ReportReturned(CODE, 2, 2), "ไม่ตรงกับหลักฐาน");
    }

    @Test
    void what_is_handed_in_again_is_measured_by_the_report_before_it() {
        reports("10", "20");
        asked(giveBack(2), SUPERVISOR);

        lawful(when(new ReportProgress(CODE, 2, day("2020-10-28"), says("10"))));
        refused(
                when(new ReportProgress(CODE, 2, day("2020-10-28"), says("9.99"))),
                Refusal.PROGRESS_WENT_BACKWARDS,
                "last",
                new BigDecimal("10.00"),
                "given",
                new BigDecimal("9.99"));
        refused(
                when(new ReportProgress(CODE, 2, day("2020-10-27"), says("10"))),
                Refusal.REPORT_DATE_BEFORE_PREVIOUS,
                "previous",
                day("2020-10-28"),
                "given",
                day("2020-10-27"));
    }

    @Test
    void the_only_report_may_be_returned_and_handed_in_with_less() {
        reports("10");
        asked(giveBack(1), SUPERVISOR);

        accepted(
                when(new ReportProgress(CODE, 1, day("2020-10-01"), says("0"))),
                new ProgressReported(CODE, 1, 2, day("2020-10-01"), says("0"), null));
    }

    @Test
    void refuses_to_return_a_report_of_a_completed_project() {
        reports("10");
        given(new ProjectCompleted(CODE, TODAY, null, null));

        refused(when(giveBack(1), SUPERVISOR), Refusal.PROJECT_IS_COMPLETED);
    }

    @Test
    void refuses_to_return_a_report_of_a_cancelled_project() {
        reports("10");
        given(new ProjectCancelled(CODE, TODAY, null));

        refused(when(giveBack(1), SUPERVISOR), Refusal.PROJECT_IS_CANCELLED);
    }
}
