package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSettingsTest {
    private static final YearMonth FEBRUARY = YearMonth.of(2021, 2);

    private static CommandSettings deadline(@Nullable Integer days) {
        return new CommandSettings(20, Duration.ofSeconds(1), 1000, 20000, 200, days);
    }

    @Test
    void where_no_deadline_is_set_there_is_none() {
        assertThat(deadline(null).deadline().of(FEBRUARY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 2021-02-28", "5, 2021-03-05", "366, 2022-03-01"})
    void the_deadline_counts_from_the_months_last_day(int days, LocalDate last) {
        assertThat(deadline(days).deadline().of(FEBRUARY)).contains(last);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 367})
    void refuses_a_deadline_before_the_months_end_or_more_than_a_year_after_it(int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> deadline(days)).withMessageContaining("0 to 366");
    }
}
