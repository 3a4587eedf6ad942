package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.progressledger.events.Given.CODE;
import static org.progressledger.events.Given.pause;
import static org.progressledger.events.Given.report;
import static org.progressledger.events.Given.resumption;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Pauses, endings and reopenings, in whatever order they are recorded. */
class StandstillFoldTest {
    private static Given threeReports() {
        return Given.aRegisteredProject()
                .recorded("2020-10-28T03:00:00Z", report(1, "2020-10-28", "10"))
                .recorded("2020-11-27T03:00:00Z", report(2, "2020-11-27", "20"))
                .recorded("2020-12-30T03:00:00Z", report(3, "2020-12-30", "50"));
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

    private static ProjectCompleted completed(String on) {
        return new ProjectCompleted(CODE, LocalDate.parse(on), null, null);
    }

    private static ProjectReopened reopened(String on) {
        return new ProjectReopened(CODE, LocalDate.parse(on), null);
    }

    private static FactWithdrawn withdrawn(long sequence) {
        return new FactWithdrawn(CODE, sequence, "project-paused");
    }

    @Test
    void a_pause_lasts_until_the_day_on_which_work_goes_on() {
        Given given = threeReports()
                .recorded("2021-01-02T03:00:00Z", pause("2021-01-01"))
                .recorded("2021-02-02T03:00:00Z", resumption("2021-02-01", "2021-01-01"));

        assertThat(given.on("2021-01-31").status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(given.on("2021-02-01").status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(given.on("2021-03-01").isPausedOn(LocalDate.parse("2021-01-31")))
                .isTrue();
        assertThat(given.on("2021-03-01").isPausedOn(LocalDate.parse("2021-02-01")))
                .isFalse();
        assertThat(given.on("2021-03-01", "2021-01-31").status()).isEqualTo(ProjectStatus.PAUSED);
    }

    @Test
    void a_pause_that_was_ordered_for_a_coming_day_is_not_in_force_before_it() {
        Given given = threeReports().recorded("2021-01-02T03:00:00Z", pause("2021-06-01"));

        assertThat(given.on("2021-05-31").status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(given.on("2021-06-01").status()).isEqualTo(ProjectStatus.PAUSED);
    }

    @Test
    void a_resumption_whose_pause_was_withdrawn_ends_nothing() {
        Given given = threeReports()
                .recorded("2021-01-02T03:00:00Z", pause("2021-01-01"))
                .recorded("2021-02-02T03:00:00Z", resumption("2021-02-01", "2021-01-01"))
                .recorded("2021-02-03T03:00:00Z", withdrawn(4));

        assertThat(given.on("2021-01-15").status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(given.on("2021-03-01").pauses()).isEmpty();
        assertThat(given.on("2021-03-01").status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(given.on("2021-01-15", "2021-02-02").status()).isEqualTo(ProjectStatus.PAUSED);
    }

    @Test
    void nor_does_it_end_a_pause_that_was_recorded_after_it_from_the_same_day() {
        Given given = threeReports()
                .recorded("2021-01-02T03:00:00Z", pause("2021-01-01"))
                .recorded("2021-02-02T03:00:00Z", resumption("2021-02-01", "2021-01-01"))
                .recorded("2021-02-03T03:00:00Z", withdrawn(4))
                .recorded("2021-02-04T03:00:00Z", pause("2021-01-01"));

        assertThat(given.on("2021-03-01").openPause()).isPresent();
        assertThat(given.on("2021-03-01").status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(given.recorded("2021-02-05T03:00:00Z", resumption("2021-02-10", "2021-01-01"))
                        .on("2021-03-01")
                        .openPause())
                .isEmpty();
    }

    @Test
    void a_completion_over_an_open_pause_ends_the_project_and_a_reopening_finds_the_pause_again() {
        Given given = threeReports()
                .recorded("2021-01-02T03:00:00Z", pause("2021-01-01"))
                .recorded("2021-02-02T03:00:00Z", completed("2021-02-01"))
                .recorded("2021-03-02T03:00:00Z", reopened("2021-03-01"));

        assertThat(given.on("2021-01-31").status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(given.on("2021-02-28").status()).isEqualTo(ProjectStatus.COMPLETED);
        assertThat(given.on("2021-03-01").status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(given.on("2021-03-01").endings())
                .extracting(Ending::endedOn, ending -> ending.reopened() == null)
                .containsExactly(tuple(LocalDate.parse("2021-02-01"), false));
        assertThat(given.on("2021-04-01", "2021-03-01").status()).isEqualTo(ProjectStatus.COMPLETED);
    }

    @Test
    void a_pause_that_begins_while_the_project_is_ended_waits_for_the_reopening() {
        Given given = threeReports()
                .recorded("2021-02-02T03:00:00Z", completed("2021-02-01"))
                .recorded("2021-03-02T03:00:00Z", reopened("2021-03-01"))
                .recorded("2021-03-03T03:00:00Z", pause("2021-02-15"));

        assertThat(given.on("2021-02-15").status()).isEqualTo(ProjectStatus.COMPLETED);
        assertThat(given.on("2021-03-01").status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(given.recorded("2021-03-04T03:00:00Z", resumption("2021-02-20", "2021-02-15"))
                        .on("2021-03-01")
                        .status())
                .isEqualTo(ProjectStatus.ACTIVE);
    }

    @Test
    void a_project_that_ends_twice_keeps_both_endings() {
        Given given = threeReports()
                .recorded("2021-02-02T03:00:00Z", completed("2021-02-01"))
                .recorded("2021-02-02T04:00:00Z", reopened("2021-02-01"))
                .recorded("2021-02-02T05:00:00Z", new ProjectCancelled(CODE, LocalDate.parse("2021-02-01"), null));

        assertThat(given.on("2021-02-01").status()).isEqualTo(ProjectStatus.CANCELLED);
        assertThat(given.on("2021-02-01").endings())
                .extracting(Ending::status, ending -> ending.reopened() != null)
                .containsExactly(tuple(ProjectStatus.COMPLETED, true), tuple(ProjectStatus.CANCELLED, false));
    }
}
