package org.progressledger.query.periods;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one month of a project was reported in time.
 *
 * @param reportNo the report that came first of those that count in the month; null with its revision and dates where none does
 * @param handedOn when it was handed in: typed, the day of recording; on paper, its date
 * @param firstHandedOn when its first revision was; differs only where it was returned and handed in again
 * @param daysLate days after the deadline; null unless LATE
 * @param windowUntil the last day of the latest late window of the month; null where there is none
 * @param positions of the events behind it
 */
record Judged(
        Verdict verdict,
        @Nullable Integer reportNo,
        @Nullable Integer revision,
        @Nullable LocalDate reportedOn,
        @Nullable LocalDate handedOn,
        @Nullable LocalDate firstHandedOn,
        @Nullable Long daysLate,
        @Nullable Basis basis,
        @Nullable LocalDate windowUntil,
        List<Circumstance> circumstances,
        List<Long> positions) {

    /** How it stands with the month. */
    enum Verdict {
        ON_TIME,
        LATE,
        /** The deadline has passed, and no report counts. */
        MISSING,
        NOT_YET_DUE
    }

    /** By what it is judged. */
    enum Basis {
        /** By the day on which it was recorded. */
        TYPED,
        /** By the date on it: when a printout was imported says nothing of when the office reported. */
        PAPER
    }

    /** What is to be known beside the verdict. */
    enum Circumstance {
        /** Late, and within a window that allowed it. */
        IN_WINDOW,
        /** Missing, and a window still allows it. */
        WINDOW_OPEN,
        /** Handed in again after a return; the last hand-in is judged. */
        RESUBMITTED,
        /** Late, though the first hand-in was in time. */
        FIRST_WAS_IN_TIME,
        /** A report of the month was returned and waits. */
        RETURNED,
        /** A pause is in force on a day of the month. */
        PAUSED
    }

    boolean is(Verdict which) {
        return verdict == which;
    }

    boolean has(Circumstance which) {
        return circumstances.contains(which);
    }
}
