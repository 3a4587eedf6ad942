package org.progressledger.query.projectlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.events.ProjectStatus;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.agencies.AgencyAsked;

class QuestionTest {
    private static void isRefused(String parameter, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.data()).containsEntry("parameter", parameter);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "price", "name,up", "name,asc,desc", "_id", "$where"})
    void an_order_that_nobody_knows_is_refused(String sort) {
        isRefused("sort", () -> Question.of(null, null, null, null, 0, 20, sort));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 50_001, Integer.MAX_VALUE})
    void a_page_outside_the_register_is_refused(int page) {
        isRefused("page", () -> Question.of(null, null, null, null, page, 20, "name"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5, 201})
    void a_page_holds_1_to_200_projects(int size) {
        isRefused("size", () -> Question.of(null, null, null, null, 0, size, "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "504", "๕๐๔", "504700001"})
    void an_agency_is_4_to_8_digits_or_a_name(String agency) {
        isRefused("agency", () -> Question.of(null, agency, null, null, 0, 20, "name"));
        isRefused("agency", () -> Question.of(null, "ก".repeat(1_001), null, null, 0, 20, "name"));
    }

    @Test
    void an_agency_may_be_typed_in_thai_digits_and_in_any_spelling() {
        assertThat(Question.of(null, "๕๐๔๗", null, null, 0, 20, "name").agency())
                .isEqualTo(new AgencyAsked("5047"));
        assertThat(Question.of(null, " ส\u0E4D\u0E32นักงาน  เขต", null, null, 0, 20, "name")
                        .agency())
                .isEqualTo(new AgencyAsked("ส\u0E33นักงาน เขต"));
    }

    @Test
    void a_page_of_words_is_not_searched_for() {
        isRefused("q", () -> Question.of("ก".repeat(201), null, null, null, 0, 20, "name"));
    }

    @Test
    void words_are_folded_and_the_order_may_turn_round() {
        Question question =
                Question.of("  ส\u0E4D\u0E32นัก ", "5047", ProjectStatus.PAUSED, 2564, 3, 50, "percent,DESC");
        assertThat(question.words()).isEqualTo("ส\u0E33นัก");
        assertThat(question.descending()).isTrue();
    }
}
