package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.progressledger.events.Given.CODE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Adopted indicators: criteria in versions, results and scores that take the place of others. */
class IndicatorsFoldTest {

    private static final IndicatorId ID = IndicatorId.of("5047-0895");
    private static final Quarter Q1 = Quarter.of("2564-Q1");

    private static Given adopted() {
        return Given.aRegisteredProject()
                .recorded(
                        "2020-11-01T03:00:00Z",
                        new IndicatorAdopted(
                                CODE,
                                ID,
                                null,
                                "ร้อยละ",
                                IndicatorKind.OUTPUT,
                                "ร้อยละ",
                                null,
                                "เดิม",
                                LocalDate.parse("2020-10-15")));
    }

    private static IndicatorResultRecorded result(String value, String on) {
        return new IndicatorResultRecorded(CODE, ID, Q1, Measurement.of(value), null, LocalDate.parse(on));
    }

    private static QuarterEvaluated score(int version, String value, String on) {
        return new QuarterEvaluated(CODE, Q1, ID, version, Score.of(value), List.of(), null, LocalDate.parse(on));
    }

    @Test
    void the_result_that_was_recorded_last_stands_whatever_its_date() {
        Given given = adopted()
                .recorded("2021-01-05T03:00:00Z", result("18.22", "2021-01-05"))
                .recorded("2021-01-06T03:00:00Z", result("17", "2021-01-04"));
        Indicator indicator = given.on("2021-02-01").indicators().get(ID);

        assertThat(indicator.results()).hasSize(2);
        assertThat(indicator.resultOf(Q1).orElseThrow().event()).isEqualTo(result("17", "2021-01-04"));
        assertThat(given.on("2021-02-01", "2021-01-05")
                        .indicators()
                        .get(ID)
                        .resultOf(Q1)
                        .orElseThrow()
                        .event())
                .isEqualTo(result("18.22", "2021-01-05"));
        assertThat(indicator.resultOf(Quarter.of("2564-Q2"))).isEmpty();
    }

    @Test
    void scores_under_old_and_new_criteria_stand_side_by_side() {
        Given given = adopted()
                .recorded("2021-01-05T03:00:00Z", score(1, "50", "2021-01-05"))
                .recorded(
                        "2021-01-06T03:00:00Z",
                        new IndicatorCriteriaChanged(CODE, ID, 2, "เดิม", "ใหม่", LocalDate.parse("2021-01-06"), null))
                .recorded("2021-01-07T03:00:00Z", score(2, "100", "2021-01-07"))
                .recorded("2021-01-08T03:00:00Z", score(1, "60", "2021-01-08"));
        Indicator indicator = given.on("2021-02-01").indicators().get(ID);

        assertThat(indicator.evaluationOf(Q1, 1).orElseThrow().event()).isEqualTo(score(1, "60", "2021-01-08"));
        assertThat(indicator.evaluationOf(Q1, 2).orElseThrow().event()).isEqualTo(score(2, "100", "2021-01-07"));
        assertThat(indicator.criteria())
                .extracting(CriteriaVersion::version, each -> each.effectiveOn().toString())
                .containsExactly(tuple(1, "2020-10-15"), tuple(2, "2021-01-06"));
        assertThat(given.on("2021-01-05").indicators().get(ID).criteriaInForce().version())
                .isEqualTo(1);
        assertThat(given.on("2020-10-14").indicators()).isEmpty();
    }

    @Test
    void the_project_s_own_scores_are_not_the_indicator_s() {
        QuarterEvaluated own = new QuarterEvaluated(
                CODE, Q1, null, null, Score.of("100"), List.of(), null, LocalDate.parse("2021-01-05"));
        Given given = adopted().recorded("2021-01-05T03:00:00Z", own);

        assertThat(given.on("2021-02-01").evaluationOf(Q1).orElseThrow().event())
                .isEqualTo(own);
        assertThat(given.on("2021-02-01").indicators().get(ID).evaluations()).isEmpty();
        assertThat(given.on("2021-02-01").percent()).isEqualTo(Percent.ZERO);
    }
}
