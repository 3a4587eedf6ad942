package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.project.ProjectCommand.AmendDetails;
import org.progressledger.command.project.ProjectCommand.CancelProject;
import org.progressledger.command.project.ProjectCommand.CiteLetter;
import org.progressledger.command.project.ProjectCommand.CompleteProject;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.NewDetails;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.RecordPlan;
import org.progressledger.command.project.ProjectCommand.ReopenProject;
import org.progressledger.command.project.ProjectCommand.ResumeProject;
import org.progressledger.command.project.ProjectCommand.WithLetter;
import org.progressledger.command.project.ProjectCommand.WithdrawAppeal;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.PauseCause;

class LetterRulesTest extends OfficeHistory {
    private static final Letter AHEAD = new Letter("กท 1", TOMORROW, null);

    static List<ProjectCommand> withALetterOfTomorrow() {
        NewDetails details =
                new NewDetails("ใหม่", null, null, null, null, null, null, null, null, null, null, null, null, null);
        return List.of(
                new CiteLetter(CODE, AHEAD),
                new AmendDetails(CODE, TODAY, details, "มติ", AHEAD),
                new RecordPlan(CODE, TODAY, List.of(), "มติ", AHEAD),
                new PauseProject(CODE, TODAY, PauseCause.OTHER, "น้ำท่วม", AHEAD),
                new ResumeProject(CODE, TODAY, null, AHEAD),
                new CompleteProject(CODE, TODAY, null, AHEAD),
                new CancelProject(CODE, TODAY, "งบถูกตัด", AHEAD),
                new ReopenProject(CODE, TODAY, "ยังไม่ครบ", AHEAD),
                new FileAppeal(CODE, 1, TODAY, "โควิด", "ปรับเกณฑ์", AHEAD),
                new DecideAppeal(CODE, 1, TODAY, AppealOutcome.REFUSED, null, AHEAD),
                new WithdrawAppeal(CODE, 1, TODAY, "เปลี่ยนใจ", AHEAD));
    }

    @ParameterizedTest
    @MethodSource("withALetterOfTomorrow")
    void no_letter_is_written_later_than_today_whatever_it_belongs_to(ProjectCommand command) {
        given(registered());

        refused(when(command, COORDINATOR), Refusal.DATE_IN_THE_FUTURE, "given", TOMORROW, "today", TODAY);
    }

    @Test
    void no_command_with_a_letter_is_left_out() {
        Stream<Class<?>> withLetter =
                Arrays.stream(ProjectCommand.class.getPermittedSubclasses()).filter(WithLetter.class::isAssignableFrom);

        assertThat(withALetterOfTomorrow().stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(withLetter.toList());
    }

    @Test
    void every_command_that_names_a_letter_of_its_own_is_asked_for_its_date() {
        Stream<Class<?>> naming = Arrays.stream(ProjectCommand.class.getPermittedSubclasses())
                .filter(command -> Arrays.stream(command.getRecordComponents())
                        .anyMatch(component -> component.getType().equals(Letter.class)));

        assertThat(naming).allMatch(WithLetter.class::isAssignableFrom);
    }

    @Test
    void a_letter_was_written_today_at_the_latest_or_bears_no_date() {
        given(registered());
        Letter written = new Letter("กท 1", TODAY, "ขอความร่วมมือ");
        Letter undated = new Letter("กท 1", null, null);

        accepted(when(new CiteLetter(CODE, written)), new LetterCited(CODE, written));
        accepted(when(new CiteLetter(CODE, undated)), new LetterCited(CODE, undated));
    }

    @Test
    void what_a_letter_orders_may_lie_ahead() {
        given(registered());

        lawful(when(new PauseProject(CODE, TOMORROW, PauseCause.OTHER, "น้ำท่วม", new Letter("กท 1", TODAY, null))));
    }
}
