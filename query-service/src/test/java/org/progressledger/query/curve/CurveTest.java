package org.progressledger.query.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.query.curve.Curve.Dot;
import org.progressledger.query.curve.Curve.Happened;
import org.progressledger.query.curve.Curve.Mark;
import org.progressledger.query.curve.Curve.Paused;
import org.progressledger.query.curve.Curve.Planned;
import org.progressledger.query.curve.Curve.Reported;
import org.progressledger.query.curve.Curve.Sheet;
import org.progressledger.query.curve.Curve.Story;

/** The drawing of a project's progress: places are worked out by hand from 666 units for 365 days and 360 for 100 per cent. */
class CurveTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2021, 9, 30);

    private static Reported report(int no, String on, String percent, @Nullable String disbursed) {
        return new Reported(
                no,
                LocalDate.parse(on),
                new BigDecimal(percent),
                disbursed == null ? null : new BigDecimal(disbursed),
                no == 2,
                "#r" + no,
                null);
    }

    private static Story story(List<Reported> reports, List<Paused> pauses, List<Planned> plan) {
        return new Story(FIRST, LAST, reports, pauses, List.of(), plan, new BigDecimal("1000.00"));
    }

    @Test
    void a_percentage_is_a_step_on_the_day_of_its_report_and_never_a_slope() {
        Curve curve = Curve.of(
                story(
                        List.of(report(1, "2020-10-22", "5.00", "0.00"), report(2, "2021-09-22", "100.00", "0.00")),
                        List.of(),
                        List.of()),
                Sheet.WIDE);
        assertThat(curve.actual()).isEqualTo("M44 418H82.3V400H693.6V58H710");
        assertThat(curve.dots()).extracting(Dot::x).containsExactly("82.3", "693.6");
        assertThat(curve.dots()).extracting(Dot::corrected).containsExactly(false, true);
    }

    @Test
    void where_nobody_planned_the_dashed_line_is_the_time_that_passes() {
        Curve curve = Curve.of(story(List.of(), List.of(), List.of()), Sheet.WIDE);
        assertThat(curve.plan()).isEqualTo("M44 418L710 58");
        assertThat(curve.actual()).isEmpty();
        assertThat(curve.money()).isNull();
    }

    @Test
    void a_plan_is_drawn_at_the_ends_of_its_months() {
        List<Planned> plan = List.of(
                new Planned(YearMonth.of(2020, 10), new BigDecimal("10.00")),
                new Planned(YearMonth.of(2021, 9), new BigDecimal("100.00")));
        assertThat(Curve.of(story(List.of(), List.of(), plan), Sheet.WIDE).plan())
                .isEqualTo("M44 418L100.6 382L710 58");
    }

    @Test
    void a_pause_that_nobody_ended_is_open_to_the_right() {
        List<Paused> pauses = List.of(
                new Paused(LocalDate.of(2020, 11, 1), LocalDate.of(2020, 12, 1)),
                new Paused(LocalDate.of(2021, 4, 26), null));
        List<Curve.Band> bands =
                Curve.of(story(List.of(), pauses, List.of()), Sheet.WIDE).bands();
        assertThat(bands).extracting(Curve.Band::open).containsExactly(false, true);
        assertThat(bands).extracting(Curve.Band::end).containsExactly("155.3", "710");
    }

    @Test
    void money_is_a_share_of_what_was_allocated_and_what_is_beyond_stays_at_the_top() {
        Curve curve = Curve.of(
                story(
                        List.of(report(1, "2020-10-22", "5.00", "500.00"), report(2, "2020-11-27", "6.00", "5000.00")),
                        List.of(),
                        List.of()),
                Sheet.WIDE);
        assertThat(curve.money()).isEqualTo("M44 482H82.3V467H148V452H710");
    }

    @Test
    void a_report_outside_the_period_widens_the_drawing() {
        Curve curve = Curve.of(story(List.of(report(1, "2022-09-30", "5.00", null)), List.of(), List.of()), Sheet.WIDE);
        assertThat(curve.dots()).extracting(Dot::x).containsExactly("710");
        assertThat(curve.plan()).isEqualTo("M44 418L377.5 58");
    }

    @Test
    void marks_close_to_each_other_are_all_drawn_though_not_all_find_room_for_words() {
        List<Happened> marks = List.of(
                new Happened(LocalDate.of(2021, 8, 28), "cited", "mark.cited"),
                new Happened(LocalDate.of(2021, 8, 30), "appeal", "mark.filed"),
                new Happened(LocalDate.of(2021, 9, 1), "appeal", "mark.decided"));
        List<Mark> drawn = Curve.of(
                        new Story(FIRST, LAST, List.of(), List.of(), marks, List.of(), BigDecimal.ZERO), Sheet.WIDE)
                .marks();
        assertThat(drawn).hasSize(3);
        assertThat(drawn.get(1).labelX()).isNull();
        assertThat(drawn.get(0).anchor()).isEqualTo("end");
        assertThat(drawn.get(2).anchor()).isEqualTo("start");
    }

    @Test
    void a_report_years_after_the_end_leaves_the_period_its_room_and_stays_in_the_drawing() {
        Curve curve = Curve.of(
                story(
                        List.of(
                                report(1, "2020-10-22", "5.00", null),
                                report(2, "2021-09-22", "50.00", null),
                                report(3, "2026-11-26", "100.00", null)),
                        List.of(),
                        List.of()),
                Sheet.WIDE);
        // 0.82 of 666 units are left for the period's 365 days
        assertThat(curve.breaks()).containsExactly("590.1");
        assertThat(curve.plan()).isEqualTo("M44 418L590.1 58");
        assertThat(curve.dots()).extracting(Dot::x).containsExactly("75.4", "576.7", "710");
        assertThat(curve.months())
                .extracting(Curve.Month::month)
                .endsWith(
                        YearMonth.of(2021, 8),
                        YearMonth.of(2021, 9),
                        YearMonth.of(2022, 1),
                        YearMonth.of(2023, 1),
                        YearMonth.of(2024, 1),
                        YearMonth.of(2025, 1),
                        YearMonth.of(2026, 1))
                .hasSize(12 + 5);
    }

    @Test
    void reports_a_little_outside_are_drawn_to_scale_and_those_long_before_the_start_shorter() {
        assertThat(Curve.of(story(List.of(report(1, "2022-01-15", "5.00", null)), List.of(), List.of()), Sheet.WIDE)
                        .breaks())
                .isEmpty();
        Curve early =
                Curve.of(story(List.of(report(1, "2018-10-01", "5.00", null)), List.of(), List.of()), Sheet.NARROW);
        assertThat(early.breaks()).containsExactly("90.5");
        assertThat(early.dots()).extracting(Dot::x).containsExactly("34");
        assertThat(early.plan()).isEqualTo("M90.5 258L348 40");
    }

    @Test
    void time_that_is_shortened_without_a_new_year_is_marked_by_its_last_month() {
        TimeAxis axis = TimeAxis.of(
                LocalDate.of(2021, 2, 1),
                LocalDate.of(2021, 2, 1),
                LocalDate.of(2021, 3, 1),
                LocalDate.of(2021, 9, 20),
                0,
                100);
        assertThat(axis.months()).containsExactly(YearMonth.of(2021, 2), YearMonth.of(2021, 9));
        assertThat(axis.x(LocalDate.of(2021, 3, 1))).isEqualTo(82.0);
        assertThat(axis.x(LocalDate.of(2021, 9, 20))).isEqualTo(100.0);
        assertThat(axis.x(LocalDate.of(2030, 1, 1))).isEqualTo(100.0);
        assertThat(axis.x(LocalDate.of(2020, 1, 1))).isEqualTo(0.0);
    }
}
