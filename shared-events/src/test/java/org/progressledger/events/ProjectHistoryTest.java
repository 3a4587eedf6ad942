package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.progressledger.events.Given.CLERK;
import static org.progressledger.events.Given.CODE;
import static org.progressledger.events.Given.correction;
import static org.progressledger.events.Given.points;
import static org.progressledger.events.Given.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectHistoryTest {
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
    void the_percentage_is_that_of_the_latest_report() {
        assertThat(threeReports().on("2020-12-31").percent()).isEqualTo(Percent.of("50"));
        assertThat(threeReports().on("2020-12-29").percent()).isEqualTo(Percent.of("20"));
        assertThat(Given.aRegisteredProject().on("2020-12-31").percent()).isEqualTo(Percent.ZERO);
    }

    @Test
    void a_hundred_percent_does_not_complete_a_project() {
        Given given = threeReports().recorded("2021-01-30T03:00:00Z", report(4, "2021-01-29", "100"));

        assertThat(given.on("2021-02-01").status()).isEqualTo(ProjectStatus.ACTIVE);
    }

    @Test
    void correcting_an_earlier_report_leaves_the_current_percentage_alone() {
        Given given = threeReports().recorded("2021-01-05T03:00:00Z", correction(2, "20", "25"));

        assertThat(given.on("2021-01-05").percent()).isEqualTo(Percent.of("50"));
        assertThat(given.on("2021-01-05").reports().get(2).state()).isEqualTo(ReportState.CORRECTED);
        assertThat(changes(given))
                .last()
                .extracting(PercentChange::reportFrom, PercentChange::reportTo, PercentChange::change)
                .containsExactly(Percent.of("20"), Percent.of("25"), points("0.00"));
    }

    @Test
    void a_correction_stands_at_the_date_of_its_report_and_is_known_from_its_recording() {
        Given given = threeReports().recorded("2021-01-05T03:00:00Z", correction(3, "50", "40"));
        ProjectHistory history = given.history();

        assertThat(history.facts().getLast().happenedOn()).isEqualTo("2020-12-30");
        assertThat(history.asOf(LocalDate.parse("2020-12-31"), Instant.parse("2021-01-01T00:00:00Z"))
                        .orElseThrow()
                        .percent())
                .isEqualTo(Percent.of("50"));
        assertThat(history.on(LocalDate.parse("2020-12-31")).orElseThrow().percent())
                .isEqualTo(Percent.of("40"));
    }

    @Test
    void the_percent_changes_start_at_zero_and_add_up_to_the_current_percentage() {
        Given given = threeReports()
                .recorded("2021-01-05T03:00:00Z", correction(3, "50", "40"))
                .recorded("2021-01-29T03:00:00Z", report(4, "2021-01-29", "40"));

        assertThat(changes(given))
                .extracting(PercentChange::reportNo, PercentChange::from, PercentChange::to, PercentChange::cause)
                .containsExactly(
                        tuple(1, Percent.ZERO, Percent.of("10"), PercentChange.Cause.REPORT),
                        tuple(2, Percent.of("10"), Percent.of("20"), PercentChange.Cause.REPORT),
                        tuple(3, Percent.of("20"), Percent.of("50"), PercentChange.Cause.REPORT),
                        tuple(3, Percent.of("50"), Percent.of("40"), PercentChange.Cause.CORRECTION),
                        tuple(4, Percent.of("40"), Percent.of("40"), PercentChange.Cause.REPORT));
        assertThat(changes(given).stream().map(PercentChange::change).reduce(points("0.00"), (a, b) -> a.add(b)))
                .isEqualTo(given.on("2021-02-01").percent().value());
    }

    @Test
    void a_pause_recorded_late_is_in_force_from_its_date() {
        Given given = threeReports()
                .recorded(
                        "2021-03-01T03:00:00Z",
                        new ProjectPaused(CODE, LocalDate.parse("2020-12-01"), PauseCause.COVID_19, "ชะลอ", null));

        assertThat(given.on("2020-11-30").status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(given.on("2020-12-01").status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(given.on("2020-12-31").isPausedOn(LocalDate.parse("2020-12-30")))
                .isTrue();
    }

    @Test
    void a_pause_told_by_a_narrative_happened_at_the_date_of_the_report() {
        Provenance told = new Provenance("clerk", "OFFICER", null, "command-2", null, null, null, 3);
        Given given = threeReports()
                .recorded(
                        "2021-03-01T03:00:00Z",
                        new ProjectPaused(CODE, LocalDate.parse("2020-12-30"), PauseCause.COVID_19, "ชะลอ", null),
                        told);

        assertThat(given.history().facts().getLast().happenedOn()).isEqualTo("2020-12-30");
    }

    @Test
    void the_registration_opens_the_file_whatever_the_dates_of_later_facts() {
        Given given = threeReports()
                .recorded("2021-03-01T03:00:00Z", new ActivityHeld(CODE, LocalDate.parse("2020-09-15"), "เตรียมงาน"));

        assertThat(given.history().on(LocalDate.parse("2020-09-20"))).isEmpty();
        assertThat(given.on("2020-10-02").activities()).hasSize(1);
        assertThat(given.history().facts().getFirst().happenedOn()).isEqualTo("2020-10-01");
    }

    @Test
    void a_letter_stands_at_its_own_date_else_at_its_reports_else_at_the_recording_day() {
        Provenance told = new Provenance("clerk", "OFFICER", null, "command-2", null, null, null, 2);
        Given given = threeReports()
                .recorded(
                        "2021-03-01T03:00:00Z",
                        new LetterCited(CODE, new Letter("กท 1", LocalDate.parse("2020-11-01"), null)))
                .recorded("2021-03-01T03:00:00Z", new LetterCited(CODE, new Letter("กท 2", null, null)), told)
                // 18:00 in London is already the next day in Bangkok
                .recorded("2021-03-01T18:00:00Z", new LetterCited(CODE, new Letter("กท 3", null, null)), CLERK);

        assertThat(given.history().facts().subList(4, 7))
                .extracting(fact -> fact.happenedOn().toString())
                .containsExactly("2020-11-01", "2020-11-27", "2021-03-02");
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

    @Test
    void a_state_tells_the_highest_position_it_reflects() {
        Given given = threeReports().recorded("2021-01-05T03:00:00Z", correction(1, "10", "15"));

        assertThat(given.on("2021-01-05").ledgerPosition()).isEqualTo(104);
        assertThat(given.on("2021-01-05").recordedAt()).isEqualTo("2021-01-05T03:00:00Z");
        assertThat(given.history().nextChangeAfter(LocalDate.parse("2020-11-27")))
                .contains(LocalDate.parse("2020-12-30"));
    }
}
