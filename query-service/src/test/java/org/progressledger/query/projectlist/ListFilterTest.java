package org.progressledger.query.projectlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectStatus;
import org.progressledger.problems.ProblemException;

class ListFilterTest {
    @Test
    void fields_left_empty_ask_for_nothing() {
        ListFilter filter = ListFilter.of(Map.of("q", "", "agency", " ", "fiscalYear", "", "page", ""));
        assertThat(filter.narrows()).isFalse();
        Question question = filter.question();
        assertThat(question.status()).isNull();
        assertThat(question.page()).isZero();
        assertThat(question.size()).isEqualTo(20);
        assertThat(filter.day()).isNull();
        assertThat(filter.link()).isEqualTo("/projects");
    }

    @Test
    void a_year_may_be_typed_in_thai_digits_and_pages_count_from_one() {
        ListFilter filter = ListFilter.of(Map.of(
                "status", "PAUSED", "fiscalYear", "๒๕๖๔", "page", "2", "flag", "PCT_JUMP", "asOf", "๓๐/๐๖/๒๕๖๔"));
        Question question = filter.question();
        assertThat(question.fiscalYear()).isEqualTo(2564);
        assertThat(question.status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(question.flag()).isEqualTo(AuditFlag.PCT_JUMP);
        assertThat(question.page()).isEqualTo(1);
        assertThat(filter.day()).isEqualTo(LocalDate.of(2021, 6, 30));
        assertThat(filter.file("csv"))
                .isEqualTo("/api/v1/projects/export.csv?status=PAUSED&fiscalYear=2564&flag=PCT_JUMP");
    }

    @ParameterizedTest
    @CsvSource({
        "fiscalYear,25x4",
        "fiscalYear,9999999999",
        "page,0",
        "page,-1",
        "page,one",
        "status,ASLEEP",
        "flag,RED",
        "sort,weight",
        "sort,'name,up'"
    })
    void what_cannot_be_asked_is_refused_by_name(String parameter, String value) {
        assertThatThrownBy(() -> ListFilter.of(Map.of(parameter, value)).question())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.data()).containsEntry("parameter", parameter));
    }

    @Test
    void another_page_keeps_the_search_and_says_it_safely() {
        assertThat(ListFilter.of(Map.of("q", "ก&b=\"c", "fiscalYear", "2564")).linkTo(2))
                .isEqualTo("/projects?q=%E0%B8%81%26b%3D%22c&fiscalYear=2564&page=2");
    }

    @Test
    void pressing_a_heading_twice_turns_the_order_round_and_begins_at_the_first_page() {
        ListFilter byPercent = ListFilter.of(Map.of("sort", "percent", "page", "3"));
        assertThat(byPercent.order("percent")).isEqualTo("ascending");
        assertThat(byPercent.order("name")).isNull();
        assertThat(byPercent.sortedBy("percent")).isEqualTo("/projects?sort=percent%2Cdesc");
        assertThat(ListFilter.of(Map.of("sort", "percent,desc")).sortedBy("percent"))
                .isEqualTo("/projects?sort=percent");
    }
}
