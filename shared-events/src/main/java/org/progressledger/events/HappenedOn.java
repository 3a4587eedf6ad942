package org.progressledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a fact happened: a report, its correction and its return stand at the report's date; an activity, a letter, a
 * decision at their own or effective date, else the paper's, else the recording day; what only a narrative tells without
 * papers, at the report's date; the registration at the earlier of the project's first day and the recording day; a
 * withdrawal at the date of the fact that it takes back.
 */
final class HappenedOn {
    private HappenedOn() {}

    /** What else is recorded of the project and has a date. */
    interface Dates {
        /**
         * The date of the report with that number as it stood when the event of that sequence was recorded: a report that
         * was returned and handed in again has two.
         *
         * @return null when no such report is recorded
         */
        @Nullable
        LocalDate ofReport(int reportNo, long sequence);

        /** The day on which an earlier fact happened; null when it is not recorded. */
        @Nullable
        LocalDate ofFact(long sequence);
    }

    static LocalDate of(RecordedEvent recorded, Dates dates) {
        LocalDate recordedOn = recorded.recordedOn();
        return switch (recorded.event()) {
            case ProjectRegistered registered -> earlier(registered.period().startsOn(), recordedOn);
            case ProgressReported reported -> reported.reportedOn();
            case ProgressCorrected corrected ->
                known(dates.ofReport(corrected.reportNo(), recorded.sequence()), recordedOn);
            case ReportReturned returned -> known(dates.ofReport(returned.reportNo(), recorded.sequence()), recordedOn);
            case LateWindowOpened opened -> recordedOn;
            case ProjectDetailsAmended amended -> known(amended.effectiveOn(), paperDate(recorded, dates));
            case PlanRecorded plan -> known(plan.effectiveOn(), paperDate(recorded, dates));
            case ActivityHeld held -> held.heldOn();
            case LetterCited cited -> known(cited.letter().datedOn(), paperDate(recorded, dates));
            case EvidenceAttached attached -> paperDate(recorded, dates);
            case ProjectPaused paused -> {
                Integer toldBy = recorded.provenance().reportNo();
                yield toldBy == null
                        ? paused.effectiveOn()
                        : known(dates.ofReport(toldBy, recorded.sequence()), paused.effectiveOn());
            }
            case ProjectResumed resumed -> resumed.effectiveOn();
            case ProjectCompleted completed -> completed.completedOn();
            case ProjectCancelled cancelled -> cancelled.cancelledOn();
            case ProjectReopened reopened -> reopened.reopenedOn();
            case FactWithdrawn withdrawn -> known(dates.ofFact(withdrawn.sequence()), recordedOn);
            case AppealFiled filed -> filed.filedOn();
            case AppealDecided decided -> decided.decidedOn();
            case AppealWithdrawn withdrawn -> withdrawn.withdrawnOn();
            case AppealReviewed reviewed -> known(reviewed.reviewedOn(), recordedOn);
            case AppealCited cited -> cited.citedOn();
            case IndicatorAdopted adopted -> known(adopted.adoptedOn(), recordedOn);
            case IndicatorResultRecorded result -> known(result.statedOn(), recordedOn);
            case IndicatorCriteriaChanged changed -> changed.effectiveOn();
            case QuarterEvaluated evaluated -> known(evaluated.evaluatedOn(), recordedOn);
            case FlagAcknowledged acknowledged -> recordedOn;
            case FormCertified certified -> known(certified.certifiedOn(), recordedOn);
        };
    }

    /** The date of the report whose narrative tells it, else the recording day. */
    private static LocalDate paperDate(RecordedEvent recorded, Dates dates) {
        Integer toldBy = recorded.provenance().reportNo();
        return toldBy == null
                ? recorded.recordedOn()
                : known(dates.ofReport(toldBy, recorded.sequence()), recorded.recordedOn());
    }

    private static LocalDate known(@Nullable LocalDate date, LocalDate otherwise) {
        return date == null ? otherwise : date;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
