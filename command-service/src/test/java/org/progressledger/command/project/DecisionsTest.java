package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.Decision.Accepted;
import org.progressledger.command.project.Decision.Refused;
import org.progressledger.command.project.ProjectCommand.CiteLetter;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.CorrectReport;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.RecordActivity;
import org.progressledger.command.project.ProjectCommand.RegisterProject;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Letter;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ReasonCode;

class DecisionsTest {
    private static final ProjectCode CODE = ProjectCode.of("50470000-3298");
    private static final LocalDate TODAY = LocalDate.parse("2021-06-15");
    private static final Asker OFFICER = new Asker("officer-5047", Role.OFFICER, "เขต", List.of("5047"));
    private static final Asker COORDINATOR = new Asker("coordinator", Role.COORDINATOR, null, List.of());
    private static final Sha256 PAPER = Sha256.ofBytes(new byte[] {1});

    private final List<RecordedEvent> recorded = new ArrayList<>();
    private Provenance by = provenance("officer-5047", null);

    // --- given ---

    private DecisionsTest given(ProjectEvent... events) {
        for (ProjectEvent event : events) {
            long sequence = recorded.size();
            recorded.add(new RecordedEvent(
                    sequence, sequence, "e" + sequence, Instant.parse("2021-06-01T03:00:00Z"), "", event, by));
        }
        return this;
    }

    private DecisionsTest reports(String... percentages) {
        given(registered());
        LocalDate date = LocalDate.parse("2020-10-28");
        for (int i = 0; i < percentages.length; i++) {
            given(new ProgressReported(CODE, i + 1, 1, date.plusMonths(i), says(percentages[i]), null));
        }
        return this;
    }

    private static Provenance provenance(String actor, @Nullable Source source) {
        return new Provenance(actor, "OFFICER", null, "c", null, source, null, null);
    }

    private static ProjectRegistered registered() {
        return new ProjectRegistered(
                CODE,
                "โครงการ",
                FiscalYear.of(2564),
                new Period(LocalDate.parse("2020-10-01"), LocalDate.parse("2021-09-30")),
                new Budget(Baht.ZERO, null),
                new ResponsibleAgency("เขต", null, null),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    private static ReportContent says(String percent) {
        return new ReportContent(
                Percent.of(percent), Baht.ZERO, ScheduleStatus.ON_PLAN, TargetStatus.ON_TARGET, "ดำเนินการ");
    }

    // --- when ---

    private Decision when(ProjectCommand command) {
        return when(command, OFFICER);
    }

    private Decision when(ProjectCommand command, Asker asker) {
        Project project = ProjectHistory.of(recorded).on(LocalDate.MAX).orElse(null);
        return Decisions.decide(command, project, asker, TODAY, Deadline.NONE);
    }

    private static ReportProgress report(@Nullable Integer number, String date, String percent) {
        return new ReportProgress(CODE, number, LocalDate.parse(date), says(percent));
    }

    private static CorrectReport correct(int number, String percent) {
        return new CorrectReport(CODE, number, Percent.of(percent), null, null, null, null, "พิมพ์ผิด", null, null);
    }

    private static FileAppeal file(int round) {
        return new FileAppeal(CODE, round, LocalDate.parse("2021-06-10"), "โควิด", "ปรับเกณฑ์", null);
    }

    private static DecideAppeal decideAppeal(int round, String date) {
        return new DecideAppeal(
                CODE,
                round,
                LocalDate.parse(date),
                AppealOutcome.GRANTED,
                new CriteriaChange("เดิม", "ใหม่", null),
                null);
    }

    private static PauseProject pause(String date) {
        return new PauseProject(CODE, LocalDate.parse(date), PauseCause.COVID_19, "ชะลอ", null);
    }

    // --- then ---

    private static void accepted(Decision decision, Class<? extends ProjectEvent> event) {
        assertThat(decision).isInstanceOf(Accepted.class);
        assertThat(((Accepted) decision).outcomes())
                .extracting(Decision.Outcome::event)
                .hasOnlyElementsOfType(event)
                .hasSize(1);
    }

    private static void refused(Decision decision, ReasonCode reason) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    // --- registration ---

    @Test
    void enters_a_new_project() {
        accepted(when(new RegisterProject(registered())), ProjectRegistered.class);
    }

    @Test
    void refuses_to_register_a_code_twice() {
        given(registered());

        refused(when(new RegisterProject(registered())), Refusal.PROJECT_ALREADY_REGISTERED);
    }

    @Test
    void refuses_an_officer_of_another_agency_before_telling_anything_of_the_project() {
        Asker stranger = new Asker("officer-0100", Role.OFFICER, "สภา", List.of("01000000"));

        refused(when(report(1, "2021-06-01", "10"), stranger), Refusal.NOT_YOUR_AGENCY);
        given(registered());
        refused(when(report(1, "2021-06-01", "10"), stranger), Refusal.NOT_YOUR_AGENCY);
    }

    @Test
    void a_coordinator_records_for_any_agency() {
        given(registered());

        accepted(when(report(1, "2021-06-01", "10"), COORDINATOR), ProgressReported.class);
    }

    @Test
    void refuses_what_is_told_of_a_project_nobody_registered() {
        refused(when(report(1, "2021-06-01", "10")), Refusal.PROJECT_NOT_FOUND);
    }

    // --- reports ---

    @Test
    void numbers_a_report_after_the_last_one() {
        reports("10", "20");

        Decision decision = when(report(null, "2021-06-01", "30"));

        assertThat(((Accepted) decision).outcomes().getFirst().event())
                .isInstanceOfSatisfying(ProgressReported.class, event -> {
                    assertThat(event.reportNo()).isEqualTo(3);
                    assertThat(event.revision()).isEqualTo(1);
                });
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4"})
    void refuses_a_report_whose_number_does_not_follow(int number) {
        reports("10", "20");

        refused(when(report(number, "2021-06-01", "30")), Refusal.REPORT_NUMBER_DOES_NOT_FOLLOW);
    }

    @Test
    void refuses_any_progress_below_the_last_one_without_a_correction() {
        reports("10", "20");

        refused(when(report(3, "2021-06-01", "19.99")), Refusal.PROGRESS_WENT_BACKWARDS);
        accepted(when(report(3, "2021-06-01", "20")), ProgressReported.class);
    }

    @Test
    void refuses_a_report_dated_before_the_previous_one_or_in_the_future() {
        reports("10", "20");

        refused(when(report(3, "2020-11-27", "30")), Refusal.REPORT_DATE_BEFORE_PREVIOUS);
        refused(when(report(3, "2021-06-16", "30")), Refusal.DATE_IN_THE_FUTURE);
        accepted(when(report(3, "2020-11-28", "30")), ProgressReported.class);
        accepted(when(report(3, "2021-06-15", "30")), ProgressReported.class);
    }

    @Test
    void a_pause_does_not_forbid_reports() {
        reports("10").given(new ProjectPaused(CODE, TODAY.minusDays(30), PauseCause.COVID_19, "ชะลอ", null));

        accepted(when(report(2, "2021-06-01", "30")), ProgressReported.class);
    }

    // --- corrections ---

    @Test
    void a_correction_tells_what_was_before_and_after_and_why() {
        reports("10", "20");

        Decision.Outcome outcome =
                ((Accepted) when(correct(2, "15"))).outcomes().getFirst();

        assertThat(outcome.reason()).isEqualTo("พิมพ์ผิด");
        assertThat(outcome.event()).isInstanceOfSatisfying(ProgressCorrected.class, event -> {
            assertThat(event.before().percent()).isEqualTo(Percent.of("20"));
            assertThat(event.after()).isEqualTo(says("15"));
        });
    }

    @Test
    void a_correction_may_not_fall_below_the_report_before_nor_rise_above_the_one_after() {
        reports("10", "20", "30");

        refused(when(correct(2, "9.99")), Refusal.CORRECTION_MAKES_A_FALL);
        refused(when(correct(2, "30.01")), Refusal.CORRECTION_MAKES_A_FALL);
        accepted(when(correct(2, "10")), ProgressCorrected.class);
        accepted(when(correct(2, "30")), ProgressCorrected.class);
    }

    @Test
    void a_correction_may_lessen_a_fall_that_stands_on_paper_but_not_deepen_it() {
        reports("50", "20", "60");

        refused(when(correct(2, "19")), Refusal.CORRECTION_MAKES_A_FALL);
        accepted(when(correct(2, "30")), ProgressCorrected.class);
        refused(when(correct(1, "51")), Refusal.CORRECTION_MAKES_A_FALL);
        accepted(when(correct(1, "40")), ProgressCorrected.class);
    }

    @Test
    void refuses_a_correction_of_nothing_or_of_no_report() {
        reports("10");

        refused(when(correct(1, "10")), Refusal.CORRECTION_CHANGES_NOTHING);
        refused(when(correct(2, "20")), Refusal.REPORT_NOT_FOUND);
    }

    // --- activities, letters, pauses ---

    @Test
    void an_activity_was_held_and_a_letter_was_written_not_later_than_today() {
        given(registered());

        accepted(when(new RecordActivity(CODE, TODAY, "จิตอาสา")), ActivityHeld.class);
        refused(when(new RecordActivity(CODE, TODAY.plusDays(1), "จิตอาสา")), Refusal.DATE_IN_THE_FUTURE);
        refused(when(new CiteLetter(CODE, new Letter("กท 1", TODAY.plusDays(1), null))), Refusal.DATE_IN_THE_FUTURE);
    }

    @Test
    void refuses_to_pause_twice_also_when_the_earlier_pause_is_recorded_later() {
        given(registered());
        accepted(when(pause("2021-04-26")), ProjectPaused.class);
        given(new ProjectPaused(CODE, LocalDate.parse("2021-04-26"), PauseCause.COVID_19, "ชะลอ", null));

        refused(when(pause("2021-05-01")), Refusal.ALREADY_PAUSED);
        refused(when(pause("2021-03-01")), Refusal.ALREADY_PAUSED);
    }

    // --- appeals ---

    @Test
    void an_appeal_is_filed_and_decided_by_somebody_else() {
        given(registered());
        Accepted filed = (Accepted) when(file(1));
        given(filed.outcomes().getFirst().event());

        refused(
                when(decideAppeal(1, "2021-06-12"), new Asker("officer-5047", Role.COORDINATOR, null, List.of())),
                Refusal.OWN_FILING);
        assertThat(when(decideAppeal(1, "2021-06-12"), COORDINATOR)).isInstanceOf(Accepted.class);
    }

    @Test
    void refuses_a_round_while_one_is_open_and_one_not_above_those_filed() {
        given(registered());
        given(((Accepted) when(file(2))).outcomes().getFirst().event());
        refused(when(file(3)), Refusal.APPEAL_STILL_OPEN);

        given(((Accepted) when(decideAppeal(2, "2021-06-12"), COORDINATOR))
                .outcomes()
                .getFirst()
                .event());
        refused(when(file(2)), Refusal.ROUND_NOT_ABOVE_FILED);
        refused(when(file(1)), Refusal.ROUND_NOT_ABOVE_FILED);
        assertThat(when(file(5))).as("a skipped round is lawful").isInstanceOf(Accepted.class);
    }

    @Test
    void refuses_to_decide_what_was_not_filed_or_is_decided_or_is_dated_before_its_filing() {
        given(registered());
        refused(when(decideAppeal(1, "2021-06-12"), COORDINATOR), Refusal.APPEAL_NOT_FILED);

        given(((Accepted) when(file(1))).outcomes().getFirst().event());
        refused(when(decideAppeal(1, "2021-06-09"), COORDINATOR), Refusal.DECIDED_BEFORE_FILED);
        refused(when(decideAppeal(1, "2021-06-16"), COORDINATOR), Refusal.DATE_IN_THE_FUTURE);

        given(((Accepted) when(decideAppeal(1, "2021-06-12"), COORDINATOR))
                .outcomes()
                .getFirst()
                .event());
        refused(when(decideAppeal(1, "2021-06-13"), COORDINATOR), Refusal.APPEAL_ALREADY_DECIDED);
    }

    // --- imports ---

    private static ImportedFact fact(ProjectEvent event, int line) {
        return new ImportedFact(event, new Source(PAPER, List.of(new LineRange(line, line))), null);
    }

    private static final ImportedFact ACTIVITY = fact(new ActivityHeld(CODE, TODAY, "จิตอาสา"), 30);

    private static ConfirmImport paper(ImportedFact... proposals) {
        List<ImportedFact> facts = new ArrayList<>(List.of(
                fact(registered(), 1),
                fact(new ProgressReported(CODE, 1, 1, LocalDate.parse("2020-10-28"), says("50"), null), 20),
                fact(new ProgressReported(CODE, 3, 1, LocalDate.parse("2020-11-28"), says("10"), null), 25)));
        facts.addAll(List.of(proposals));
        return new ConfirmImport(CODE, PAPER, facts);
    }

    @Test
    void a_printed_fall_and_a_gap_in_numbers_are_recorded_as_printed() {
        Accepted decision = (Accepted) when(paper());

        assertThat(decision.outcomes())
                .hasSize(3)
                .allSatisfy(outcome -> assertThat(outcome.source()).isNotNull());
    }

    @Test
    void a_later_confirmation_of_the_same_paper_records_only_what_is_missing() {
        by = provenance("officer-5047", new Source(PAPER, List.of(new LineRange(1, 1))));
        ((Accepted) when(paper())).outcomes().forEach(outcome -> given(outcome.event()));

        refused(when(paper()), Refusal.NOTHING_TO_RECORD);
        Accepted later = (Accepted) when(paper(ACTIVITY));
        assertThat(later.outcomes()).extracting(Decision.Outcome::event).containsExactly(ACTIVITY.event());

        given(ACTIVITY.event());
        refused(when(paper(ACTIVITY)), Refusal.NOTHING_TO_RECORD);
    }

    @Test
    void another_paper_of_a_recorded_project_is_not_compared_yet() {
        given(registered());

        refused(when(paper()), CommonReason.NOT_YET_SUPPORTED);
    }

    @Test
    void a_refusal_tells_the_values_that_its_sentence_speaks_of() {
        reports("10", "20");

        Refused refused = (Refused) when(report(3, "2021-06-01", "15"));

        assertThat(refused.data())
                .containsEntry("last", new BigDecimal("20.00"))
                .containsEntry("given", new BigDecimal("15.00"));
    }
}
