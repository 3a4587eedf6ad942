package org.progressledger.events;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event that set or changed a report's percentage. The moves of the current percentage add up to it.
 *
 * @param reportFrom the report's percentage before; null when the event brought the report
 * @param reportTo the report's percentage after; null when the event took it back
 * @param from the project's current percentage before the event, 0 before the first
 * @param to the project's current percentage after it; the same as {@code from} where an earlier report was corrected
 * @param fact the event, with its author, its two times and its source
 */
public record PercentChange(
        int reportNo,
        @Nullable Percent reportFrom,
        @Nullable Percent reportTo,
        Percent from,
        Percent to,
        Cause cause,
        Fact fact) {

    /** What kind of event moved it. */
    public enum Cause {
        REPORT,
        CORRECTION,
        RETURN
    }

    /** How far the current percentage moved, in points; 0.00 where it did not. */
    public BigDecimal change() {
        return to.pointsAbove(from);
    }

    /** @param facts those that count, in the order of their positions */
    static List<PercentChange> trace(List<Fact> facts) {
        Tracer tracer = new Tracer();
        facts.forEach(tracer::follow);
        return List.copyOf(tracer.changes);
    }

    private static final class Tracer {
        private final TreeMap<Integer, Percent> percentages = new TreeMap<>();
        private final List<PercentChange> changes = new ArrayList<>();

        void follow(Fact fact) {
            switch (fact.event()) {
                case ProgressReported reported ->
                    set(reported.reportNo(), reported.content().percent(), Cause.REPORT, fact);
                case ProgressCorrected corrected -> {
                    if (!corrected.before().percent().equals(corrected.after().percent())) {
                        set(corrected.reportNo(), corrected.after().percent(), Cause.CORRECTION, fact);
                    }
                }
                case ReportReturned returned -> takeBack(returned.reportNo(), fact);
                case ProjectRegistered registered -> {}
                case ProjectDetailsAmended projectDetailsAmended -> {}
                case PlanRecorded planRecorded -> {}
                case ActivityHeld activityHeld -> {}
                case ProjectPaused projectPaused -> {}
                case ProjectResumed projectResumed -> {}
                case ProjectCompleted projectCompleted -> {}
                case ProjectReopened projectReopened -> {}
                case ProjectCancelled projectCancelled -> {}
                case EvidenceAttached evidenceAttached -> {}
                case LetterCited letterCited -> {}
                case FactWithdrawn factWithdrawn -> {}
                case LateWindowOpened lateWindowOpened -> {}
                case AppealFiled appealFiled -> {}
                case AppealDecided appealDecided -> {}
                case AppealWithdrawn appealWithdrawn -> {}
                case AppealReviewed appealReviewed -> {}
                case AppealCited appealCited -> {}
                case IndicatorAdopted indicatorAdopted -> {}
                case IndicatorResultRecorded indicatorResultRecorded -> {}
                case IndicatorCriteriaChanged indicatorCriteriaChanged -> {}
                case QuarterEvaluated quarterEvaluated -> {}
                case FlagAcknowledged flagAcknowledged -> {}
                case FormCertified formCertified -> {}
            }
        }

        private void set(int reportNo, Percent percent, Cause cause, Fact fact) {
            Percent from = current();
            Percent before = percentages.put(reportNo, percent);
            changes.add(new PercentChange(reportNo, before, percent, from, current(), cause, fact));
        }

        private void takeBack(int reportNo, Fact fact) {
            Percent from = current();
            Percent before = percentages.remove(reportNo);
            changes.add(new PercentChange(reportNo, before, null, from, current(), Cause.RETURN, fact));
        }

        private Percent current() {
            return percentages.isEmpty()
                    ? Percent.ZERO
                    : percentages.lastEntry().getValue();
        }
    }
}
