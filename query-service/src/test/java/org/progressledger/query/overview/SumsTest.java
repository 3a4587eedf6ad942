package org.progressledger.query.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.overview.Sums.Point;

class SumsTest {
    private static Sums on(String day, Brief... projects) {
        Sums sums = new Sums(
                FiscalYear.of(2564),
                LocalDate.parse(day),
                month -> month.atEndOfMonth().plusDays(15));
        List.of(projects).forEach(sums::add);
        return sums;
    }

    @Test
    void a_mean_counts_every_project_once_and_cancelled_ones_not_at_all() {
        Sums sums = on(
                "2021-09-30",
                Briefs.steady("50470000-0001", ProjectStatus.ACTIVE, 5),
                Briefs.steady("50470000-0002", ProjectStatus.PAUSED, 7),
                Briefs.steady("50470000-0003", ProjectStatus.CANCELLED, 0));

        assertThat(sums.projects()).isEqualTo(3);
        assertThat(sums.of(ProjectStatus.CANCELLED)).isEqualTo(1);
        assertThat(sums.percent()).isEqualTo(72.0);
        assertThat(sums.ahead()).isEqualTo(-28.0);
        assertThat(sums.spentShare()).isEqualTo(25.0);
        assertThat(Mini.isBehind(sums)).isTrue();
    }

    @Test
    void a_line_has_the_months_that_are_over_and_the_day() {
        Point[] line = on("2020-12-15", Briefs.steady("50470000-0001", ProjectStatus.ACTIVE, 5))
                .percentLine();

        assertThat(line).hasSize(3);
        assertThat(line[0].value()).isEqualTo(5.0);
        assertThat(line[1].value()).isEqualTo(10.0);
        assertThat(line[2].share()).isCloseTo(76 / 365.0, within(1e-9));
    }

    @Test
    void just_twenty_points_behind_as_they_are_shown_are_marked() {
        // 76 of 365 days are 20.82 per cent
        Brief nothing = Briefs.steady("50470000-0001", ProjectStatus.ACTIVE, 0);
        assertThat(Mini.isBehind(on("2020-12-11", nothing))).isFalse();
        assertThat(Mini.of("/", "", on("2020-12-11", nothing), List.of()).ahead())
                .isEqualTo("\u221219.7");
        assertThat(Mini.isBehind(on("2020-12-12", nothing))).isTrue();
        assertThat(Mini.of("/", "", on("2020-12-12", nothing), List.of()).ahead())
                .isEqualTo("\u221220.0");
    }

    @Test
    void a_report_is_late_on_the_day_after_it_was_due() {
        Brief october = Briefs.of("50470000-0001", ProjectStatus.ACTIVE, 0, List.of("2020-10", "2020-11"), List.of());
        assertThat(on("2020-11-15", october).late()).isZero();
        assertThat(on("2020-11-16", october).late()).isEqualTo(1);
        assertThat(on("2020-12-16", october).late()).isEqualTo(2);
    }

    @Test
    void nothing_at_all_is_drawn_as_nothing() {
        Mini mini = Mini.of("/", "", on("2020-12-16"), List.of());
        assertThat(mini.percent()).isEqualTo("0.00");
        assertThat(mini.spent()).isNull();
        assertThat(mini.behind()).isFalse();
        assertThat(mini.money()).isEmpty();
    }
}
