package org.progressledger.query.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.events.ProjectStatus;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projectlist.Question;

class FilterTest {
    @Test
    void fields_left_empty_ask_for_nothing() {
        Filter filter = Filter.of("", " ", null, "", "");
        assertThat(filter.narrows()).isFalse();
        Question question = filter.question();
        assertThat(question.status()).isNull();
        assertThat(question.page()).isZero();
        assertThat(question.size()).isEqualTo(20);
    }

    @Test
    void a_year_may_be_typed_in_thai_digits_and_pages_count_from_one() {
        Question question = Filter.of(null, null, "PAUSED", "๒๕๖๔", "2").question();
        assertThat(question.fiscalYear()).isEqualTo(2564);
        assertThat(question.status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(question.page()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"fiscalYear,25x4,1", "fiscalYear,9999999999,1", "page,2564,0", "page,2564,-1", "page,2564,one"})
    void what_is_no_number_is_refused_by_name(String parameter, String year, String page) {
        assertThatThrownBy(() -> Filter.of(null, null, null, year, page).question())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.data()).containsEntry("parameter", parameter));
    }

    @Test
    void another_page_keeps_the_search_and_says_it_safely() {
        assertThat(Filter.of("ก&b=\"c", null, null, "2564", null).linkTo(2))
                .isEqualTo("/?fiscalYear=2564&q=%E0%B8%81%26b%3D%22c&page=2");
    }
}
