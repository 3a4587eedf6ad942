package org.progressledger.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.query.appeals.WaitingChart.Point;

class WaitingChartTest {
    private static final LocalDate FILED = LocalDate.of(2021, 8, 1);

    private static Point report(int no, String on, String percent) {
        return new Point(no, no, LocalDate.parse(on), new BigDecimal(percent));
    }

    @Test
    void the_percentage_steps_at_the_day_of_each_report_from_what_it_was_before_the_filing() {
        WaitingChart chart = WaitingChart.of(
                        new BigDecimal("20.00"),
                        List.of(report(11, "2021-08-11", "50.00"), report(12, "2021-08-21", "100.00")),
                        FILED,
                        FILED.plusDays(20),
                        true)
                .getFirst();

        assertThat(chart.line()).isEqualTo("M44 178H56H442V124H828V34H840");
        assertThat(chart.dots().stream().map(WaitingChart.Dot::y)).containsExactly("124", "34");
        assertThat(chart.end()).isEqualTo("828");
    }

    @Test
    void a_decision_on_the_day_of_the_filing_and_crowded_reports_can_be_drawn() {
        WaitingChart narrow = WaitingChart.of(
                        BigDecimal.ZERO,
                        List.of(report(1, "2021-08-01", "1.00"), report(2, "2021-08-01", "2.00")),
                        FILED,
                        FILED,
                        false)
                .getLast();

        assertThat(narrow.dots().stream().map(WaitingChart.Dot::labelled)).containsExactly(true, false);
        assertThat(narrow.end()).isNull();
    }
}
