package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.progressledger.command.project.Decision.Outcome;
import org.progressledger.command.project.Decision.Refused;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.command.project.ProjectCommand.NewDetails;
import org.progressledger.command.project.ProjectCommand.PaperAmendment;
import org.progressledger.command.project.ProjectCommand.PaperCorrection;
import org.progressledger.command.project.ProjectCommand.ReturnReport;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Baht;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectReopened;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.ReportContent;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.problems.Term;

class LaterPrintoutRulesTest extends OfficeHistory {
    private static final Sha256 FIRST = Sha256.ofBytes(new byte[] {1});
    private static final Sha256 LATER = Sha256.ofBytes(new byte[] {2});

    private static ImportedFact fact(Sha256 paper, ProjectEvent event, int line, @Nullable Integer toldBy) {
        return new ImportedFact(event, new Source(paper, List.of(new LineRange(line, line))), toldBy);
    }

    private static ProgressReported report(int number, String date, String percent) {
        return new ProgressReported(CODE, number, 1, day(date), says(percent), null);
    }

    private static ImportedFact report(Sha256 paper, int number, String date, String percent) {
        return fact(paper, report(number, date, percent), 20 + number, null);
    }

    private static List<ImportedFact> form(Sha256 paper, ImportedFact... more) {
        List<ImportedFact> facts = new ArrayList<>(List.of(
                fact(paper, registered(), 1, null),
                report(paper, 1, "2020-10-28", "10"),
                report(paper, 2, "2020-11-28", "20")));
        facts.addAll(List.of(more));
        return facts;
    }

    private static ConfirmImport later(ImportedFact... more) {
        return new ConfirmImport(CODE, LATER, form(LATER, more));
    }

    private static ConfirmImport corrected(List<ImportedFact> facts, PaperCorrection... corrections) {
        return new ConfirmImport(CODE, LATER, facts, List.of(), List.of(corrections));
    }

    private static NewDetails spent(String amount) {
        return new NewDetails(
                null, null, null, null, null, Baht.of(amount), null, null, null, null, null, null, null, null);
    }

    private static ConfirmImport amending(String amount, LocalDate on, int reportNo) {
        PaperAmendment amendment = new PaperAmendment(
                spent(amount), new Source(LATER, List.of(new LineRange(9, 9))), on, reportNo, null, null);
        return new ConfirmImport(CODE, LATER, form(LATER), List.of(amendment), List.of());
    }

    private static void contradicts(Decision decision, String reports) {
        Object differences = ((Refused) decision).data().get("differences");
        refused(decision, Refusal.PRINTOUT_CONTRADICTS_REPORTS, "reports", reports, "differences", differences);
    }

    @BeforeEach
    void a_project_is_recorded_from_a_first_printout() {
        asked(new ConfirmImport(CODE, FIRST, form(FIRST)));
    }

    @Test
    void a_later_month_is_recorded_and_what_stands_is_not_recorded_again() {
        ImportedFact third = report(LATER, 3, "2020-12-28", "35");

        assertThat(lawful(when(later(third)))).containsExactly(new Outcome(third.event(), third.source(), null, null));
    }

    @Test
    void a_printout_with_nothing_new_is_refused_and_so_is_one_that_is_older_than_the_ledger() {
        refused(when(later()), Refusal.NOTHING_TO_RECORD);

        given(report(3, "2020-12-28", "35"));
        refused(when(later()), Refusal.NOTHING_TO_RECORD);
        assertThat(LaterPrintout.of(form(LATER), project()).older()).isTrue();
    }

    @Test
    void the_same_words_broken_at_another_line_are_the_same_report() {
        ProgressReported broken = new ProgressReported(
                CODE,
                2,
                1,
                day("2020-11-28"),
                new org.progressledger.events.ReportContent(
                        says("20").percent(),
                        says("20").disbursed(),
                        says("20").scheduleStatus(),
                        says("20").targetStatus(),
                        says("20").narrative().substring(0, 3) + "\n"
                                + says("20").narrative().substring(3)),
                null);
        List<ImportedFact> facts = List.of(
                fact(LATER, registered(), 1, null),
                report(LATER, 1, "2020-10-28", "10"),
                fact(LATER, broken, 22, null));

        refused(when(new ConfirmImport(CODE, LATER, facts)), Refusal.NOTHING_TO_RECORD);
    }

    @Test
    void a_recorded_report_that_is_told_otherwise_is_refused_with_the_differences() {
        List<ImportedFact> facts = List.of(
                fact(LATER, registered(), 1, null),
                report(LATER, 1, "2020-10-28", "10"),
                report(LATER, 2, "2020-11-28", "25"));

        Refused refused = (Refused) when(new ConfirmImport(CODE, LATER, facts));

        contradicts(refused, "2");
        assertThat(refused.data().get("differences").toString())
                .contains("percent")
                .contains("20")
                .contains("25");
    }

    @Test
    void with_a_reason_and_a_letter_it_is_recorded_as_a_correction_with_the_lines_that_print_it() {
        List<ImportedFact> facts = List.of(
                fact(LATER, registered(), 1, null),
                report(LATER, 1, "2020-10-28", "10"),
                report(LATER, 2, "2020-11-28", "25"));

        List<Outcome> outcomes = lawful(when(corrected(facts, new PaperCorrection(2, "พิมพ์ผิด", "กท 1/2564"))));

        assertThat(outcomes)
                .containsExactly(new Outcome(
                        new ProgressCorrected(CODE, 2, says("20"), says("25"), null, "กท 1/2564"),
                        facts.get(2).source(),
                        null,
                        "พิมพ์ผิด"));
    }

    @Test
    void several_reports_are_corrected_together_though_one_alone_would_make_a_fall() {
        List<ImportedFact> facts = List.of(
                fact(LATER, registered(), 1, null),
                report(LATER, 1, "2020-10-28", "30"),
                report(LATER, 2, "2020-11-28", "40"));

        lawful(when(corrected(facts, new PaperCorrection(1, "ก", "ข"), new PaperCorrection(2, "ก", "ข"))));
        contradicts(when(corrected(facts, new PaperCorrection(1, "ก", "ข"))), "2");
    }

    @Test
    void corrections_by_paper_make_no_fall() {
        List<ImportedFact> facts = List.of(
                fact(LATER, registered(), 1, null),
                report(LATER, 1, "2020-10-28", "10"),
                report(LATER, 2, "2020-11-28", "5"));

        refused(
                when(corrected(facts, new PaperCorrection(2, "ก", "ข"))),
                Refusal.CORRECTION_MAKES_A_FALL,
                "given",
                says("5").percent().value(),
                "neighbour",
                1,
                "percent",
                says("10").percent().value());
    }

    @Test
    void the_date_of_a_recorded_report_is_not_corrected() {
        List<ImportedFact> facts = List.of(
                fact(LATER, registered(), 1, null),
                report(LATER, 1, "2020-10-28", "10"),
                report(LATER, 2, "2020-11-29", "20"));

        contradicts(when(corrected(facts, new PaperCorrection(2, "ก", "ข"))), "2");
    }

    @Test
    void a_correction_of_what_the_paper_tells_as_it_stands_is_refused() {
        refused(
                when(corrected(form(LATER), new PaperCorrection(2, "ก", "ข"))),
                Refusal.NOTHING_TO_CORRECT_BY_PAPER,
                "reportNo",
                2);
    }

    @Test
    void an_earlier_state_of_a_corrected_report_is_no_contradiction() {
        given(new ProgressCorrected(CODE, 2, says("20"), says("22"), null, null));
        ImportedFact third = report(LATER, 3, "2020-12-28", "35");

        assertThat(lawful(when(later(third)))).extracting(Outcome::event).containsExactly(third.event());
    }

    @Test
    void a_returned_report_that_the_paper_tells_otherwise_is_handed_in_again_under_its_number() {
        asked(new ReturnReport(CODE, 2, "ไม่ครบ"), SUPERVISOR);
        List<ImportedFact> facts = List.of(
                fact(LATER, registered(), 1, null),
                report(LATER, 1, "2020-10-28", "10"),
                report(LATER, 2, "2020-11-30", "21"));

        assertThat(lawful(when(new ConfirmImport(CODE, LATER, facts))))
                .extracting(Outcome::event)
                .containsExactly(new ProgressReported(CODE, 2, 2, day("2020-11-30"), says("21"), null));
    }

    @Test
    void a_completed_project_takes_no_new_reports_from_paper() {
        given(new ProjectCompleted(CODE, TODAY, null, null));

        refused(when(later(report(LATER, 3, "2020-12-28", "35"))), Refusal.PROJECT_IS_COMPLETED);
    }

    @Test
    void a_report_that_paper_dates_while_the_project_was_ended_is_refused() {
        given(
                new ProjectCompleted(CODE, day("2020-12-01"), null, null),
                new ProjectReopened(CODE, day("2021-02-01"), null));

        assertThat(((Refused) when(later(report(LATER, 3, "2020-12-28", "35")))).reason())
                .isEqualTo(Refusal.REPORT_DATED_AFTER_END);
        lawful(when(later(report(LATER, 3, "2021-02-28", "35"))));
    }

    @Test
    void what_another_printout_tells_in_other_words_is_the_same_thing() {
        givenFrom(new Source(FIRST, List.of(new LineRange(30, 30))), 2, new ActivityHeld(CODE, day("2020-11-20"), "ก"));
        givenFrom(
                new Source(FIRST, List.of(new LineRange(31, 31))),
                2,
                new LetterCited(CODE, new Letter("กท8401/1869", day("2020-11-21"), null)));
        givenFrom(
                new Source(FIRST, List.of(new LineRange(32, 32))),
                2,
                new ProjectPaused(CODE, day("2020-11-28"), PauseCause.COVID_19, "ก", null));

        refused(
                when(later(
                        fact(LATER, new ActivityHeld(CODE, day("2020-11-20"), "ข"), 40, 2),
                        fact(LATER, new LetterCited(CODE, new Letter("กท 8401/1869", day("2020-11-21"), "ข")), 41, 2),
                        fact(
                                LATER,
                                new ProjectPaused(CODE, day("2020-11-28"), PauseCause.COVID_19, "ข", null),
                                42,
                                2))),
                Refusal.NOTHING_TO_RECORD);
        lawful(when(later(fact(LATER, new ActivityHeld(CODE, day("2020-11-21"), "ข"), 40, 2))));
    }

    @Test
    void an_accepted_detail_is_an_amendment_that_stands_at_the_paper_s_last_report() {
        List<Outcome> outcomes = lawful(when(amending("5000", day("2020-11-28"), 2)));

        assertThat(outcomes).hasSize(1);
        ProjectDetailsAmended amended =
                (ProjectDetailsAmended) outcomes.getFirst().event();
        assertThat(amended.budgetSpent().after()).isEqualTo(Baht.of("5000"));
        assertThat(amended.effectiveOn()).isNull();
        assertThat(outcomes.getFirst().reportNo()).isEqualTo(2);
    }

    @Test
    void a_detail_that_stands_so_already_is_nothing_to_record() {
        asked(amending("5000", day("2020-11-28"), 2));

        refused(when(amending("5000", day("2020-11-28"), 2)), Refusal.NOTHING_TO_RECORD);
    }

    @Test
    void paper_amends_nothing_that_was_amended_later() {
        asked(amending("5000", day("2020-12-28"), 2));
        recordedOn("2021-06-02");
        asked(new ProjectCommand.AmendDetails(CODE, day("2021-05-01"), spent("7000"), "ก", null));

        refused(
                when(amending("6000", day("2020-11-28"), 2)),
                Refusal.AMENDED_LATER_ALREADY,
                "detail",
                new Term("detail.budget.spent", "budget.spent"),
                "since",
                day("2021-05-01"),
                "given",
                day("2020-11-28"));
    }

    private static ImportedFact edited(ImportedFact read, ProjectEvent recorded) {
        return new ImportedFact(recorded, read.source(), read.reportNo(), read.event(), null);
    }

    @Test
    void an_edited_fact_keeps_its_lines_and_says_what_was_read_and_what_was_recorded() {
        ImportedFact read = fact(FIRST, new ActivityHeld(CODE, day("2020-11-20"), "จัดประชุม"), 30, 2);
        ActivityHeld held = new ActivityHeld(CODE, day("2020-11-21"), "จัดประชุมเครือข่าย");

        Outcome outcome = lawful(when(new ConfirmImport(CODE, FIRST, form(FIRST, edited(read, held)))))
                .getLast();

        assertThat(outcome.event()).isEqualTo(held);
        assertThat(outcome.source()).isEqualTo(read.source());
        assertThat(outcome.reason())
                .endsWith("heldOn: 2020-11-20 → 2020-11-21; description: “จัดประชุม” → “จัดประชุมเครือข่าย”");
    }

    @Test
    void a_fact_that_was_edited_is_known_again_as_it_was_read_by_the_same_paper_and_by_a_later_one() {
        ProjectEvent asRead = new ActivityHeld(CODE, day("2020-11-20"), "จัดประชุม");
        ImportedFact read = fact(FIRST, asRead, 30, 2);
        asked(new ConfirmImport(
                CODE, FIRST, form(FIRST, edited(read, new ActivityHeld(CODE, day("2020-11-21"), "จัดประชุม")))));

        refused(when(new ConfirmImport(CODE, FIRST, form(FIRST, read))), Refusal.NOTHING_TO_RECORD);
        refused(when(later(fact(LATER, asRead, 44, 2))), Refusal.NOTHING_TO_RECORD);
        lawful(when(later(fact(LATER, new ActivityHeld(CODE, day("2020-11-19"), "จัดประชุม"), 44, 2))));
    }

    @Test
    void what_is_recorded_as_it_was_read_is_not_recorded_again_as_edited() {
        ImportedFact read = fact(FIRST, new ActivityHeld(CODE, day("2020-11-20"), "จัดประชุม"), 30, 2);
        asked(new ConfirmImport(CODE, FIRST, form(FIRST, read)));
        ImportedFact edited = edited(read, new ActivityHeld(CODE, day("2020-11-21"), "จัดประชุม"));

        refused(
                when(new ConfirmImport(CODE, FIRST, form(FIRST, edited))),
                Refusal.EDITED_FACT_IS_RECORDED,
                "reportNo",
                2,
                "change",
                PaperEdit.reason(read.event(), edited.event()));
    }

    @Test
    void two_activities_on_one_day_that_the_narrative_tells_apart_are_two() {
        String narrative = "1. วันที่ 20 จัดประชุม 2. วันที่ 20 ลงพื้นที่";
        ReportContent content = new ReportContent(
                says("35").percent(),
                says("35").disbursed(),
                says("35").scheduleStatus(),
                says("35").targetStatus(),
                narrative);
        ImportedFact third = fact(LATER, new ProgressReported(CODE, 3, 1, day("2020-12-28"), content, null), 23, null);
        ImportedFact meeting = fact(LATER, new ActivityHeld(CODE, day("2020-12-20"), "วันที่ 20 จัดประชุม"), 23, 3);
        asked(later(third, meeting));
        Sha256 next = Sha256.ofBytes(new byte[] {3});

        refused(
                when(new ConfirmImport(CODE, next, form(next, fact(next, meeting.event(), 33, 3)))),
                Refusal.NOTHING_TO_RECORD);
        lawful(when(new ConfirmImport(
                CODE,
                next,
                form(next, fact(next, new ActivityHeld(CODE, day("2020-12-20"), "วันที่ 20 ลงพื้นที่"), 33, 3)))));
    }

    @Test
    void a_resumption_ends_the_pause_that_is_open_whoever_told_of_it() {
        given(new ProjectPaused(CODE, day("2020-11-25"), PauseCause.OTHER, "น้ำท่วม", null));
        ImportedFact resumed =
                fact(LATER, new ProjectResumed(CODE, day("2020-12-01"), day("2020-11-28"), "ต่อ", null), 40, 2);

        assertThat(lawful(when(later(resumed))))
                .extracting(Outcome::event)
                .containsExactly(new ProjectResumed(CODE, day("2020-12-01"), day("2020-11-25"), "ต่อ", null));
        asked(later(resumed));
        refused(when(later(resumed)), Refusal.NOTHING_TO_RECORD);
    }

    @Test
    void pauses_and_resumptions_of_one_paper_follow_each_other() {
        ImportedFact pause =
                fact(LATER, new ProjectPaused(CODE, day("2020-10-20"), PauseCause.OTHER, "ชะลอ", null), 40, 1);
        ImportedFact resumed =
                fact(LATER, new ProjectResumed(CODE, day("2020-11-10"), day("2020-10-20"), "ต่อ", null), 41, 2);
        ImportedFact again =
                fact(LATER, new ProjectPaused(CODE, day("2020-11-28"), PauseCause.OTHER, "ชะลอ", null), 42, 2);

        assertThat(lawful(when(later(pause, resumed, again)))).hasSize(3);
        refused(when(later(resumed)), Refusal.NOT_PAUSED);
        refused(when(later(pause, again)), Refusal.ALREADY_PAUSED, "since", day("2020-10-20"));
        refused(
                when(later(
                        pause,
                        fact(
                                LATER,
                                new ProjectResumed(CODE, day("2020-10-25"), day("2020-10-20"), "ต่อ", null),
                                41,
                                2))),
                Refusal.RESUMED_BEFORE_PAUSED,
                "pausedOn",
                day("2020-10-28"),
                "given",
                day("2020-10-25"));
    }

    @Test
    void an_amendment_that_a_narrative_tells_bears_its_letter_and_what_was_changed_of_it() {
        Letter letter = new Letter("กท 1300/5", day("2020-11-20"), null);
        PaperAmendment amendment = new PaperAmendment(
                spent("5000"),
                new Source(LATER, List.of(new LineRange(22, 22))),
                day("2020-11-28"),
                2,
                letter,
                PaperEdit.reason("after", "4000", "5000"));

        Outcome outcome = lawful(when(new ConfirmImport(CODE, LATER, form(LATER), List.of(amendment), List.of())))
                .getLast();

        assertThat(((ProjectDetailsAmended) outcome.event()).letter()).isEqualTo(letter);
        assertThat(outcome.reason()).contains("4000").contains("5000");
    }
}
