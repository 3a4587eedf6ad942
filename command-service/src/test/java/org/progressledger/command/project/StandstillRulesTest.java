package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.ResumeProject;
import org.progressledger.events.Letter;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectReopened;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;

class StandstillRulesTest extends OfficeHistory {
    private static final Letter LETTER = new Letter("กท 1", day("2021-04-20"), null);

    private static PauseProject pause(String date) {
        return new PauseProject(CODE, day(date), PauseCause.COVID_19, "ชะลอ", LETTER);
    }

    private static ProjectPaused paused(String date) {
        return new ProjectPaused(CODE, day(date), PauseCause.COVID_19, "ชะลอ", LETTER);
    }

    private static ResumeProject resume(String date) {
        return new ResumeProject(CODE, day(date), "ผ่อนคลายมาตรการ", LETTER);
    }

    private static ProjectResumed resumed(String date, String pausedOn) {
        return new ProjectResumed(CODE, day(date), day(pausedOn), "ผ่อนคลายมาตรการ", LETTER);
    }

    // --- pause ---

    @Test
    void a_pause_tells_its_first_day_cause_words_and_letter() {
        given(registered());

        accepted(when(pause("2021-04-26")), paused("2021-04-26"));
    }

    @Test
    void a_pause_may_be_ordered_for_a_coming_day() {
        given(registered());

        accepted(when(pause("2021-06-16")), paused("2021-06-16"));
    }

    @Test
    void refuses_to_pause_twice_also_when_the_earlier_pause_is_recorded_later() {
        given(registered(), paused("2021-04-26"));

        refused(when(pause("2021-04-26")), Refusal.ALREADY_PAUSED, "since", day("2021-04-26"));
        refused(when(pause("2021-05-01")), Refusal.ALREADY_PAUSED, "since", day("2021-04-26"));
        refused(when(pause("2021-03-01")), Refusal.ALREADY_PAUSED, "since", day("2021-04-26"));
    }

    @Test
    void a_project_that_went_on_may_be_paused_again_from_that_very_day_but_not_before() {
        given(registered(), paused("2021-04-26"), resumed("2021-05-10", "2021-04-26"));

        accepted(when(pause("2021-05-10")), paused("2021-05-10"));
        refused(when(pause("2021-05-09")), Refusal.ALREADY_PAUSED, "since", day("2021-04-26"));
        refused(when(pause("2021-03-01")), Refusal.ALREADY_PAUSED, "since", day("2021-04-26"));
    }

    @Test
    void refuses_to_pause_what_is_finished() {
        given(registered(), new ProjectCompleted(CODE, TODAY, null, null));

        refused(when(pause("2021-06-15")), Refusal.PROJECT_IS_COMPLETED);
        refused(when(resume("2021-06-15")), Refusal.PROJECT_IS_COMPLETED);
    }

    @Test
    void refuses_to_pause_what_is_cancelled() {
        given(registered(), new ProjectCancelled(CODE, TODAY, null));

        refused(when(pause("2021-06-15")), Refusal.PROJECT_IS_CANCELLED);
        refused(when(resume("2021-06-15")), Refusal.PROJECT_IS_CANCELLED);
    }

    // --- resumption ---

    @Test
    void a_resumption_names_the_pause_that_it_ends() {
        given(registered(), paused("2021-04-26"));

        accepted(when(resume("2021-05-10")), resumed("2021-05-10", "2021-04-26"));
    }

    @Test
    void work_may_be_ordered_to_go_on_from_a_coming_day() {
        given(registered(), paused("2021-04-26"));

        accepted(when(resume("2021-06-16")), resumed("2021-06-16", "2021-04-26"));
    }

    @Test
    void refuses_to_resume_what_is_not_paused() {
        given(registered());
        refused(when(resume("2021-05-10")), Refusal.NOT_PAUSED);

        given(paused("2021-04-26"), resumed("2021-05-10", "2021-04-26"));
        refused(when(resume("2021-05-11")), Refusal.NOT_PAUSED);
    }

    @Test
    void work_goes_on_from_the_pauses_first_day_at_the_earliest() {
        given(registered(), paused("2021-04-26"));

        refused(
                when(resume("2021-04-25")),
                Refusal.RESUMED_BEFORE_PAUSED,
                "pausedOn",
                day("2021-04-26"),
                "given",
                day("2021-04-25"));
        accepted(when(resume("2021-04-26")), resumed("2021-04-26", "2021-04-26"));
    }

    /** Such a pause counts from the day of the report on, so a resumption before it would end nothing. */
    @Test
    void a_pause_that_a_narrative_told_is_resumed_from_the_day_of_that_report_at_the_earliest() {
        reports("10", "20");
        givenFrom(new Source(Sha256.ofBytes(new byte[] {1}), List.of(new LineRange(1, 1))), 2, paused("2020-11-20"));

        refused(
                when(resume("2020-11-27")),
                Refusal.RESUMED_BEFORE_PAUSED,
                "pausedOn",
                day("2020-11-28"),
                "given",
                day("2020-11-27"));
        asked(resume("2020-11-28"));
        assertThat(project().status()).isEqualTo(ProjectStatus.ACTIVE);
    }

    @Test
    void a_pause_that_a_narrative_announced_is_resumed_from_its_first_day_at_the_earliest() {
        reports("10", "20");
        givenFrom(new Source(Sha256.ofBytes(new byte[] {1}), List.of(new LineRange(1, 1))), 2, paused("2020-12-05"));

        refused(
                when(resume("2020-12-04")),
                Refusal.RESUMED_BEFORE_PAUSED,
                "pausedOn",
                day("2020-12-05"),
                "given",
                day("2020-12-04"));
        accepted(when(resume("2020-12-05")), resumed("2020-12-05", "2020-12-05"));
    }

    @Test
    void the_last_pause_is_the_one_that_is_resumed() {
        given(registered(), paused("2021-04-26"), resumed("2021-05-10", "2021-04-26"), paused("2021-06-01"));

        accepted(when(resume("2021-06-10")), resumed("2021-06-10", "2021-06-01"));
    }

    @Test
    void a_reopened_project_is_still_paused_where_nobody_resumed_it() {
        given(
                registered(),
                paused("2021-04-26"),
                new ProjectCompleted(CODE, day("2021-05-01"), null, null),
                new ProjectReopened(CODE, day("2021-05-02"), null));

        assertThat(project().status()).isEqualTo(ProjectStatus.PAUSED);
        accepted(when(resume("2021-05-10")), resumed("2021-05-10", "2021-04-26"));
    }
}
