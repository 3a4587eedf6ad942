package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.progressledger.events.Given.correction;
import static org.progressledger.events.Given.points;
import static org.progressledger.events.Given.report;
import static org.progressledger.events.Given.resubmission;
import static org.progressledger.events.Given.returned;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports that are corrected, sent back and handed in again, on both axes of time. */
class ReportsFoldTest {
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

    /** Report 3 of 30 December is sent back on 4 January and handed in again on 8 January, with that date. */
    private static Given handedInAgain(String date, String percent) {
        return threeReports()
                .recorded("2021-01-04T03:00:00Z", returned(3, 1))
                .recorded("2021-01-08T03:00:00Z", resubmission(3, 2, date, percent));
    }

    @Test
    void a_returned_report_does_not_count_and_the_one_before_it_is_current_again() {
        Given given = threeReports().recorded("2021-01-04T03:00:00Z", returned(3, 1));
        Project project = given.on("2021-01-05");

        assertThat(project.percent()).isEqualTo(Percent.of("20"));
        assertThat(project.reports().get(3).state()).isEqualTo(ReportState.RETURNED);
        assertThat(project.reports().get(3).content().percent()).isEqualTo(Percent.of("50"));
        assertThat(project.latestReport().orElseThrow().reportNo()).isEqualTo(2);
        assertThat(given.on("2021-01-05", "2021-01-03").percent())
                .as("before it was sent back")
                .isEqualTo(Percent.of("50"));
        assertThat(changes(given))
                .last()
                .extracting(
                        PercentChange::cause,
                        PercentChange::reportFrom,
                        PercentChange::reportTo,
                        PercentChange::from,
                        PercentChange::to)
                .containsExactly(
                        PercentChange.Cause.RETURN, Percent.of("50"), null, Percent.of("50"), Percent.of("20"));
    }

    @Test
    void the_only_report_returned_leaves_nothing() {
        Given given = Given.aRegisteredProject()
                .recorded("2020-10-28T03:00:00Z", report(1, "2020-10-28", "10"))
                .recorded("2020-10-29T03:00:00Z", returned(1, 1));

        assertThat(given.on("2020-10-30").percent()).isEqualTo(Percent.ZERO);
        assertThat(given.on("2020-10-30").latestReport()).isEmpty();
    }

    @Test
    void what_is_handed_in_again_keeps_its_number_and_what_was_sent_back() {
        Report report =
                handedInAgain("2021-01-08", "40").on("2021-01-09").reports().get(3);

        assertThat(report.revision()).isEqualTo(2);
        assertThat(report.state()).isEqualTo(ReportState.REPORTED);
        assertThat(report.earlier())
                .extracting(Report::revision, Report::state)
                .containsExactly(tuple(1, ReportState.RETURNED));
        assertThat(handedInAgain("2021-01-08", "40").on("2021-01-02").percent())
                .as("on a day before it, the report that was sent back for that day does not count")
                .isEqualTo(Percent.of("20"));
        assertThat(handedInAgain("2021-01-08", "40")
                        .on("2021-01-02", "2021-01-03")
                        .percent())
                .isEqualTo(Percent.of("50"));
    }

    @Test
    void a_resubmission_may_bear_an_earlier_date_than_what_was_sent_back() {
        Given given = handedInAgain("2020-12-15", "40");

        assertThat(given.on("2020-12-14").percent()).isEqualTo(Percent.of("20"));
        assertThat(given.on("2020-12-15").percent()).isEqualTo(Percent.of("40"));
        assertThat(given.on("2020-12-15").reports().get(3).earlier()).isEmpty();
        assertThat(given.on("2021-01-09").percent()).isEqualTo(Percent.of("40"));
        assertThat(given.on("2021-01-09").reports().get(3).revision()).isEqualTo(2);
        assertThat(given.on("2021-01-09").reports().get(3).earlier())
                .extracting(Report::revision, Report::state)
                .containsExactly(tuple(1, ReportState.RETURNED));
        assertThat(given.on("2020-12-20", "2021-01-05").reports())
                .as("not known yet")
                .containsOnlyKeys(1, 2);
    }

    @Test
    void three_revisions_stand_in_order_whatever_their_dates() {
        Given given = handedInAgain("2020-12-10", "40")
                .recorded("2021-01-12T03:00:00Z", returned(3, 2))
                .recorded("2021-01-15T03:00:00Z", resubmission(3, 3, "2020-12-20", "45"));

        assertThat(given.on("2021-01-20").reports().get(3).earlier())
                .extracting(Report::revision, Report::state)
                .containsExactly(tuple(1, ReportState.RETURNED), tuple(2, ReportState.RETURNED));
        assertThat(given.on("2021-01-20").percent()).isEqualTo(Percent.of("45"));
        assertThat(given.on("2020-12-15").percent()).isEqualTo(Percent.of("20"));
        assertThat(given.on("2020-12-25").reports().get(3).earlier())
                .extracting(Report::revision)
                .containsExactly(2);
    }

    @Test
    void a_correction_is_meant_for_the_revision_that_stood_when_it_was_recorded() {
        Given given = threeReports()
                .recorded("2021-01-03T03:00:00Z", correction(3, "50", "48"))
                .recorded("2021-01-04T03:00:00Z", returned(3, 1))
                .recorded("2021-01-08T03:00:00Z", resubmission(3, 2, "2020-12-15", "40"))
                .recorded("2021-01-09T03:00:00Z", correction(3, "40", "41"));
        Report report = given.on("2021-01-20").reports().get(3);

        // the first correction is folded after revision 2, for it stands at the later date of revision 1
        assertThat(report.content().percent()).isEqualTo(Percent.of("41"));
        assertThat(report.corrections()).hasSize(1);
        assertThat(report.earlier().getFirst().content().percent()).isEqualTo(Percent.of("48"));
        assertThat(given.on("2020-12-20").percent()).isEqualTo(Percent.of("41"));
        assertThat(given.on("2020-12-20", "2021-01-08").percent()).isEqualTo(Percent.of("40"));
        assertThat(given.on("2021-01-20", "2021-01-03").percent()).isEqualTo(Percent.of("48"));
    }

    @Test
    void the_changes_add_up_at_every_point_of_both_axes() {
        Given given = handedInAgain("2020-12-15", "40").recorded("2021-01-09T03:00:00Z", correction(2, "20", "22"));
        for (Fact day : given.history().facts()) {
            for (Fact known : given.history().facts()) {
                LocalDate on = day.happenedOn();
                Instant at = known.recorded().recordedAt();
                assertThat(given.history().percentChanges(on, at).stream()
                                .map(PercentChange::change)
                                .reduce(points("0.00"), BigDecimal::add))
                        .as(on + ", " + at)
                        .isEqualByComparingTo(given.history()
                                .asOf(on, at)
                                .map(Project::percent)
                                .orElse(Percent.ZERO)
                                .value());
            }
        }
    }
}
