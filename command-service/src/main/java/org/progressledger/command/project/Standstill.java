package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.CancelProject;
import org.progressledger.command.project.ProjectCommand.CompleteProject;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.ReopenProject;
import org.progressledger.command.project.ProjectCommand.ResumeProject;
import org.progressledger.events.Ending;
import org.progressledger.events.Fact;
import org.progressledger.events.Pause;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectReopened;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.Report;

/** The rules by which a project stands still, goes on, ends and is opened again. */
final class Standstill {
    private Standstill() {}

    /** A pause may be ordered for a coming day; it may not run into another one. */
    static Decision pause(PauseProject pause, Project project) {
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

    /** As with a pause, work may be ordered to go on from a coming day. */
    static Decision resume(ResumeProject resume, Project project) {
        Decision finished = refusedWhenFinished(project);
        if (finished != null) {
            return finished;
        }
        Pause open = project.openPause().orElse(null);
        if (open == null) {
            return refuse(Refusal.NOT_PAUSED, Map.of());
        }
        LocalDate firstDay = open.startInclusive();
        // a pause that a narrative tells is folded in at the report's date: a resumption before that would end nothing
        LocalDate toldOn = open.paused().happenedOn();
        LocalDate pausedOn = toldOn.isAfter(firstDay) ? toldOn : firstDay;
        return resume.effectiveOn().isBefore(pausedOn)
                ? refuse(Refusal.RESUMED_BEFORE_PAUSED, Map.of("pausedOn", pausedOn, "given", resume.effectiveOn()))
                : accept(new ProjectResumed(
                        resume.project(), resume.effectiveOn(), firstDay, resume.words(), resume.letter()));
    }

    static Decision complete(CompleteProject complete, Project project, LocalDate today) {
        Decision refused = refusedEnd(project, complete.completedOn(), today);
        return refused != null
                ? refused
                : accept(new ProjectCompleted(
                        complete.project(), complete.completedOn(), complete.words(), complete.letter()));
    }

    static Decision cancel(CancelProject cancel, Project project, LocalDate today) {
        Decision refused = refusedEnd(project, cancel.cancelledOn(), today);
        ProjectEvent cancelled = new ProjectCancelled(cancel.project(), cancel.cancelledOn(), cancel.letter());
        return refused != null ? refused : accept(cancelled, cancel.reason());
    }

    /** An end is not ordered for a coming day, and no report and no reopening stands behind it. */
    private static @Nullable Decision refusedEnd(Project project, LocalDate on, LocalDate today) {
        Decision finished = refusedWhenFinished(project);
        if (finished != null) {
            return finished;
        }
        if (on.isAfter(today)) {
            return Decisions.inTheFuture(on, today);
        }
        // on paper the report with the highest number may not bear the latest date
        Report latest = project.reports().values().stream()
                .filter(Report::counts)
                .max(Comparator.comparing(Report::reportedOn))
                .orElse(null);
        if (latest != null && on.isBefore(latest.reportedOn())) {
            return refuse(
                    Refusal.ENDED_BEFORE_LAST_REPORT,
                    Map.of("reportNo", latest.reportNo(), "reportedOn", latest.reportedOn(), "given", on));
        }
        for (Ending earlier : project.endings()) {
            if (earlier.reopened() != null && on.isBefore(earlier.reopened().happenedOn())) {
                return refuse(
                        Refusal.ENDED_BEFORE_REOPENED,
                        Map.of("reopenedOn", earlier.reopened().happenedOn(), "given", on));
            }
        }
        return null;
    }

    static Decision reopen(ReopenProject reopen, Project project, LocalDate today) {
        if (refusedWhenFinished(project) == null) {
            return refuse(Refusal.NOT_FINISHED, Map.of());
        }
        if (reopen.reopenedOn().isAfter(today)) {
            return Decisions.inTheFuture(reopen.reopenedOn(), today);
        }
        LocalDate endedOn = project.endings().get(project.endings().size() - 1).endedOn();
        return reopen.reopenedOn().isBefore(endedOn)
                ? refuse(Refusal.REOPENED_BEFORE_ENDED, Map.of("endedOn", endedOn, "given", reopen.reopenedOn()))
                : accept(new ProjectReopened(reopen.project(), reopen.reopenedOn(), reopen.letter()), reopen.reason());
    }

    /** No report stands behind an end, though the project was reopened since; the day of the end itself is open to it. */
    static @Nullable Decision refusedWhileEnded(Project project, LocalDate reportedOn) {
        for (Ending ending : project.endings()) {
            Fact reopened = ending.reopened();
            if (reopened != null
                    && reportedOn.isAfter(ending.endedOn())
                    && reportedOn.isBefore(reopened.happenedOn())) {
                return refuse(
                        Refusal.REPORT_DATED_AFTER_END,
                        Map.of("endedOn", ending.endedOn(), "reopenedOn", reopened.happenedOn(), "given", reportedOn));
            }
        }
        return null;
    }

    /** What is completed or cancelled is opened again first. */
    static @Nullable Decision refusedWhenFinished(Project project) {
        return switch (project.status()) {
            case COMPLETED -> refuse(Refusal.PROJECT_IS_COMPLETED, Map.of());
            case CANCELLED -> refuse(Refusal.PROJECT_IS_CANCELLED, Map.of());
            case ACTIVE, PAUSED -> null;
        };
    }
}
