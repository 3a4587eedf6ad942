package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.ResumeProject;
import org.progressledger.command.project.ProjectCommand.WithdrawFact;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealStage;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.ReviewOutcome;

class WithdrawalRulesTest extends OfficeHistory {
    private static final AppealFiled FILED = new AppealFiled(CODE, 1, TODAY, "โควิด", "ปรับเกณฑ์", null);
    private static final ProjectPaused PAUSED =
            new ProjectPaused(CODE, day("2021-05-01"), PauseCause.OTHER, "น้ำท่วม", null);

    private static WithdrawFact withdraw(long sequence) {
        return new WithdrawFact(CODE, sequence, "บันทึกผิดโครงการ");
    }

    private static FactWithdrawn withdrawn(long sequence, String type) {
        return new FactWithdrawn(CODE, sequence, type);
    }

    private Decision withdrawLast() {
        return when(withdraw(lastSequence()), SUPERVISOR);
    }

    @Test
    void an_activity_that_was_recorded_by_mistake_is_withdrawn_with_a_reason() {
        given(registered(), new ActivityHeld(CODE, TODAY, "จิตอาสา"));

        accepted(withdrawLast(), withdrawn(1, "activity-held"), "บันทึกผิดโครงการ");
    }

    @Test
    void a_letter_a_pause_a_citation_and_an_open_filing_are_withdrawn_too() {
        given(registered(), new LetterCited(CODE, new Letter("กท 1", null, null)));
        accepted(withdrawLast(), withdrawn(1, "letter-cited"), "บันทึกผิดโครงการ");

        given(PAUSED);
        accepted(withdrawLast(), withdrawn(2, "project-paused"), "บันทึกผิดโครงการ");

        given(new AppealCited(CODE, 1, AppealStage.INTENDED, false, TODAY, "จะอุทธรณ์"));
        accepted(withdrawLast(), withdrawn(3, "appeal-cited"), "บันทึกผิดโครงการ");

        given(FILED);
        accepted(withdrawLast(), withdrawn(4, "appeal-filed"), "บันทึกผิดโครงการ");
    }

    @Test
    void refuses_what_the_project_has_no_event_for() {
        given(registered(), new ActivityHeld(CODE, TODAY, "จิตอาสา"));

        lawful(when(withdraw(1), SUPERVISOR));
        refused(when(withdraw(2), SUPERVISOR), Refusal.FACT_NOT_FOUND, "sequence", 2L);
    }

    static List<ProjectEvent> otherFacts() {
        return List.of(
                new ProgressReported(CODE, 1, 1, TODAY, says("10"), null),
                new ProjectCompleted(CODE, TODAY, null, null),
                new AppealReviewed(CODE, 1, TODAY, ReviewOutcome.COMPLIANT, "ครบถ้วน"));
    }

    @ParameterizedTest
    @MethodSource("otherFacts")
    void refuses_to_withdraw_what_is_corrected_returned_or_reopened_instead(ProjectEvent fact) {
        given(registered(), fact);

        refused(withdrawLast(), Refusal.FACT_CANNOT_BE_WITHDRAWN, "sequence", 1L);
    }

    @Test
    void refuses_to_withdraw_the_registration_a_resumption_and_a_withdrawal() {
        given(registered(), PAUSED, new ProjectResumed(CODE, TODAY, day("2021-05-01"), null, null));
        refused(when(withdraw(0), SUPERVISOR), Refusal.FACT_CANNOT_BE_WITHDRAWN, "sequence", 0L);
        refused(withdrawLast(), Refusal.FACT_CANNOT_BE_WITHDRAWN, "sequence", 2L);

        asked(withdraw(1), SUPERVISOR);
        refused(withdrawLast(), Refusal.FACT_CANNOT_BE_WITHDRAWN, "sequence", 3L);
    }

    @Test
    void refuses_to_withdraw_twice() {
        given(registered(), new ActivityHeld(CODE, TODAY, "จิตอาสา"));
        asked(withdraw(1), SUPERVISOR);

        refused(when(withdraw(1), SUPERVISOR), Refusal.FACT_ALREADY_WITHDRAWN, "sequence", 1L);
    }

    @Test
    void a_filing_whose_round_was_decided_was_no_mistake() {
        given(registered(), FILED, new AppealDecided(CODE, 1, TODAY, AppealOutcome.REFUSED, null, null));

        refused(when(withdraw(1), SUPERVISOR), Refusal.FACT_IS_BUILT_UPON, "round", 1);
        refused(when(withdraw(2), SUPERVISOR), Refusal.FACT_CANNOT_BE_WITHDRAWN, "sequence", 2L);
    }

    @Test
    void a_filing_that_its_filer_took_back_was_no_mistake() {
        given(registered(), FILED, new AppealWithdrawn(CODE, 1, TODAY, null));

        refused(when(withdraw(1), SUPERVISOR), Refusal.FACT_IS_BUILT_UPON, "round", 1);
    }

    @Test
    void a_round_whose_filing_was_a_mistake_may_be_filed_again() {
        given(registered(), FILED);
        asked(withdraw(1), SUPERVISOR);

        lawful(when(new ProjectCommand.FileAppeal(CODE, 1, TODAY, "โควิด", "ปรับเกณฑ์", null)));
    }

    @Test
    void a_project_whose_pause_was_a_mistake_is_not_paused() {
        given(registered(), PAUSED);
        asked(withdraw(1), SUPERVISOR);

        assertThat(project().status()).isEqualTo(ProjectStatus.ACTIVE);
        refused(when(new ResumeProject(CODE, TODAY, null, null)), Refusal.NOT_PAUSED);
        lawful(when(new PauseProject(CODE, day("2021-05-02"), PauseCause.OTHER, "น้ำท่วม", null)));
    }

    @Test
    void mistakes_of_a_completed_project_are_withdrawn_too() {
        given(registered(), new ActivityHeld(CODE, TODAY, "จิตอาสา"), new ProjectCompleted(CODE, TODAY, null, null));

        lawful(when(withdraw(1), SUPERVISOR));
    }
}
