package org.progressledger.events;

import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/** What each fact changes. The switch has no default: a new fact asks here what it means. */
final class Evolution {
    private Evolution() {}

    /**
     * The project after one more fact.
     *
     * @param before null before the registration
     * @throws IllegalStateException if a fact precedes the registration, or speaks of a report or round that is not there
     */
    static Project evolve(@Nullable Project before, Fact fact) {
        if (fact.event() instanceof ProjectRegistered registered && before == null) {
            return Project.opened(fact, registered);
        }
        if (before == null) {
            throw new IllegalStateException(
                    "The file of " + fact.event().project() + " does not open with a registration");
        }
        Project after = switch (fact.event()) {
            case ProjectRegistered again -> throw new IllegalStateException(again.project() + " is registered twice");
            case ProgressReported reported -> before.with(asReport(reported, fact));
            case ProgressCorrected corrected ->
                before.with(report(before, corrected.reportNo()).corrected(corrected.after(), fact));
            case ActivityHeld held -> before.withActivity(fact);
            case LetterCited cited -> before.withLetter(fact);
            case ProjectPaused paused ->
                before.with(ProjectStatus.PAUSED)
                        .with(new Pause(paused.effectiveOn(), null, paused.cause(), paused.words(), fact));
            case AppealFiled filed -> before.with(new Appeal(filed.round(), filed, fact, null, null));
            case AppealDecided decided -> before.with(decided(appeal(before, decided.round()), decided, fact));
            case AppealCited cited -> before.withCitation(fact);
        };
        return after.reflecting(fact);
    }

    private static Report asReport(ProgressReported reported, Fact fact) {
        return new Report(
                reported.reportNo(),
                reported.revision(),
                ReportState.REPORTED,
                reported.reportedOn(),
                reported.content(),
                reported.printed(),
                fact,
                TreePVector.empty());
    }

    private static Appeal decided(Appeal open, AppealDecided decided, Fact fact) {
        return new Appeal(open.round(), open.filed(), open.filedFact(), decided, fact);
    }

    private static Report report(Project project, int reportNo) {
        Report report = project.reports().get(reportNo);
        if (report == null) {
            throw new IllegalStateException(project.code() + " has no report " + reportNo);
        }
        return report;
    }

    private static Appeal appeal(Project project, int round) {
        Appeal appeal = project.appeals().get(round);
        if (appeal == null) {
            throw new IllegalStateException(project.code() + " has no appeal of round " + round);
        }
        return appeal;
    }
}
