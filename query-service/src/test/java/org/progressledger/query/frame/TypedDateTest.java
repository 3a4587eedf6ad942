package org.progressledger.query.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.problems.ProblemException;

/** Dates as people type them into a page. */
class TypedDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"30/08/2564", "30/8/2564", "๓๐/๐๘/๒๕๖๔", "30-08-2564", "30.8.2021", "2021-08-30", " 30/08/2021 "
            })
    void one_day_may_be_typed_in_many_ways(String typed) {
        assertThat(TypedDate.of("from", typed)).isEqualTo(LocalDate.of(2021, 8, 30));
    }

    @Test
    void nothing_typed_is_no_date() {
        assertThat(TypedDate.of("from", " ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2564", "30/08/64", "tomorrow", "08/2564", "30/08/2564 x", "99999-01-01"})
    void what_is_no_day_is_refused(String typed) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> TypedDate.of("from", typed));
    }
}
