package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.ProjectCommand.CompleteProject;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.ReopenProject;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.command.project.ProjectCommand.ResumeProject;
import org.progressledger.command.project.ProjectCommand.WithdrawFact;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.PrintedRow;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;

/** The fewest commands of histories that random play found unsound once; each is checked at every step. */
class OnceWrongTest {
    private static final Asker COORDINATOR = new Asker("coordinator", Role.COORDINATOR, null, List.of());
    private static final Sha256 PAPER = Sha256.ofBytes(new byte[] {1});
    private static final Source LINES = new Source(PAPER, List.of(new LineRange(1, 2)));

    private final Play play = new Play();

    private OnceWrongTest given(ProjectCommand... commands) {
        for (ProjectCommand command : commands) {
            play.take(new Step(day("2021-06-15"), command, COORDINATOR, Deadline.NONE));
        }
        assertThat(play.refusals()).isEmpty();
        return this;
    }

    private void refuses(ProjectCommand command, @Nullable Refusal reason) {
        play.take(new Step(day("2021-06-15"), command, COORDINATOR, Deadline.NONE));
        play.end();
        assertThat(play.refusals()).isEqualTo(reason == null ? Set.of() : Set.of(reason));
    }

    private void accepts(ProjectCommand command) {
        refuses(command, null);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static PauseProject pause(String on) {
        return new PauseProject(Dice.CODE, day(on), PauseCause.OTHER, "ชะลอ", null);
    }

    private static ResumeProject resume(String on) {
        return new ResumeProject(Dice.CODE, day(on), null, null);
    }

    private static CompleteProject complete(String on) {
        return new CompleteProject(Dice.CODE, day(on), null, null);
    }

    private static ReportProgress report(String on) {
        return new ReportProgress(Dice.CODE, null, day(on), says());
    }

    private static ReportContent says() {
        return new ReportContent(Percent.of("10"), null, ScheduleStatus.ON_PLAN, TargetStatus.ON_TARGET, "ดำเนินการ");
    }

    private static ImportedFact printed(int number, String on) {
        return fact(
                new ProgressReported(Dice.CODE, number, 1, day(on), says(), new PrintedRow(number, "ก", "", "")), null);
    }

    private static ImportedFact fact(ProjectEvent event, @Nullable Integer toldBy) {
        return new ImportedFact(event, LINES, toldBy);
    }

    private static ConfirmImport printout(ImportedFact... facts) {
        List<ImportedFact> all = new ArrayList<>();
        all.add(fact(Dice.registration().facts(), null));
        all.addAll(List.of(facts));
        return new ConfirmImport(Dice.CODE, PAPER, all);
    }

    @Test
    void a_pause_recorded_anew_is_in_force_though_the_withdrawn_one_was_resumed() {
        given(
                        Dice.registration(),
                        pause("2020-11-21"),
                        resume("2020-11-28"),
                        new WithdrawFact(Dice.CODE, 1, "ผิดสาเหตุ"),
                        pause("2020-11-21"))
                .accepts(resume("2020-11-29"));
    }

    @Test
    void refuses_to_go_on_before_the_report_whose_narrative_tells_of_the_pause() {
        ProjectPaused since = new ProjectPaused(Dice.CODE, day("2020-12-12"), PauseCause.COVID_19, "ชะลอ", null);
        given(printout(printed(1, "2020-12-17"), fact(since, 1)))
                .refuses(resume("2020-12-16"), Refusal.RESUMED_BEFORE_PAUSED);
    }

    @Test
    void goes_on_from_the_day_of_the_report_whose_narrative_tells_of_the_pause() {
        ProjectPaused since = new ProjectPaused(Dice.CODE, day("2020-12-12"), PauseCause.COVID_19, "ชะลอ", null);
        given(printout(printed(1, "2020-12-17"), fact(since, 1))).accepts(resume("2020-12-17"));
    }

    @Test
    void refuses_an_end_before_the_last_report_by_date_whatever_its_number() {
        given(printout(printed(2, "2021-01-10"), printed(1, "2021-01-26")))
                .refuses(complete("2021-01-20"), Refusal.ENDED_BEFORE_LAST_REPORT);
    }

    @Test
    void refuses_a_report_dated_while_the_project_was_ended() {
        given(Dice.registration(), complete("2021-02-01"), reopen("2021-03-01"))
                .refuses(report("2021-02-02"), Refusal.REPORT_DATED_AFTER_END);
    }

    @Test
    void takes_a_report_of_the_day_of_the_end_and_of_the_day_of_the_reopening() {
        given(Dice.registration(), complete("2021-02-01"), reopen("2021-03-01"), report("2021-02-01"))
                .accepts(report("2021-03-01"));
    }

    private static ReopenProject reopen(String on) {
        return new ReopenProject(Dice.CODE, day(on), "ยังไม่เสร็จ", null);
    }
}
