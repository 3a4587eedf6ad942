package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.events.Given.CODE;
import static org.progressledger.events.Given.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rounds of an appeal. */
class AppealsFoldTest {
    private static Given threeReports() {
        return Given.aRegisteredProject()
                .recorded("2020-10-28T03:00:00Z", report(1, "2020-10-28", "10"))
                .recorded("2020-11-27T03:00:00Z", report(2, "2020-11-27", "20"))
                .recorded("2020-12-30T03:00:00Z", report(3, "2020-12-30", "50"));
    }

    private static List<PercentChange> changes(Given given) {
        return given.history().percentChanges(LocalDate.MAX, Instant.MAX);
    }

    @Test
    void an_appeal_never_moves_a_percentage() {
        Given given = threeReports()
                .recorded(
                        "2021-01-10T03:00:00Z",
                        new AppealFiled(CODE, 1, LocalDate.parse("2021-01-10"), "โควิด", "ปรับเกณฑ์", null))
                .recorded(
                        "2021-02-10T03:00:00Z",
                        new AppealDecided(
                                CODE,
                                1,
                                LocalDate.parse("2021-02-10"),
                                AppealOutcome.GRANTED,
                                new CriteriaChange("เดิม", "ใหม่", null),
                                null));

        assertThat(given.on("2021-02-11").percent()).isEqualTo(Percent.of("50"));
        assertThat(given.on("2021-02-11").appeals().get(1).isOpen()).isFalse();
        assertThat(given.on("2021-02-09").appeals().get(1).isOpen()).isTrue();
        assertThat(changes(given)).hasSize(3);
    }

    private static AppealFiled filed(int round, String on) {
        return new AppealFiled(CODE, round, LocalDate.parse(on), "โควิด", "ปรับเกณฑ์", null);
    }

    @Test
    void a_round_that_was_taken_back_is_closed_from_that_day() {
        Given given = threeReports()
                .recorded("2021-01-10T03:00:00Z", filed(1, "2021-01-10"))
                .recorded("2021-01-20T03:00:00Z", new AppealWithdrawn(CODE, 1, LocalDate.parse("2021-01-15"), null));

        assertThat(given.on("2021-01-14").appeals().get(1).state()).isEqualTo(AppealState.FILED);
        assertThat(given.on("2021-01-15").appeals().get(1).state()).isEqualTo(AppealState.WITHDRAWN);
        assertThat(given.on("2021-01-15").appeals().get(1).isOpen()).isFalse();
        assertThat(given.on("2021-01-15", "2021-01-19").appeals().get(1).state())
                .isEqualTo(AppealState.FILED);
    }

    @Test
    void a_filing_that_was_withdrawn_as_a_mistake_leaves_its_round_free() {
        Given given = threeReports()
                .recorded("2021-01-10T03:00:00Z", filed(1, "2021-01-10"))
                .recorded("2021-01-11T03:00:00Z", new FactWithdrawn(CODE, 4, "appeal-filed"))
                .recorded("2021-01-12T03:00:00Z", filed(1, "2021-01-08"));

        assertThat(given.on("2021-01-09").appeals()).containsOnlyKeys(1);
        assertThat(given.on("2021-01-20").appeals().get(1).filed().filedOn()).isEqualTo("2021-01-08");
        assertThat(given.on("2021-01-20", "2021-01-11").appeals()).isEmpty();
        assertThat(given.on("2021-01-20", "2021-01-10").appeals().get(1).filed().filedOn())
                .isEqualTo("2021-01-10");
    }

    @Test
    void a_citation_invents_no_filing() {
        Given given = threeReports()
                .recorded(
                        "2021-01-10T03:00:00Z",
                        new AppealCited(CODE, 2, AppealStage.DECIDED, true, LocalDate.parse("2020-12-30"), "ผล"));

        assertThat(given.on("2021-01-01").appeals()).isEmpty();
        assertThat(given.on("2021-01-01").isCited(2)).isTrue();
        assertThat(given.on("2021-01-01").isCited(1)).isFalse();
    }
}
