package org.progressledger.command.project;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.command.project.ProjectCommand.RecordPlan;
import org.progressledger.events.Letter;
import org.progressledger.events.Percent;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.PlannedMonth;

class PlanRulesTest extends OfficeHistory {
    private static final Letter LETTER = new Letter("กท 9", TODAY, null);

    private static PlannedMonth in(String month, String percent) {
        return new PlannedMonth(YearMonth.parse(month), Percent.of(percent));
    }

    private static RecordPlan plan(PlannedMonth... months) {
        return new RecordPlan(CODE, day("2020-10-01"), Arrays.asList(months), "แผนเดิมไม่ทัน", LETTER);
    }

    private Decision planned(PlannedMonth... months) {
        return when(plan(months), COORDINATOR);
    }

    @Test
    void a_plan_is_recorded_month_by_month_in_whatever_order_it_comes() {
        given(registered());

        accepted(
                planned(in("2021-03", "60"), in("2020-10", "10"), in("2020-12", "10")),
                new PlanRecorded(
                        CODE,
                        day("2020-10-01"),
                        List.of(in("2020-10", "10"), in("2020-12", "10"), in("2021-03", "60")),
                        LETTER),
                "แผนเดิมไม่ทัน");
    }

    @Test
    void the_first_plan_needs_no_reason() {
        given(registered());

        accepted(
                when(new RecordPlan(CODE, null, List.of(in("2020-10", "10")), null, null), COORDINATOR),
                new PlanRecorded(CODE, null, List.of(in("2020-10", "10")), null));
    }

    @Test
    void refuses_a_month_that_is_named_twice() {
        given(registered());

        refused(
                planned(in("2020-10", "10"), in("2020-11", "20"), in("2020-10", "10")),
                Refusal.PLAN_MONTH_TWICE,
                "month",
                YearMonth.of(2020, 10));
    }

    @Test
    void a_plan_may_stand_but_not_fall() {
        given(registered());

        lawful(planned(in("2020-10", "10"), in("2020-11", "10")));
        refused(
                planned(in("2020-10", "10"), in("2020-11", "9.99")),
                Refusal.PLAN_FALLS,
                "month",
                YearMonth.of(2020, 11),
                "before",
                new BigDecimal("10.00"),
                "given",
                new BigDecimal("9.99"));
    }

    @Test
    void a_plan_stays_within_the_months_that_the_period_touches() {
        given(registered());

        lawful(planned(in("2020-10", "10"), in("2021-09", "100")));
        for (String outside : List.of("2020-09", "2021-10")) {
            refused(
                    planned(in(outside, "10")),
                    Refusal.PLAN_OUTSIDE_PERIOD,
                    "month",
                    YearMonth.parse(outside),
                    "startsOn",
                    day("2020-10-01"),
                    "endsOn",
                    day("2021-09-30"));
        }
    }

    @Test
    void refuses_the_plan_that_stands_already() {
        given(registered());
        asked(plan(in("2020-10", "10")), COORDINATOR);

        refused(planned(in("2020-10", "10.00")), Refusal.PLAN_CHANGES_NOTHING);
        lawful(planned(in("2020-10", "10.01")));
    }

    @Test
    void a_plan_may_lie_below_what_is_reported() {
        reports("50");

        lawful(planned(in("2020-10", "10")));
    }

    @Test
    void an_earlier_plan_may_return() {
        given(registered());
        asked(plan(in("2020-10", "10")), COORDINATOR);
        asked(plan(in("2020-10", "20")), COORDINATOR);

        lawful(planned(in("2020-10", "10")));
    }
}
