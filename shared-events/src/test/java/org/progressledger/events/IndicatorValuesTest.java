package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quarters, scores, measurements and ids, at their edges. */
class IndicatorValuesTest {

    // --- quarters ---

    @ParameterizedTest
    @CsvSource({
        "2020-09-30, 2563-Q4",
        "2020-10-01, 2564-Q1",
        "2020-12-31, 2564-Q1",
        "2021-01-01, 2564-Q2",
        "2021-02-28, 2564-Q2",
        "2021-03-31, 2564-Q2",
        "2021-04-01, 2564-Q3",
        "2021-06-30, 2564-Q3",
        "2021-07-01, 2564-Q4",
        "2021-09-30, 2564-Q4",
        "2021-10-01, 2565-Q1",
        "2024-02-29, 2567-Q2"
    })
    void a_day_falls_into_one_quarter(LocalDate day, String quarter) {
        Quarter found = Quarter.containing(day);

        assertThat(found).hasToString(quarter).isEqualTo(Quarter.of(quarter));
        assertThat(day).isAfterOrEqualTo(found.startInclusive()).isBefore(found.endExclusive());
    }

    @Test
    void quarters_follow_each_other_without_a_gap() {
        List<Quarter> quarters = Stream.of("2564-Q1", "2564-Q2", "2564-Q3", "2564-Q4", "2565-Q1")
                .map(Quarter::of)
                .toList();

        assertThat(quarters).isSorted();
        for (int i = 1; i < quarters.size(); i++) {
            assertThat(quarters.get(i).startInclusive())
                    .isEqualTo(quarters.get(i - 1).endExclusive());
        }
        assertThat(quarters.getFirst().startInclusive()).isEqualTo("2020-10-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2564-Q0",
                "2564-Q5",
                "2564-q1",
                "๒๕๖๔-Q1",
                "64-Q1",
                "2564Q1",
                "2564-Q1 ",
                "2564-Q11",
                "",
                "2021-Q1"
            })
    void a_quarter_is_written_in_one_way(String text) {
        assertThatThrownBy(() -> Quarter.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    // --- scores ---

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "100, 100.00",
        "62.5, 62.50",
        "62.500000, 62.50",
        "9999.99, 9999.99",
        "1e3, 1000.00",
        "0e999999999, 0.00"
    })
    void a_score_has_two_decimals(String given, String held) {
        assertThat(Score.of(given)).hasToString(held).isEqualTo(Score.of(held));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0.01",
                "10000",
                "9999.991",
                "0.001",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "0e-999999999"
            })
    void a_score_lies_between_0_and_9999_99(String text) {
        assertThatThrownBy(() -> Score.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    // --- measurements ---

    @ParameterizedTest
    @CsvSource({
        "18.22, 18.22",
        "1407.520, 1407.52",
        "1.00, 1.00",
        "170.8300, 170.83",
        "-3, -3.00",
        "0.1234, 0.1234",
        "0.1230, 0.123",
        "100, 100.00",
        "1e2, 100.00",
        "0e999999999, 0.00",
        "999999999999.9999, 999999999999.9999",
        "-999999999999.9999, -999999999999.9999"
    })
    void a_measurement_has_two_decimals_or_as_many_as_it_needs(String given, String held) {
        assertThat(Measurement.of(given)).hasToString(held).isEqualTo(Measurement.of(held));
        assertThat(EventJson.mapper().writeValueAsString(Measurement.of(given))).isEqualTo(held);
        assertThat(EventJson.mapper().readValue(held, Measurement.class)).isEqualTo(Measurement.of(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000000000",
                "-1000000000000",
                "0.00001",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "0e-999999999"
            })
    void a_measurement_is_neither_beyond_all_results_nor_finer_than_four_decimals(String text) {
        assertThatThrownBy(() -> Measurement.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void measurements_compare_as_numbers() {
        assertThat(Stream.of("9", "-1", "100").map(Measurement::of).sorted().map(Measurement::toString))
                .containsExactly("-1.00", "9.00", "100.00");
    }

    // --- ids ---

    @ParameterizedTest
    @ValueSource(strings = {"5047-0895", "5035-893", "i1", "A", "a.b-C", "1234567890123456789012345678901234567890"})
    void an_indicator_is_called_by_letters_digits_dots_and_dashes(String text) {
        assertThat(IndicatorId.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                ".",
                "a b",
                "a/b",
                "ก",
                "๕",
                "a_b",
                "a\n",
                "12345678901234567890123456789012345678901"
            })
    void and_by_nothing_else(String text) {
        assertThatThrownBy(() -> IndicatorId.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
