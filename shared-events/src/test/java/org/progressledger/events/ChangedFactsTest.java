package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an amendment and a plan may not be. */
class ChangedFactsTest {
    private static final Quarter Q1 = Quarter.of("2564-Q1");

    private static PlanRecorded plan(String... monthsAndPercentages) {
        List<PlannedMonth> months = Stream.of(monthsAndPercentages)
                .map(each -> each.split(" "))
                .map(each -> new PlannedMonth(YearMonth.parse(each[0]), Percent.of(each[1])))
                .toList();
        return new PlanRecorded(Given.CODE, null, months, null);
    }

    private static ProjectDetailsAmended amended(@Nullable Amended<String> name, @Nullable Amended<String> target) {
        return new ProjectDetailsAmended(
                Given.CODE, null, name, null, null, null, null, null, null, null, null, null, target, null, null, null);
    }

    @Test
    void an_amendment_changes_something() {
        assertThatThrownBy(() -> new Amended<>("ก", "ก")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Amended<>(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Amended<>(Baht.of("1"), Baht.of("1.00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> amended(null, null)).hasMessageContaining("changes something");
    }

    @Test
    void what_every_project_has_does_not_go_away_but_the_rest_may() {
        assertThatThrownBy(() -> amended(new Amended<>("ก", null), null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> amended(new Amended<>(null, "ก"), null)).isInstanceOf(NullPointerException.class);
        assertThat(amended(null, new Amended<>("ก", null)).changes())
                .containsOnlyKeys(ProjectDetailsAmended.Detail.TARGET);
    }

    @Test
    void what_lies_between_two_states_of_the_form_turns_the_one_into_the_other() {
        ProjectDetails now = ProjectDetails.of(Given.registered());
        ProjectDetailsAmended event = amended(new Amended<>(now.name(), "ข"), new Amended<>(now.target(), null));
        ProjectDetails next = now.amended(event);

        assertThat(ProjectDetailsAmended.between(Given.CODE, null, now, next, null))
                .contains(event);
        assertThat(ProjectDetailsAmended.between(Given.CODE, null, next, next, null))
                .isEmpty();
        assertThat(next.target()).isNull();
        assertThat(next.rationale()).isEqualTo(now.rationale());
    }

    @Test
    void a_plan_names_its_months_once_in_ascending_order() {
        assertThat(plan("2020-12 10", "2021-01 10", "2021-02 55.5").months()).hasSize(3);
        assertThatThrownBy(ChangedFactsTest::plan).hasMessageContaining("a month at least");
        assertThatThrownBy(() -> plan("2020-12 10", "2020-12 20")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan("2021-01 10", "2020-12 20")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_plan_does_not_fall() {
        assertThatThrownBy(() -> plan("2020-12 10", "2021-01 20", "2021-02 19.99"))
                .hasMessageContaining("2021-02");
    }

    @Test
    void a_plan_keeps_what_it_was_given() {
        List<PlannedMonth> given = new ArrayList<>(plan("2020-12 10").months());
        PlanRecorded plan = new PlanRecorded(Given.CODE, null, given, null);
        given.clear();

        assertThat(plan.months()).hasSize(1);
    }

    @Test
    void a_result_states_a_number_or_says_something() {
        assertThatThrownBy(() -> new IndicatorResultRecorded(Given.CODE, IndicatorId.of("i1"), Q1, null, null, null))
                .hasMessageContaining("Neither");
    }

    @Test
    void a_score_of_an_indicator_and_no_other_names_its_criteria_and_each_part_once() {
        List<ScorePart> twice = List.of(new ScorePart("2.1", null), new ScorePart("2.1", Score.of("1")));
        IndicatorId id = IndicatorId.of("i1");

        assertThatThrownBy(() -> new QuarterEvaluated(Given.CODE, Q1, id, null, null, List.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuarterEvaluated(Given.CODE, Q1, null, 1, null, List.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuarterEvaluated(Given.CODE, Q1, id, 0, null, List.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuarterEvaluated(Given.CODE, Q1, null, null, null, twice, null, null))
                .hasMessageContaining("twice");
    }

    @Test
    void work_does_not_go_on_before_it_was_paused_and_may_on_the_same_day() {
        LocalDate day = LocalDate.parse("2021-01-02");
        assertThatThrownBy(() -> new ProjectResumed(Given.CODE, day.minusDays(1), day, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ProjectResumed(Given.CODE, day, day, null, null).effectiveOn())
                .isEqualTo(day);
    }
}
