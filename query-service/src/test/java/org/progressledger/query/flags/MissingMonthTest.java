package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectReopened;
import org.progressledger.query.projection.FlagView.Severity;

class MissingMonthTest {
    private static final FlagRule RULE = new MissingMonth();

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    /** Reports in October and January. */
    private static Story story() {
        return Story.of("0", null, "2020-10-15", "2021-03-10")
                .report(1, "2020-10-28", "10")
                .report(2, "2021-01-31", "100");
    }

    @Test
    void finds_each_month_of_the_project_that_has_ended_without_a_report() {
        assertThat(story().abouts(RULE, day("2021-05-01")))
                .containsExactly("-2020-11", "-2020-12", "-2021-02", "-2021-03");
    }

    @Test
    void a_month_has_ended_on_the_day_after_its_last() {
        assertThat(story().abouts(RULE, day("2020-11-30"))).isEmpty();
        assertThat(story().abouts(RULE, day("2020-12-01"))).containsExactly("-2020-11");
    }

    @Test
    void a_month_after_100_per_cent_is_only_worth_knowing() {
        assertThat(story().hits(RULE, day("2021-05-01")))
                .extracting(Hit::severity)
                .containsExactly(Severity.WARNING, Severity.WARNING, Severity.INFO, Severity.INFO);
    }

    @Test
    void the_next_day_of_change_is_the_first_after_an_unreported_month() {
        Story story = story();

        assertThat(RULE.nextChangeAfter(story.on(day("2020-11-05")), day("2020-11-05")))
                .contains(day("2020-12-01"));
        assertThat(RULE.nextChangeAfter(story.on(day("2021-03-01")), day("2021-03-01")))
                .contains(day("2021-04-01"));
        assertThat(RULE.nextChangeAfter(story.on(day("2021-04-01")), day("2021-04-01")))
                .isEmpty();
    }

    @Test
    void a_returned_report_is_no_report_of_its_month() {
        assertThat(story().returned(2).abouts(RULE, day("2021-02-01")))
                .containsExactly("-2020-11", "-2020-12", "-2021-01");
    }

    @Test
    void a_month_wholly_behind_the_completion_needs_no_report_until_the_project_is_reopened() {
        Story story = story().fact(new ProjectCompleted(Story.CODE, day("2021-02-01"), null, null));
        assertThat(story.abouts(RULE, day("2021-05-01"))).containsExactly("-2020-11", "-2020-12", "-2021-02");

        story.fact(new ProjectReopened(Story.CODE, day("2021-03-31"), null));
        assertThat(story.abouts(RULE, day("2021-05-01")))
                .containsExactly("-2020-11", "-2020-12", "-2021-02", "-2021-03");
    }
}
