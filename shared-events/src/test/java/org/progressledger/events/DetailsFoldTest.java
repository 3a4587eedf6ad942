package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.events.Given.CODE;
import static org.progressledger.events.Given.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the head of the form states, after amendments and plans. */
class DetailsFoldTest {
    private static Given threeReports() {
        return Given.aRegisteredProject()
                .recorded("2020-10-28T03:00:00Z", report(1, "2020-10-28", "10"))
                .recorded("2020-11-27T03:00:00Z", report(2, "2020-11-27", "20"))
                .recorded("2020-12-30T03:00:00Z", report(3, "2020-12-30", "50"));
    }

    private static ProjectDetailsAmended named(@Nullable String from, String before, String after) {
        return amended(from, new Amended<>(before, after), null);
    }

    private static ProjectDetailsAmended spent(@Nullable String from, @Nullable String before, String after) {
        return amended(from, null, new Amended<>(before == null ? null : Baht.of(before), Baht.of(after)));
    }

    private static ProjectDetailsAmended amended(
            @Nullable String from, @Nullable Amended<String> name, @Nullable Amended<Baht> spent) {
        LocalDate effectiveOn = from == null ? null : LocalDate.parse(from);
        return new ProjectDetailsAmended(
                CODE, effectiveOn, name, null, null, null, spent, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void amendments_hold_from_their_effective_dates_in_whatever_order_they_are_recorded() {
        Given given = Given.aRegisteredProject()
                .recorded(
                        "2021-01-10T03:00:00Z",
                        named("2021-03-01", Given.registered().name(), "ข"))
                .recorded("2021-01-11T03:00:00Z", spent("2021-02-01", "0", "500"));

        assertThat(given.on("2021-01-31").details().name())
                .isEqualTo(Given.registered().name());
        assertThat(given.on("2021-02-28").budget().spent()).isEqualTo(Baht.of("500"));
        assertThat(given.on("2021-02-28").details().name())
                .isEqualTo(Given.registered().name());
        assertThat(given.on("2021-03-01").details().name()).isEqualTo("ข");
        assertThat(given.on("2021-03-01").budget().spent()).isEqualTo(Baht.of("500"));
        assertThat(given.on("2021-03-01").amendments())
                .extracting(Fact::sequence)
                .containsExactly(2L, 1L);
        assertThat(given.on("2021-03-01", "2021-01-10").budget().spent()).isEqualTo(Baht.ZERO);
    }

    @Test
    void an_amendment_without_a_date_holds_from_the_day_of_its_recording() {
        Given given = Given.aRegisteredProject()
                .recorded("2021-01-10T18:00:00Z", named(null, Given.registered().name(), "ข"));

        assertThat(given.on("2021-01-10").details().name())
                .isEqualTo(Given.registered().name());
        assertThat(given.on("2021-01-11").details().name())
                .as("in Bangkok it is the next day")
                .isEqualTo("ข");
    }

    @Test
    void the_money_spent_was_told_by_the_registration_until_an_amendment_tells_it() {
        Given given = Given.aRegisteredProject()
                .recorded(
                        "2021-01-10T03:00:00Z",
                        named("2021-01-10", Given.registered().name(), "ข"))
                .recorded("2021-01-11T03:00:00Z", spent("2021-02-01", "0", "500"));

        assertThat(given.on("2021-01-31").spentStated().sequence()).isZero();
        assertThat(given.on("2021-02-01").spentStated().sequence()).isEqualTo(2);
        assertThat(given.on("2021-02-01", "2021-01-10").spentStated().sequence())
                .isZero();
    }

    @Test
    void the_money_spent_is_never_a_sum_of_reports() {
        ReportContent disbursed = new ReportContent(
                Percent.of("10"), Baht.of("900"), ScheduleStatus.ON_PLAN, TargetStatus.ON_TARGET, "เบิก");
        Given given = Given.aRegisteredProject()
                .recorded(
                        "2020-10-28T03:00:00Z",
                        new ProgressReported(CODE, 1, 1, LocalDate.parse("2020-10-28"), disbursed, null));

        assertThat(given.on("2020-10-28").budget().spent()).isEqualTo(Baht.ZERO);
    }

    @Test
    void the_last_plan_by_its_date_holds_and_all_are_kept() {
        PlanRecorded later = plan("2021-02-01", "20");
        PlanRecorded earlier = plan("2021-01-01", "10");
        Given given = Given.aRegisteredProject()
                .recorded("2021-01-10T03:00:00Z", later)
                .recorded("2021-01-11T03:00:00Z", earlier);

        assertThat(given.on("2021-03-01").plans()).extracting(Fact::event).containsExactly(earlier, later);
        assertThat(given.on("2021-01-31").plans()).extracting(Fact::event).containsExactly(earlier);
    }

    private static PlanRecorded plan(String from, String percent) {
        return new PlanRecorded(
                CODE,
                LocalDate.parse(from),
                List.of(new PlannedMonth(YearMonth.parse("2020-12"), Percent.of(percent))),
                null);
    }
}
