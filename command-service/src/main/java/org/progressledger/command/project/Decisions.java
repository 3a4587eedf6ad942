package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.command.project.ProjectCommand.AcknowledgeFlag;
import org.progressledger.command.project.ProjectCommand.AdoptIndicator;
import org.progressledger.command.project.ProjectCommand.AmendDetails;
import org.progressledger.command.project.ProjectCommand.CancelProject;
import org.progressledger.command.project.ProjectCommand.ChangeCriteria;
import org.progressledger.command.project.ProjectCommand.CiteLetter;
import org.progressledger.command.project.ProjectCommand.CompleteProject;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.CorrectReport;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.EvaluateQuarter;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.OpenLateWindow;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.RecordActivity;
import org.progressledger.command.project.ProjectCommand.RecordPlan;
import org.progressledger.command.project.ProjectCommand.RecordResult;
import org.progressledger.command.project.ProjectCommand.RegisterProject;
import org.progressledger.command.project.ProjectCommand.ReopenProject;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.command.project.ProjectCommand.ResumeProject;
import org.progressledger.command.project.ProjectCommand.ReturnReport;
import org.progressledger.command.project.ProjectCommand.ReviewAppeal;
import org.progressledger.command.project.ProjectCommand.WithLetter;
import org.progressledger.command.project.ProjectCommand.WithdrawAppeal;
import org.progressledger.command.project.ProjectCommand.WithdrawFact;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.Project;

/**
 * The rules of the office, as plain functions: no clock, no randomness, no framework.
 *
 * <p>Who may ask at all is the endpoint table's matter; which projects an asker acts for is decided here.
 */
public final class Decisions {
    private Decisions() {}

    /**
     * @param project what all recorded facts add up to; null while the code is not registered
     * @param today the day in Bangkok
     * @param deadline until when a month is reported
     */
    static Decision decide(
            ProjectCommand command, @Nullable Project project, Asker asker, LocalDate today, Deadline deadline) {
        String code = command.project().text();
        if (!asker.mayActFor(code)) {
            return refuse(Refusal.NOT_YOUR_AGENCY, Map.of("project", code));
        }
        if (command instanceof RegisterProject register) {
            return register(register, project);
        }
        if (command instanceof ConfirmImport confirm) {
            return Imports.confirm(confirm, project, today);
        }
        if (project == null) {
            return refuse(Refusal.PROJECT_NOT_FOUND, Map.of("project", code));
        }
        Decision letter = command instanceof WithLetter paper ? refusedAhead(paper.letter(), today) : null;
        return letter != null ? letter : decideOn(command, project, asker, today, deadline);
    }

    /** What a letter orders may lie ahead; the letter itself is written. */
    private static @Nullable Decision refusedAhead(@Nullable Letter letter, LocalDate today) {
        LocalDate datedOn = letter == null ? null : letter.datedOn();
        return datedOn != null && datedOn.isAfter(today) ? inTheFuture(datedOn, today) : null;
    }

    private static Decision decideOn(
            ProjectCommand command, Project project, Asker asker, LocalDate today, Deadline deadline) {
        return switch (command) {
            case RegisterProject register -> register(register, project);
            case ConfirmImport confirm -> Imports.confirm(confirm, project, today);
            case AmendDetails amend -> Amendments.amend(amend, project, today);
            case RecordPlan plan -> Amendments.plan(plan, project);
            case ReportProgress report -> Reports.report(report, project, today, deadline);
            case CorrectReport correct -> Reports.correct(correct, project);
            case ReturnReport giveBack -> Reports.giveBack(giveBack, project);
            case OpenLateWindow open -> Reports.openLate(open, project, today);
            case RecordActivity activity -> activity(activity, today);
            case CiteLetter cite -> accept(new LetterCited(cite.project(), cite.letter()));
            case PauseProject pause -> Standstill.pause(pause, project);
            case ResumeProject resume -> Standstill.resume(resume, project);
            case CompleteProject complete -> Standstill.complete(complete, project, today);
            case CancelProject cancel -> Standstill.cancel(cancel, project, today);
            case ReopenProject reopen -> Standstill.reopen(reopen, project, today);
            case WithdrawFact withdraw -> Withdrawals.withdraw(withdraw, project);
            case FileAppeal file -> Appeals.file(file, project, today);
            case DecideAppeal decision -> Appeals.decide(decision, project, asker, today);
            case WithdrawAppeal withdraw -> Appeals.withdraw(withdraw, project, today);
            case ReviewAppeal review -> Appeals.review(review, project, today);
            case AdoptIndicator adopt -> Indicators.adopt(adopt, project, today);
            case RecordResult result -> Indicators.result(result, project, today);
            case ChangeCriteria change -> Indicators.criteria(change, project);
            case EvaluateQuarter evaluate -> Indicators.evaluate(evaluate, project, today);
            case AcknowledgeFlag acknowledge -> Acknowledgements.acknowledge(acknowledge, project);
        };
    }

    private static Decision register(RegisterProject register, @Nullable Project project) {
        return project == null
                ? accept(register.facts())
                : refuse(
                        Refusal.PROJECT_ALREADY_REGISTERED,
                        Map.of("project", register.project().text()));
    }

    private static Decision activity(RecordActivity activity, LocalDate today) {
        return activity.heldOn().isAfter(today)
                ? inTheFuture(activity.heldOn(), today)
                : accept(new ActivityHeld(activity.project(), activity.heldOn(), activity.description()));
    }

    static Decision inTheFuture(LocalDate given, LocalDate today) {
        return refuse(Refusal.DATE_IN_THE_FUTURE, Map.of("given", given, "today", today));
    }
}
