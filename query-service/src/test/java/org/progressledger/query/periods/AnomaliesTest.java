package org.progressledger.query.periods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.progressledger.query.periods.Tale.says;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.query.periods.Anomaly.Kind;

class AnomaliesTest {
    private static List<Kind> kinds(List<Anomaly> anomalies) {
        return anomalies.stream().map(Anomaly::kind).toList();
    }

    @Test
    void a_row_that_goes_steadily_is_no_exception() {
        Tale tale = Tale.of("2020-10-01", "2020-12-31", null)
                .report(1, "2020-10-28", "20")
                .report(2, "2020-11-28", "40")
                .report(3, "2020-12-28", "60");

        assertThat(tale.anomalies(Measure.PERCENT, Cut.MONTH, "2021-01-10")).isEmpty();
    }

    @Test
    void each_exception_names_its_period_reports_and_events() {
        Tale tale = Tale.of("2020-10-01", "2021-03-31", null)
                .report(1, "2020-10-28", "20")
                .report(2, "2020-11-28", "50")
                .report(3, "2020-12-28", "50")
                .corrected(2, says("50", null), says("51", null))
                .report(4, "2021-02-20", "55")
                .returned(4, 1);

        assertThat(tale.anomalies(Measure.PERCENT, Cut.MONTH, "2021-03-01"))
                .extracting(Anomaly::kind, Anomaly::period, Anomaly::reportNos, Anomaly::positions)
                .containsExactly(
                        tuple(Kind.CORRECTED, "2020-11", List.of(2), List.of(104L)),
                        tuple(Kind.JUMPED, "2020-11", List.of(2), List.of(101L, 102L, 104L)),
                        tuple(Kind.FELL, "2020-12", List.of(3), List.of(102L, 103L, 104L)),
                        tuple(Kind.GAP, "2021-01", List.of(3), List.of(100L, 103L)),
                        tuple(Kind.GAP, "2021-02", List.of(3), List.of(100L, 103L)),
                        tuple(Kind.RETURNED, "2021-02", List.of(4), List.of(105L, 106L)));
    }

    @ParameterizedTest
    @CsvSource({
        "20.00, 20.00, UNCHANGED",
        "20.00, 20.50,",
        "20.00, 44.50,",
        "20.00, 45.00, JUMPED",
        "100, 100,",
        "20, 19.5, FELL"
    })
    void a_difference_counts_by_its_thresholds(String before, String after, Kind expected) {
        Tale tale = Tale.of("2020-10-01", "2020-11-30", null)
                .report(1, "2020-10-28", before)
                .report(2, "2020-11-28", after);

        assertThat(kinds(tale.anomalies(Measure.PERCENT, Cut.MONTH, "2021-01-10")).stream()
                        .filter(kind -> kind != Kind.JUMPED || !before.equals("100"))
                        .toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void a_larger_threshold_lets_small_rises_count_as_unchanged() {
        Tale tale = Tale.of("2020-10-01", "2020-11-30", null)
                .report(1, "2020-10-28", "20")
                .report(2, "2020-11-28", "20.50");
        Anomalies coarse = new Anomalies(
                Measure.PERCENT, Cut.MONTH, new PeriodSettings(new BigDecimal("1"), new BigDecimal("25")));

        assertThat(kinds(coarse.of(
                        tale.on(LocalDate.parse("2021-01-10")),
                        Cut.MONTH.of(Tale.YEAR),
                        tale.cells(Measure.PERCENT, Cut.MONTH, "2021-01-10"),
                        true)))
                .containsExactly(Kind.UNCHANGED);
    }

    @Test
    void a_falling_amount_counts_only_where_amounts_are_totals_so_far() {
        LocalDate october = LocalDate.parse("2020-10-28");
        LocalDate november = LocalDate.parse("2020-11-28");
        for (String stated : List.of("200", "700")) {
            Tale tale = Tale.of("2020-10-01", "2020-11-30", stated)
                    .today(november)
                    .report(1, 1, october, says("10", "500"))
                    .report(2, 1, november, says("20", "200"));

            assertThat(kinds(tale.anomalies(Measure.SPENT, Cut.MONTH, "2021-01-10")))
                    .isEqualTo(stated.equals("200") ? List.of(Kind.FELL) : List.of());
        }
    }

    @Test
    void a_score_that_took_the_place_of_another_and_one_that_fell_are_exceptions() {
        Tale tale = Tale.of("2020-10-01", "2021-03-31", null)
                .today("2021-01-10")
                .scored("2564-Q1", "80")
                .scored("2564-Q1", "90")
                .scored("2564-Q2", "70");

        assertThat(tale.anomalies(Measure.SCORE, Cut.QUARTER, "2021-04-10"))
                .extracting(Anomaly::kind, Anomaly::period, Anomaly::positions)
                .containsExactly(
                        tuple(Kind.CORRECTED, "2564-Q1", List.of(101L, 102L)),
                        tuple(Kind.FELL, "2564-Q2", List.of(102L, 103L)));
    }
}
