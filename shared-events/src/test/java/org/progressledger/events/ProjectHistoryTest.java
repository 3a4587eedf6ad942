package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.events.Given.CODE;
import static org.progressledger.events.Given.correction;
import static org.progressledger.events.Given.pause;
import static org.progressledger.events.Given.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the facts of a project add up to. */
class ProjectHistoryTest {
    private static Given threeReports() {
        return Given.aRegisteredProject()
                .recorded("2020-10-28T03:00:00Z", report(1, "2020-10-28", "10"))
                .recorded("2020-11-27T03:00:00Z", report(2, "2020-11-27", "20"))
                .recorded("2020-12-30T03:00:00Z", report(3, "2020-12-30", "50"));
    }

    private static List<PercentChange> changes(Given given) {
        return given.history().percentChanges(LocalDate.MAX, Instant.MAX);
    }

    @Test
    void the_percentage_is_that_of_the_latest_report() {
        assertThat(threeReports().on("2020-12-31").percent()).isEqualTo(Percent.of("50"));
        assertThat(threeReports().on("2020-12-29").percent()).isEqualTo(Percent.of("20"));
        assertThat(Given.aRegisteredProject().on("2020-12-31").percent()).isEqualTo(Percent.ZERO);
    }

    @Test
    void a_hundred_percent_does_not_complete_a_project() {
        Given given = threeReports().recorded("2021-01-30T03:00:00Z", report(4, "2021-01-29", "100"));

        assertThat(given.on("2021-02-01").status()).isEqualTo(ProjectStatus.ACTIVE);
    }

    @Test
    void the_registration_opens_the_file_whatever_the_dates_of_later_facts() {
        Given given = threeReports()
                .recorded("2021-03-01T03:00:00Z", new ActivityHeld(CODE, LocalDate.parse("2020-09-15"), "เตรียมงาน"));

        assertThat(given.history().on(LocalDate.parse("2020-09-20"))).isEmpty();
        assertThat(given.on("2020-10-02").activities()).hasSize(1);
        assertThat(given.history().facts().getFirst().happenedOn()).isEqualTo("2020-10-01");
    }

    @Test
    void a_state_tells_the_highest_position_it_reflects() {
        Given given = threeReports().recorded("2021-01-05T03:00:00Z", correction(1, "10", "15"));

        assertThat(given.on("2021-01-05").ledgerPosition()).isEqualTo(104);
        assertThat(given.on("2021-01-05").recordedAt()).isEqualTo("2021-01-05T03:00:00Z");
        assertThat(given.history().nextChangeAfter(LocalDate.parse("2020-11-27")))
                .contains(LocalDate.parse("2020-12-30"));
    }

    @Test
    void what_had_happened_up_to_an_event_stands_as_it_stood() {
        Given given = threeReports().recorded("2021-01-05T03:00:00Z", correction(1, "10", "15"));

        assertThat(given.history().upTo(2).on(LocalDate.MAX).orElseThrow().percent())
                .isEqualTo(Percent.of("20"));
        assertThat(given.history().upTo(4).on(LocalDate.MAX))
                .isEqualTo(given.history().on(LocalDate.MAX));
    }

    @Test
    void each_day_on_which_something_happened_is_a_step_of_the_project() {
        ProjectHistory history = threeReports()
                .recorded("2021-01-05T03:00:00Z", correction(3, "50", "40"))
                .recorded("2021-01-05T03:00:00Z", pause("2020-11-10"))
                .recorded("2021-01-06T03:00:00Z", new ActivityHeld(CODE, LocalDate.parse("2020-09-15"), "เตรียมงาน"))
                .recorded("2021-01-07T03:00:00Z", new FactWithdrawn(CODE, 6, "activity-held"))
                .history();

        assertThat(history.steps().stream().map(step -> step.from().toString()))
                .containsExactly("2020-10-01", "2020-10-28", "2020-11-10", "2020-11-27", "2020-12-30");
        assertThat(history.steps())
                .allSatisfy(step -> assertThat(history.on(step.from())).contains(step.project()));
        assertThat(ProjectHistory.of(List.of()).steps()).isEmpty();
    }

    @Test
    void events_in_any_order_add_up_to_the_same() {
        List<Fact> facts = threeReports()
                .recorded("2021-01-05T03:00:00Z", correction(3, "50", "40"))
                .recorded("2021-01-05T03:00:00Z", pause("2020-12-30"))
                .history()
                .facts();

        assertThat(ProjectHistory.addUp(facts.reversed())).isEqualTo(ProjectHistory.addUp(facts));
        assertThat(ProjectHistory.addUp(List.of())).isEmpty();
    }
}
