package org.progressledger.command.project;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.progressledger.command.project.ProjectCommand.OpenLateWindow;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCompleted;

class LateWindowRulesTest extends OfficeHistory {
    private static final YearMonth MAY = YearMonth.of(2021, 5);

    private static OpenLateWindow open(YearMonth month, LocalDate until) {
        return new OpenLateWindow(CODE, month, until, "ระบบขัดข้อง");
    }

    @Test
    void a_window_tells_month_last_day_and_why() {
        given(registered());

        accepted(
                when(open(MAY, day("2021-07-15")), COORDINATOR),
                new LateWindowOpened(CODE, MAY, day("2021-07-15")),
                "ระบบขัดข้อง");
    }

    @Test
    void a_window_may_end_today_but_not_before() {
        given(registered());

        lawful(when(open(MAY, TODAY), COORDINATOR));
        refused(
                when(open(MAY, day("2021-06-14")), COORDINATOR),
                Refusal.LATE_WINDOW_IS_OVER,
                "until",
                day("2021-06-14"),
                "today",
                TODAY);
    }

    @Test
    void refuses_a_window_for_a_month_that_has_not_begun() {
        given(registered());
        YearMonth july = YearMonth.of(2021, 7);

        refused(when(open(july, day("2021-08-30")), COORDINATOR), Refusal.MONTH_HAS_NOT_BEGUN, "month", july);
        today = day("2021-07-01");
        lawful(when(open(july, day("2021-08-30")), COORDINATOR));
    }

    @Test
    void a_window_may_be_opened_again_and_where_no_deadline_is_set() {
        given(registered(), new LateWindowOpened(CODE, MAY, TODAY));

        lawful(when(open(MAY, TOMORROW), COORDINATOR));
    }

    @Test
    void refuses_a_window_for_a_finished_project() {
        given(registered(), new ProjectCompleted(CODE, TODAY, null, null));
        refused(when(open(MAY, TODAY), COORDINATOR), Refusal.PROJECT_IS_COMPLETED);
    }

    @Test
    void refuses_a_window_for_a_cancelled_project() {
        given(registered(), new ProjectCancelled(CODE, TODAY, null));
        refused(when(open(MAY, TODAY), COORDINATOR), Refusal.PROJECT_IS_CANCELLED);
    }
}
