package org.progressledger.query.periods;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency, or one project, beside the months of a year.
 *
 * @param projectCode null for an agency
 * @param name the project's as it is called today; null for an agency
 * @param projects how many are counted
 * @param year all months together
 * @param months in order
 */
record TimelinessRow(
        BoardAgency agency,
        @Nullable String projectCode,
        @Nullable String name,
        long projects,
        Counts year,
        List<BoardMonth> months) {

    /** An agency of the register, by its main code, with all codes. */
    record BoardAgency(String code, String name, List<String> codes) {}

    /**
     * One month.
     *
     * @param dueOn the last day on which it is reported in time
     * @param judged of one project, where a report is expected; null for an agency
     */
    record BoardMonth(
            String period,
            LocalDate dueOn,
            Counts counts,
            @Nullable Judged judged) {}

    /**
     * Projects, of a year project-months. The first four are all of which a report is expected.
     *
     * @param onTimeByPaper of those on time, judged by the date on the printout
     * @param lateInWindow of the late ones, within a window that allowed it
     * @param lateFirstInTime of the late ones, first handed in in time, then returned
     * @param missingReturned of the missing ones, handed in, returned, and waiting
     * @param missingWindowOpen of the missing ones, still allowed by a window
     * @param missingPaused of the missing ones, under a pause
     */
    record Counts(
            long onTime,
            long late,
            long missing,
            long notYetDue,
            long onTimeByPaper,
            long lateInWindow,
            long lateFirstInTime,
            long missingReturned,
            long missingWindowOpen,
            long missingPaused) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        static Counts of(Judged judged) {
            boolean late = judged.is(Judged.Verdict.LATE);
            boolean missing = judged.is(Judged.Verdict.MISSING);
            boolean onTime = judged.is(Judged.Verdict.ON_TIME);
            return new Counts(
                    one(onTime),
                    one(late),
                    one(missing),
                    one(judged.is(Judged.Verdict.NOT_YET_DUE)),
                    one(onTime && judged.basis() == Judged.Basis.PAPER),
                    one(late && judged.has(Judged.Circumstance.IN_WINDOW)),
                    one(late && judged.has(Judged.Circumstance.FIRST_WAS_IN_TIME)),
                    one(missing && judged.has(Judged.Circumstance.RETURNED)),
                    one(missing && judged.has(Judged.Circumstance.WINDOW_OPEN)),
                    one(missing && judged.has(Judged.Circumstance.PAUSED)));
        }

        private static long one(boolean holds) {
            return holds ? 1 : 0;
        }

        Counts and(Counts other) {
            return new Counts(
                    onTime + other.onTime,
                    late + other.late,
                    missing + other.missing,
                    notYetDue + other.notYetDue,
                    onTimeByPaper + other.onTimeByPaper,
                    lateInWindow + other.lateInWindow,
                    lateFirstInTime + other.lateFirstInTime,
                    missingReturned + other.missingReturned,
                    missingWindowOpen + other.missingWindowOpen,
                    missingPaused + other.missingPaused);
        }
    }
}
