package org.progressledger.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.problems.ProblemException;

class AppealQuestionTest {
    private static AppealQuestion sorted(String sort) {
        return AppealQuestion.of(null, null, null, null, null, null, null, null, null, sort);
    }

    private static List<Integer> rounds(String sort) {
        Told told = Told.begins()
                .filed(1, "2021-04-01")
                .granted(1, "2021-04-20")
                .filed(2, "2021-05-01")
                .takenBack(2, "2021-05-02")
                .filed(3, "2021-06-01");
        return sorted(sort).ordered(told.cases().stream().map(AppealItem::of)).stream()
                .map(AppealItem::round)
                .toList();
    }

    @Test
    void the_greatest_age_comes_first_where_it_is_asked_for() {
        assertThat(rounds("age,desc")).containsExactly(1, 2, 3);
        assertThat(rounds("age")).containsExactly(3, 2, 1);
    }

    @Test
    void appeals_are_ordered_by_dates_and_status_and_equals_stay_as_they_are() {
        assertThat(rounds("filedOn,desc")).containsExactly(3, 2, 1);
        assertThat(rounds("decidedOn")).containsExactly(2, 3, 1);
        assertThat(rounds("status")).containsExactly(1, 3, 2);
        assertThat(rounds("projectCode")).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gaps", "age,up", "age,desc,desc", "AGE"})
    void refuses_an_order_that_is_not_there(String sort) {
        assertThatThrownBy(() -> sorted(sort)).isInstanceOf(ProblemException.class);
    }
}
