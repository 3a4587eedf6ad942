package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/** What each fact changes. The switch has no default: a new fact asks here what it means. */
final class Evolution {
    private Evolution() {}

    /**
     * The project after one more fact.
     *
     * @param before null before the registration
     * @param withdrawnBy the withdrawal, where the fact was recorded by mistake: then it is kept, and changes nothing
     * @throws IllegalStateException if a fact precedes the registration, or speaks of a report, a round or an indicator
     *     that is not there
     */
    static Project evolve(@Nullable Project before, Fact fact, @Nullable Fact withdrawnBy) {
        if (fact.event() instanceof ProjectRegistered registered && before == null) {
            return new NextProject(fact, registered).done();
        }
        if (before == null) {
            throw new IllegalStateException(
                    "The file of " + fact.event().project() + " does not open with a registration");
        }
        NextProject next = new NextProject(before, fact);
        if (withdrawnBy != null) {
            next.withdrawn = next.withdrawn.plus(new Withdrawn(fact, withdrawnBy));
        } else {
            change(next, fact);
        }
        return next.done();
    }

    private static void change(NextProject next, Fact fact) {
        switch (fact.event()) {
            case ProjectRegistered again -> throw new IllegalStateException(again.project() + " is registered twice");
            case ProjectDetailsAmended amended -> amend(next, amended, fact);
            case PlanRecorded plan -> next.plans = next.plans.plus(fact);
            case ActivityHeld held -> next.activities = next.activities.plus(fact);
            case LetterCited cited -> next.letters = next.letters.plus(fact);
            case EvidenceAttached attached -> next.evidence = next.evidence.plus(fact);
            case ProjectPaused paused -> {
                next.pauses = next.pauses.plus(Pause.of(paused, fact));
                // a pause dated between an ending and its reopening ends nothing of the ending
                next.status = next.status == ProjectStatus.ACTIVE ? ProjectStatus.PAUSED : next.status;
            }
            case ProjectResumed resumed -> resume(next, resumed, fact);
            case ProjectCompleted completed -> end(next, ProjectStatus.COMPLETED, fact);
            case ProjectCancelled cancelled -> end(next, ProjectStatus.CANCELLED, fact);
            case ProjectReopened reopened -> reopen(next, fact);
            case FactWithdrawn withdrawn -> {} // the mistaken fact itself is passed over
            case ProgressReported reported -> report(next, Report.of(reported, fact));
            case ProgressCorrected corrected ->
                next.report(
                        corrected.reportNo(),
                        report -> report.changed(fact, each -> each.corrected(corrected.after(), fact)));
            case ReportReturned returned ->
                next.report(returned.reportNo(), report -> report.changed(fact, each -> each.returned(fact)));
            case LateWindowOpened opened -> next.lateWindows = next.lateWindows.plus(fact);
            case AppealFiled filed -> next.appeals = next.appeals.plus(filed.round(), Appeal.of(filed, fact));
            case AppealDecided decided -> next.appeal(decided.round(), appeal -> appeal.with(decided, fact));
            case AppealWithdrawn withdrawn -> next.appeal(withdrawn.round(), appeal -> appeal.with(withdrawn, fact));
            case AppealReviewed reviewed -> next.reviews = next.reviews.plus(fact);
            case AppealCited cited -> next.citations = next.citations.plus(fact);
            case IndicatorAdopted adopted ->
                next.indicators = next.indicators.plus(adopted.id(), Indicator.of(adopted, fact));
            case IndicatorResultRecorded result ->
                next.indicator(result.indicator(), indicator -> indicator.withResult(fact));
            case IndicatorCriteriaChanged changed ->
                next.indicator(changed.indicator(), indicator -> indicator.with(changed, fact));
            case QuarterEvaluated evaluated -> evaluate(next, evaluated, fact);
            case FlagAcknowledged acknowledged -> next.acknowledgements = next.acknowledgements.plus(fact);
            case FormCertified certified -> next.certifications = next.certifications.plus(fact);
        }
    }

    private static void amend(NextProject next, ProjectDetailsAmended amended, Fact fact) {
        next.amendments = next.amendments.plus(fact);
        next.details = next.details.amended(amended);
        if (amended.budgetSpent() != null) {
            next.spentStated = fact;
        }
    }

    private static void report(NextProject next, Report report) {
        Report standing = next.reports.get(report.reportNo());
        next.reports = next.reports.plus(report.reportNo(), standing == null ? report : standing.with(report));
    }

    /**
     * A resumption whose pause was withdrawn as a mistake ends nothing; nor does it end a pause that was recorded after it,
     * though that one begins on the same day.
     */
    private static void resume(NextProject next, ProjectResumed resumed, Fact fact) {
        for (int place = 0; place < next.pauses.size(); place++) {
            Pause pause = next.pauses.get(place);
            boolean meant = pause.paused().sequence() < fact.sequence()
                    && pause.startInclusive().equals(resumed.pausedOn());
            if (pause.isOpen() && meant) {
                next.pauses = next.pauses.with(place, pause.ended(resumed, fact));
                next.status = next.status == ProjectStatus.PAUSED ? ProjectStatus.ACTIVE : next.status;
                return;
            }
        }
    }

    private static void end(NextProject next, ProjectStatus as, Fact fact) {
        next.endings = next.endings.plus(new Ending(as, fact.happenedOn(), fact, null));
        next.status = as;
    }

    /** A pause that nobody ended goes on. */
    private static void reopen(NextProject next, Fact fact) {
        int last = next.endings.size() - 1;
        next.endings = next.endings.with(last, next.endings.get(last).reopened(fact));
        next.status = next.pauses.stream().anyMatch(Pause::isOpen) ? ProjectStatus.PAUSED : ProjectStatus.ACTIVE;
    }

    private static void evaluate(NextProject next, QuarterEvaluated evaluated, Fact fact) {
        IndicatorId indicator = evaluated.indicator();
        if (indicator == null) {
            next.evaluations = next.evaluations.plus(fact);
        } else {
            next.indicator(indicator, each -> each.withEvaluation(fact));
        }
    }
}
