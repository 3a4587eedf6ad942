package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.command.project.ProjectCommand.CiteLetter;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.CorrectReport;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.RecordActivity;
import org.progressledger.command.project.ProjectCommand.RegisterProject;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.LetterCited;
import org.progressledger.events.Pause;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectStatus;

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
     */
    public static Decision decide(ProjectCommand command, @Nullable Project project, Asker asker, LocalDate today) {
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
        return decideOn(command, project, asker, today);
    }

    private static Decision decideOn(ProjectCommand command, Project project, Asker asker, LocalDate today) {
        return switch (command) {
            case RegisterProject register -> register(register, project);
            case ConfirmImport confirm -> Imports.confirm(confirm, project, today);
            case ReportProgress report -> Reports.report(report, project, today);
            case CorrectReport correct -> Reports.correct(correct, project);
            case RecordActivity activity -> activity(activity, today);
            case CiteLetter letter -> letter(letter, today);
            case PauseProject pause -> pause(pause, project);
            case FileAppeal file -> Appeals.file(file, project, today);
            case DecideAppeal decision -> Appeals.decide(decision, project, asker, today);
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

    private static Decision letter(CiteLetter cite, LocalDate today) {
        LocalDate datedOn = cite.letter().datedOn();
        return datedOn != null && datedOn.isAfter(today)
                ? inTheFuture(datedOn, today)
                : accept(new LetterCited(cite.project(), cite.letter()));
    }

    /** A pause may be ordered for a coming day; it may not run into another one. */
    private static Decision pause(PauseProject pause, Project project) {
        Decision finished = refusedWhenFinished(project);
        if (finished != null) {
            return finished;
        }
        Decision overlap = refusedOverlap(project, pause.effectiveOn());
        return overlap != null
                ? overlap
                : accept(new ProjectPaused(
                        pause.project(), pause.effectiveOn(), pause.cause(), pause.words(), pause.letter()));
    }

    /** A pause has no end until work is resumed, so it runs into any other that has not ended by its first day. */
    static @Nullable Decision refusedOverlap(Project project, LocalDate firstDay) {
        for (Pause other : project.pauses()) {
            LocalDate end = other.endExclusive();
            if (end == null || end.isAfter(firstDay)) {
                return refuse(Refusal.ALREADY_PAUSED, Map.of("since", other.startInclusive()));
            }
        }
        return null;
    }

    static @Nullable Decision refusedWhenFinished(Project project) {
        ProjectStatus status = project.status();
        return switch (status) {
            case COMPLETED -> refuse(Refusal.PROJECT_IS_COMPLETED, Map.of());
            case CANCELLED -> refuse(Refusal.PROJECT_IS_CANCELLED, Map.of());
            case ACTIVE, PAUSED -> null;
        };
    }

    static Decision inTheFuture(LocalDate given, LocalDate today) {
        return refuse(Refusal.DATE_IN_THE_FUTURE, Map.of("given", given, "today", today));
    }
}
