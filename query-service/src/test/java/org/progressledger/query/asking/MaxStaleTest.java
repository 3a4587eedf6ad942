package org.progressledger.query.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaxStaleTest {
    private static Duration of(String... lines) {
        return MaxStale.in(Arrays.asList(lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-stale=60|60",
                "Max-Stale=60|60",
                "max-stale=\"60\"|60",
                "no-transform , max-stale=5|5",
                "max-stale=0|0",
                "max-stale=60, max-stale=7|7",
            })
    void a_program_says_how_many_seconds_old_an_answer_may_be(String header, long seconds) {
        assertThat(of(header)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "max-age=60",
                "min-fresh=60",
                "max-stale=",
                "max-stale=-1",
                "max-stale=soon",
                "max-stale=99999999999999999999",
                "x-max-stale=9",
                "max-stale=60, no-cache",
            })
    void whatever_else_it_says_the_answer_is_as_new_as_any(String header) {
        assertThat(of(header)).isZero();
    }

    @Test
    void without_a_number_it_may_be_of_any_age() {
        assertThat(of("max-stale")).isGreaterThan(Duration.ofDays(365));
        assertThat(of("no-store", "max-stale")).isGreaterThan(Duration.ofDays(365));
        assertThat(of()).isZero();
    }

    @Test
    void no_request_says_nothing() {
        assertThat(MaxStale.asked()).isZero();
    }
}
