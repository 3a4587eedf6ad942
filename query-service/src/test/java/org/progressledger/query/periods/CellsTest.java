package org.progressledger.query.periods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.periods.Tale.by;
import static org.progressledger.query.periods.Tale.says;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.events.Amended;
import org.progressledger.events.Baht;
import org.progressledger.query.periods.Cell.Mark;
import org.progressledger.query.periods.Cell.State;

class CellsTest {
    private static final LocalDate OCTOBER = LocalDate.parse("2020-10-28");
    private static final LocalDate DECEMBER = LocalDate.parse("2020-12-28");

    private static List<State> states(List<Cell> cells) {
        return cells.stream().map(Cell::state).toList();
    }

    private static Cell first(List<Cell> cells, State state) {
        return cells.stream().filter(cell -> cell.is(state)).findFirst().orElseThrow();
    }

    @Test
    void a_month_without_report_is_a_gap_once_it_is_over_and_what_stands_is_carried_into_the_running_one_only() {
        Tale tale = Tale.ofTheYear().report(1, "2020-10-28", "10").report(2, "2020-12-28", "30");

        List<Cell> cells = tale.cells(Measure.PERCENT, Cut.MONTH, "2021-02-10");
        assertThat(states(cells).subList(0, 6))
                .containsExactly(State.REPORTED, State.GAP, State.REPORTED, State.GAP, State.CARRIED, State.NOT_YET);
        assertThat(cells.get(1).value()).as("nothing looks current in a gap").isNull();
        assertThat(cells.get(1).gaps()).containsExactly("2020-11");
        Cell december = cells.get(2);
        assertThat(december.value()).isEqualTo("30.00");
        assertThat(december.change()).isEqualTo("20.00");
        assertThat(december.changeFrom()).isEqualTo("2020-10");
        assertThat(december.reportNos()).containsExactly(2);
        assertThat(december.positions()).containsExactly(102L);
        Cell running = cells.get(4);
        assertThat(running.value()).isEqualTo("30.00");
        assertThat(running.carriedFrom()).isEqualTo("2020-12");
        assertThat(running.change()).isNull();
        assertThat(running.reportNos()).containsExactly(2);
    }

    @Test
    void a_month_is_over_on_the_day_after_its_last() {
        Tale tale = Tale.ofTheYear();

        assertThat(tale.cells(Measure.PERCENT, Cut.MONTH, "2020-10-31")
                        .getFirst()
                        .state())
                .isEqualTo(State.NOT_YET);
        assertThat(tale.cells(Measure.PERCENT, Cut.MONTH, "2020-11-01")
                        .getFirst()
                        .state())
                .isEqualTo(State.GAP);
    }

    @Test
    void months_that_no_day_of_the_project_touches_are_outside() {
        Tale tale = Tale.of("2020-12-31", "2021-02-01", null);

        assertThat(states(tale.cells(Measure.PERCENT, Cut.MONTH, "2021-10-01")))
                .containsExactly(
                        State.OUTSIDE,
                        State.OUTSIDE,
                        State.GAP,
                        State.GAP,
                        State.GAP,
                        State.OUTSIDE,
                        State.OUTSIDE,
                        State.OUTSIDE,
                        State.OUTSIDE,
                        State.OUTSIDE,
                        State.OUTSIDE,
                        State.OUTSIDE);
    }

    @Test
    void after_completion_the_value_is_carried_and_no_report_is_missed() {
        Tale tale = Tale.ofTheYear().report(1, "2020-10-28", "100").completed(OCTOBER);

        Cell november = tale.cells(Measure.PERCENT, Cut.MONTH, "2020-12-05").get(1);
        assertThat(november.state()).isEqualTo(State.CARRIED);
        assertThat(november.marks()).containsExactly(Mark.ENDED);
        assertThat(november.gaps()).isEmpty();
    }

    @Test
    void a_returned_report_leaves_a_gap_that_says_so_and_the_one_handed_in_again_fills_its_own_month() {
        Tale tale = Tale.ofTheYear().report(1, "2020-10-28", "10").returned(1, 1);

        Cell october = tale.cells(Measure.PERCENT, Cut.MONTH, "2020-12-05").getFirst();
        assertThat(october.state()).isEqualTo(State.GAP);
        assertThat(october.marks()).containsExactly(Mark.RETURNED);

        tale.today("2020-11-20").report(1, 2, OCTOBER, says("20", null));
        Cell again = tale.cells(Measure.PERCENT, Cut.MONTH, "2020-12-05").getFirst();
        assertThat(again.value()).isEqualTo("20.00");
        assertThat(again.marks()).isEmpty();
    }

    @Test
    void a_corrected_report_stands_as_corrected_and_names_both_events() {
        Tale tale = Tale.ofTheYear()
                .report(1, "2020-10-28", "10")
                .today("2021-03-01")
                .corrected(1, says("10", null), says("8", null));

        Cell october = tale.cells(Measure.PERCENT, Cut.MONTH, "2020-12-05").getFirst();
        assertThat(october.value()).isEqualTo("8.00");
        assertThat(october.marks()).containsExactly(Mark.CORRECTED);
        assertThat(october.positions()).containsExactly(101L, 102L);
    }

    @Test
    void a_quarter_shows_its_last_report_all_its_numbers_and_the_months_that_were_not_reported() {
        Tale tale = Tale.ofTheYear().report(1, "2020-10-28", "10").report(2, "2020-11-28", "15");

        Cell quarter = tale.cells(Measure.PERCENT, Cut.QUARTER, "2021-01-01").getFirst();
        assertThat(quarter.period()).isEqualTo("2564-Q1");
        assertThat(quarter.state()).isEqualTo(State.REPORTED);
        assertThat(quarter.value()).isEqualTo("15.00");
        assertThat(quarter.reportNos()).containsExactly(1, 2);
        assertThat(quarter.gaps()).containsExactly("2020-12");
    }

    @Test
    void a_pause_is_a_mark_from_its_first_day_to_the_day_before_work_goes_on() {
        LocalDate from = LocalDate.parse("2020-11-30");
        Tale tale = Tale.ofTheYear().paused(from).resumed(from, LocalDate.parse("2021-01-01"));

        List<Cell> cells = tale.cells(Measure.PERCENT, Cut.MONTH, "2021-03-01");
        assertThat(cells.stream()
                        .filter(cell -> cell.marks().contains(Mark.PAUSED))
                        .map(Cell::period))
                .containsExactly("2020-11", "2020-12");
    }

    @Test
    void the_plan_stands_beside_what_was_reported_and_invents_nothing_for_other_months() {
        Tale tale = Tale.ofTheYear()
                .planned(null, by("2020-10", "20"), by("2020-12", "40"))
                .report(1, "2020-10-28", "15")
                .report(2, "2020-11-28", "25");

        List<Cell> cells = tale.cells(Measure.PERCENT, Cut.MONTH, "2021-01-10");
        assertThat(cells.getFirst().planned()).isEqualTo("20.00");
        assertThat(cells.getFirst().againstPlan()).isEqualTo("-5.00");
        assertThat(cells.getFirst().planPosition()).isEqualTo(101);
        assertThat(cells.get(1).planned()).isNull();
        assertThat(cells.get(1).againstPlan()).isNull();
        assertThat(cells.get(2).planned()).as("planned, though not reported").isEqualTo("40.00");
        assertThat(cells.get(2).againstPlan()).isNull();
        assertThat(tale.cells(Measure.SPENT, Cut.MONTH, "2021-01-10").getFirst().planned())
                .as("a plan is of percentages")
                .isNull();
    }

    @Test
    void an_amount_that_was_left_blank_is_carried_never_zero_and_says_from_where() {
        Tale tale = Tale.ofTheYear()
                .today("2020-10-28")
                .report(1, 1, OCTOBER, says("10", "500"))
                .today("2020-11-28")
                .report(2, 1, LocalDate.parse("2020-11-28"), says("20", null))
                .today("2020-12-28")
                .report(3, 1, DECEMBER, says("30", "0"));

        List<Cell> cells = tale.cells(Measure.SPENT, Cut.MONTH, "2021-01-10");
        Cell blank = cells.get(1);
        assertThat(blank.state()).isEqualTo(State.CARRIED);
        assertThat(blank.value()).isEqualTo("500.00");
        assertThat(blank.carriedFrom()).isEqualTo("2020-10");
        assertThat(blank.marks()).containsExactly(Mark.BLANK);
        assertThat(blank.gaps()).as("it was reported").isEmpty();
        assertThat(cells.get(2).value()).as("zero is stated").isEqualTo("0.00");
        assertThat(cells.get(2).change()).isEqualTo("-500.00");
    }

    @Test
    void a_first_report_without_amount_is_reported_and_blank() {
        Tale tale = Tale.ofTheYear().report(1, "2020-10-28", "10");

        Cell october = tale.cells(Measure.SPENT, Cut.MONTH, "2020-11-10").getFirst();
        assertThat(october.state()).isEqualTo(State.REPORTED);
        assertThat(october.value()).isNull();
        assertThat(october.marks()).containsExactly(Mark.BLANK);
    }

    @Test
    void money_is_read_against_what_the_form_states_and_never_summed_into_a_cell() {
        Tale tale = Tale.of("2020-10-01", "2021-09-30", "700")
                .today("2020-10-28")
                .report(1, 1, LocalDate.parse("2020-10-05"), says("10", "500"))
                .report(2, 1, OCTOBER, says("20", "200"));

        assertThat(tale.cells(Measure.SPENT, Cut.MONTH, "2020-11-10").getFirst().value())
                .isEqualTo("200.00");
        Spending each = Spending.of(tale.on(DECEMBER));
        assertThat(each.reading()).isEqualTo(Spending.Reading.EACH);
        assertThat(each.sumOfReports()).isEqualTo("700.00");
        tale.amended(DECEMBER, null, null, new Amended<>(Baht.of("700"), Baht.of("200")));
        assertThat(Spending.of(tale.on(DECEMBER)).reading()).isEqualTo(Spending.Reading.SO_FAR);
        assertThat(Spending.of(tale.on(OCTOBER)).stated())
                .as("before the amendment takes effect")
                .isEqualTo("700.00");
    }

    @Test
    void scores_are_the_coordinators_and_a_blank_one_is_no_zero() {
        Tale tale = Tale.ofTheYear()
                .report(1, "2020-10-28", "25")
                .today("2021-01-15")
                .scored("2564-Q1", "100")
                .today("2021-07-15")
                .scored("2564-Q3", null)
                .today("2021-08-15")
                .scored("2564-Q4", "90.5");

        List<Cell> cells = tale.cells(Measure.SCORE, Cut.QUARTER, "2021-10-01");
        assertThat(states(cells)).containsExactly(State.REPORTED, State.GAP, State.REPORTED, State.REPORTED);
        assertThat(cells.getFirst().value()).isEqualTo("100.00");
        assertThat(cells.getFirst().change())
                .as("the first is compared with nothing")
                .isNull();
        assertThat(cells.get(2).value()).isNull();
        assertThat(cells.get(2).marks()).containsExactly(Mark.BLANK);
        assertThat(cells.get(3).change()).isEqualTo(new BigDecimal("-9.50"));
        assertThat(cells.get(3).changeFrom()).isEqualTo("2564-Q1");
    }

    @Test
    void a_report_outside_the_projects_time_is_shown_and_marked() {
        Tale tale = Tale.of("2020-10-01", "2020-12-31", null).report(1, "2021-02-05", "10");

        Cell february = first(tale.cells(Measure.PERCENT, Cut.MONTH, "2021-10-01"), State.REPORTED);
        assertThat(february.period()).isEqualTo("2021-02");
        assertThat(february.marks()).containsExactly(Mark.OUT_OF_TIME);
    }

    @Test
    void what_was_reported_before_the_year_is_compared_with_and_named() {
        Tale tale = Tale.of("2020-08-01", "2021-09-30", null)
                .report(1, "2020-09-20", "40")
                .report(2, "2020-10-20", "45");

        Cell october = tale.cells(Measure.PERCENT, Cut.QUARTER, "2020-11-10").getFirst();
        assertThat(october.change()).isEqualTo("5.00");
        assertThat(october.changeFrom()).isEqualTo("2563-Q4");
    }
}
