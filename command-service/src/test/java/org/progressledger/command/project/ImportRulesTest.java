package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.project.Decision.Outcome;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.command.project.ProjectCommand.WithdrawFact;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;

class ImportRulesTest extends OfficeHistory {
    private static final Sha256 PAPER = Sha256.ofBytes(new byte[] {1});
    private static final ImportedFact ACTIVITY = fact(new ActivityHeld(CODE, TODAY, "จิตอาสา"), 30, 3);
    private static final ImportedFact PAUSE =
            fact(new ProjectPaused(CODE, day("2020-11-28"), PauseCause.COVID_19, "ชะลอ", null), 31, 3);

    private static ImportedFact fact(ProjectEvent event, int line, Integer toldBy) {
        return new ImportedFact(event, new Source(PAPER, List.of(new LineRange(line, line))), toldBy);
    }

    private static ProgressReported report(int number, String date, String percent) {
        return new ProgressReported(CODE, number, 1, day(date), says(percent), null);
    }

    /** A form whose percentage falls and whose second report is missing. */
    private static ConfirmImport paper(ImportedFact... proposals) {
        return paper(
                List.of(
                        fact(registered(), 1, null),
                        fact(report(1, "2020-10-28", "50"), 20, null),
                        fact(report(3, "2020-11-28", "10"), 25, null)),
                proposals);
    }

    private static ConfirmImport paper(List<ImportedFact> form, ImportedFact... proposals) {
        List<ImportedFact> facts = new ArrayList<>(form);
        facts.addAll(List.of(proposals));
        return new ConfirmImport(CODE, PAPER, facts);
    }

    @Test
    void a_printed_fall_and_a_gap_in_numbers_are_recorded_as_printed_each_fact_with_its_lines() {
        assertThat(lawful(when(paper(ACTIVITY))))
                .isEqualTo(paper(ACTIVITY).facts().stream()
                        .map(fact -> new Outcome(fact.event(), fact.source(), fact.reportNo(), null))
                        .toList());
    }

    @Test
    void a_citation_on_paper_is_recorded_as_a_citation() {
        AppealCited cited = new AppealCited(CODE, 2, AppealStage.AWAITING_RESULT, true, day("2020-11-28"), "รอผล");

        assertThat(lawful(when(paper(fact(cited, 33, 3)))).getLast().event()).isEqualTo(cited);
    }

    @Test
    void a_later_confirmation_of_the_same_paper_records_only_what_is_missing() {
        asked(paper());

        refused(when(paper()), Refusal.NOTHING_TO_RECORD);
        assertThat(lawful(when(paper(ACTIVITY)))).extracting(Outcome::event).containsExactly(ACTIVITY.event());

        asked(paper(ACTIVITY));
        refused(when(paper(ACTIVITY)), Refusal.NOTHING_TO_RECORD);
    }

    static List<ImportedFact> proposals() {
        return List.of(
                ACTIVITY,
                PAUSE,
                fact(new LetterCited(CODE, new Letter("กท 1", TODAY, null)), 32, 3),
                fact(new AppealCited(CODE, null, AppealStage.INTENDED, false, day("2020-11-28"), "จะอุทธรณ์"), 33, 3));
    }

    @ParameterizedTest
    @MethodSource("proposals")
    void whatever_a_narrative_tells_is_recorded_once(ImportedFact proposal) {
        asked(paper(proposal));

        refused(when(paper(proposal)), Refusal.NOTHING_TO_RECORD);
    }

    @Test
    void the_head_and_the_reports_are_recorded_with_the_first_confirmation_only() {
        asked(paper());

        assertThat(lawful(when(paper(List.of(fact(report(4, "2020-12-28", "20"), 28, null)), ACTIVITY))))
                .extracting(Outcome::event)
                .containsExactly(ACTIVITY.event());
    }

    @Test
    void what_was_withdrawn_as_a_mistake_is_not_recorded_anew_by_the_same_paper() {
        asked(paper(ACTIVITY));
        asked(new WithdrawFact(CODE, lastSequence(), "อ่านผิด"), SUPERVISOR);

        refused(when(paper(ACTIVITY)), Refusal.NOTHING_TO_RECORD);
    }

    @Test
    void a_pause_on_paper_may_not_run_into_a_typed_one() {
        asked(paper());
        given(new ProjectPaused(CODE, day("2020-12-01"), PauseCause.OTHER, "น้ำท่วม", null));

        refused(when(paper(PAUSE)), Refusal.ALREADY_PAUSED, "since", day("2020-12-01"));
    }

    @Test
    void paper_tells_of_a_completed_project_too() {
        asked(paper());
        given(new ProjectCompleted(CODE, TODAY, null, null));

        lawful(when(paper(PAUSE, ACTIVITY)));
    }

    @Test
    void refuses_paper_with_two_reports_of_one_number() {
        List<ImportedFact> form = List.of(
                fact(registered(), 1, null),
                fact(report(1, "2020-10-28", "50"), 20, null),
                fact(report(1, "2020-11-28", "60"), 25, null));

        refused(when(paper(form)), Refusal.REPORT_NUMBER_TWICE, "reportNo", 1);
    }

    @Test
    void refuses_paper_with_a_report_dated_ahead() {
        List<ImportedFact> form = List.of(fact(registered(), 1, null), fact(report(1, "2021-06-16", "50"), 20, null));
        refused(when(paper(form)), Refusal.DATE_IN_THE_FUTURE, "given", TOMORROW, "today", TODAY);

        today = TOMORROW;
        lawful(when(paper(form)));
    }

    @Test
    void a_form_without_reports_is_recorded() {
        lawful(when(paper(List.of(fact(registered(), 1, null)))));
    }
}
