package org.progressledger.events;

import java.time.LocalDate;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * When a fact happened: a report, its correction and its return stand at the report's date; an activity, a letter, a
 * decision at their own date, else the paper's, else the recording day; what only a narrative tells without papers, at
 * the report's date; the registration at the earlier of the project's first day and the recording day.
 */
final class HappenedOn {
    private HappenedOn() {}

    /**
     * @param reportDates the date of the report with that number, as far as it is recorded; null when it is not
     */
    static LocalDate of(RecordedEvent recorded, IntFunction<@Nullable LocalDate> reportDates) {
        LocalDate recordedOn = recorded.recordedOn();
        return switch (recorded.event()) {
            case ProjectRegistered registered -> earlier(registered.period().startsOn(), recordedOn);
            case ProgressReported reported -> reported.reportedOn();
            case ProgressCorrected corrected -> known(reportDates.apply(corrected.reportNo()), recordedOn);
            case ActivityHeld held -> held.heldOn();
            case LetterCited cited -> known(cited.letter().datedOn(), paperDate(recorded, reportDates));
            case ProjectPaused paused -> {
                Integer toldBy = recorded.provenance().reportNo();
                yield toldBy == null ? paused.effectiveOn() : known(reportDates.apply(toldBy), paused.effectiveOn());
            }
            case AppealFiled filed -> filed.filedOn();
            case AppealDecided decided -> decided.decidedOn();
            case AppealCited cited -> cited.citedOn();
        };
    }

    /** The date of the report whose narrative tells it, else the recording day. */
    private static LocalDate paperDate(RecordedEvent recorded, IntFunction<@Nullable LocalDate> reportDates) {
        Integer toldBy = recorded.provenance().reportNo();
        return toldBy == null ? recorded.recordedOn() : known(reportDates.apply(toldBy), recorded.recordedOn());
    }

    private static LocalDate known(@Nullable LocalDate date, LocalDate otherwise) {
        return date == null ? otherwise : date;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
