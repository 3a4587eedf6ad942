package org.progressledger.command.project;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.progressledger.command.project.ProjectCommand.CorrectReport;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

class CorrectionRulesTest extends OfficeHistory {
    private static CorrectReport correct(int number, String percent) {
        return new CorrectReport(CODE, number, Percent.of(percent), null, null, null, null, "พิมพ์ผิด", null, null);
    }

    private static ProgressCorrected corrected(int number, String before, String after) {
        return new ProgressCorrected(CODE, number, says(before), says(after), null, null);
    }

    private void refusedFall(CorrectReport correction, String given, int neighbour, String percent) {
        refused(
                when(correction),
                Refusal.CORRECTION_MAKES_A_FALL,
                "given",
                new BigDecimal(given),
                "neighbour",
                neighbour,
                "percent",
                new BigDecimal(percent));
    }

    @Test
    void a_correction_tells_what_was_before_and_after_and_why() {
        reports("10", "20");

        accepted(when(correct(2, "15")), corrected(2, "20", "15"), "พิมพ์ผิด");
    }

    @Test
    void a_correction_may_change_everything_that_a_report_says_and_names_who_approved_it() {
        reports("10");
        PersonalData approver = new PersonalData("p-1", "c2VhbGVk");
        ReportContent after = new ReportContent(
                Percent.of("11"), Baht.of("500"), ScheduleStatus.BEHIND, TargetStatus.OFF_TARGET, "เลื่อนไป");

        accepted(
                when(new CorrectReport(
                        CODE,
                        1,
                        Percent.of("11"),
                        Baht.of("500"),
                        ScheduleStatus.BEHIND,
                        TargetStatus.OFF_TARGET,
                        "เลื่อนไป",
                        "พิมพ์ผิด",
                        approver,
                        "กท 1/2564")),
                new ProgressCorrected(CODE, 1, says("10"), after, approver, "กท 1/2564"),
                "พิมพ์ผิด");
    }

    @Test
    void a_correction_leaves_alone_what_it_does_not_name() {
        reports("10");
        ReportContent spent = new ReportContent(
                Percent.of("10"), Baht.of("500"), ScheduleStatus.ON_PLAN, TargetStatus.ON_TARGET, "ดำเนินการ");

        accepted(
                when(new CorrectReport(CODE, 1, null, Baht.of("500"), null, null, null, "ตกยอด", null, null)),
                new ProgressCorrected(CODE, 1, says("10"), spent, null, null),
                "ตกยอด");
    }

    @Test
    void a_correction_may_not_fall_below_the_report_before_nor_rise_above_the_one_after() {
        reports("10", "20", "30");

        refusedFall(correct(2, "9.99"), "9.99", 1, "10.00");
        refusedFall(correct(2, "30.01"), "30.01", 3, "30.00");
        accepted(when(correct(2, "10")), corrected(2, "20", "10"), "พิมพ์ผิด");
        accepted(when(correct(2, "30")), corrected(2, "20", "30"), "พิมพ์ผิด");
    }

    @Test
    void the_neighbour_is_the_nearest_report() {
        reports("10", "20", "30", "40");

        refusedFall(correct(1, "20.01"), "20.01", 2, "20.00");
        refusedFall(correct(4, "29.99"), "29.99", 3, "30.00");
    }

    @Test
    void the_first_report_may_be_lowered_to_nothing_and_the_last_one_raised_to_all() {
        reports("10", "20");

        accepted(when(correct(1, "0")), corrected(1, "10", "0"), "พิมพ์ผิด");
        accepted(when(correct(2, "100")), corrected(2, "20", "100"), "พิมพ์ผิด");
    }

    @Test
    void a_correction_may_lessen_a_fall_that_stands_on_paper_but_not_deepen_it() {
        reports("50", "20", "60");

        refusedFall(correct(2, "19"), "19.00", 1, "50.00");
        accepted(when(correct(2, "30")), corrected(2, "20", "30"), "พิมพ์ผิด");
        refusedFall(correct(1, "51"), "51.00", 2, "20.00");
        accepted(when(correct(1, "40")), corrected(1, "50", "40"), "พิมพ์ผิด");
    }

    @Test
    void a_correction_that_leaves_the_percentage_may_leave_a_printed_fall_as_it_is() {
        reports("50", "20");

        lawful(when(new CorrectReport(CODE, 2, null, null, null, null, "เลื่อนไป", "พิมพ์ผิด", null, null)));
    }

    @Test
    void a_returned_report_is_no_neighbour() {
        reports("10", "20", "30");
        given(new ReportReturned(CODE, 3, 1));

        lawful(when(correct(2, "40")));
    }

    @Test
    void refuses_a_correction_of_nothing_or_of_no_report() {
        reports("10");

        refused(when(correct(1, "10")), Refusal.CORRECTION_CHANGES_NOTHING);
        refused(when(correct(2, "20")), Refusal.REPORT_NOT_FOUND, "reportNo", 2);
        lawful(when(correct(1, "10.01")));
    }

    @Test
    void refuses_to_correct_a_returned_report() {
        reports("10", "20");
        given(new ReportReturned(CODE, 2, 1));

        refused(when(correct(2, "15")), Refusal.REPORT_WAS_RETURNED, "reportNo", 2);
        lawful(when(correct(1, "15")));
    }

    @Test
    void what_is_wrong_can_be_put_right_after_completion() {
        reports("10", "20");
        given(new ProjectCompleted(CODE, TODAY, null, null));

        lawful(when(correct(2, "15")));
    }
}
