package org.progressledger.command.project;

import org.progressledger.problems.ReasonCode;

/** Why a command was refused. The constant's name is the reason code; its texts stand in {@code messages/refusals}. */
public enum Refusal implements ReasonCode {
    /** The asker acts for another agency; data {@code project}. */
    NOT_YOUR_AGENCY(403),
    /** No such project; data {@code project}. */
    PROJECT_NOT_FOUND(404),
    /** One code is one project for ever; data {@code project}. */
    PROJECT_ALREADY_REGISTERED(409),
    /** A completed project is opened again before this is recorded. */
    PROJECT_IS_COMPLETED(409),
    /** A cancelled project is opened again before this is recorded. */
    PROJECT_IS_CANCELLED(409),
    /** A typed report's number follows the last one; data {@code expected}, {@code given}. */
    REPORT_NUMBER_DOES_NOT_FOLLOW(409),
    /** A report is not dated before the previous one; data {@code previous}, {@code given}. */
    REPORT_DATE_BEFORE_PREVIOUS(409),
    /** A report is not dated while the project was ended; data {@code endedOn}, {@code reopenedOn}, {@code given}. */
    REPORT_DATED_AFTER_END(409),
    /** What happened is not dated in the future; data {@code given}, {@code today}. */
    DATE_IN_THE_FUTURE(422),
    /** A typed report may not fall below the last one; data {@code last}, {@code given}. */
    PROGRESS_WENT_BACKWARDS(409),
    /** No report of that number; data {@code reportNo}. */
    REPORT_NOT_FOUND(404),
    /** The report was returned: it is handed in again, neither corrected nor returned once more; data {@code reportNo}. */
    REPORT_WAS_RETURNED(409),
    /** A correction changes something. */
    CORRECTION_CHANGES_NOTHING(409),
    /** A correction may create or deepen no fall; data {@code given}, {@code neighbour}, {@code percent}. */
    CORRECTION_MAKES_A_FALL(409),
    /** Only the latest report is returned; data {@code latest}, {@code given}. */
    REPORT_IS_NOT_THE_LATEST(409),
    /** The month's deadline is over and no late window is open; data {@code month}, {@code deadline}. */
    REPORT_DEADLINE_IS_OVER(409),
    /** A late window ends in the future; data {@code until}, {@code today}. */
    LATE_WINDOW_IS_OVER(409),
    /** A month that has not begun needs no late window; data {@code month}. */
    MONTH_HAS_NOT_BEGUN(409),
    /** Every detail stands so already. */
    AMENDMENT_CHANGES_NOTHING(409),
    /** An amendment does not precede the last one of the same detail; data {@code detail}, {@code since}, {@code given}. */
    AMENDED_LATER_ALREADY(409),
    /** A project does not end before it starts; data {@code startsOn}, {@code endsOn}. */
    PERIOD_IS_REVERSED(422),
    /** A plan names each month once; data {@code month}. */
    PLAN_MONTH_TWICE(422),
    /** A plan does not fall; data {@code month}, {@code before}, {@code given}. */
    PLAN_FALLS(422),
    /** A plan stays within the project's period; data {@code month}, {@code startsOn}, {@code endsOn}. */
    PLAN_OUTSIDE_PERIOD(422),
    /** The plan stands so already. */
    PLAN_CHANGES_NOTHING(409),
    /** The project is paused on that day already, or later; data {@code since}. */
    ALREADY_PAUSED(409),
    /** Nothing is paused, so nothing goes on. */
    NOT_PAUSED(409),
    /** Work does not go on before it was paused, nor before the report that told of the pause; data {@code pausedOn}, {@code given}. */
    RESUMED_BEFORE_PAUSED(409),
    /** A project does not end before a report; data {@code reportNo}, {@code reportedOn}, {@code given}. */
    ENDED_BEFORE_LAST_REPORT(409),
    /** A project does not end again before it was reopened; data {@code reopenedOn}, {@code given}. */
    ENDED_BEFORE_REOPENED(409),
    /** Only what is completed or cancelled is reopened. */
    NOT_FINISHED(409),
    /** A project is not reopened before it ended; data {@code endedOn}, {@code given}. */
    REOPENED_BEFORE_ENDED(409),
    /** The project has no event of that sequence; data {@code sequence}. */
    FACT_NOT_FOUND(404),
    /** Only an activity, a pause, an appeal or a letter is withdrawn; data {@code sequence}. */
    FACT_CANNOT_BE_WITHDRAWN(409),
    /** The fact was withdrawn; data {@code sequence}. */
    FACT_ALREADY_WITHDRAWN(409),
    /** The round was decided or taken back, so its filing was no mistake; data {@code round}. */
    FACT_IS_BUILT_UPON(409),
    /** A round was filed and waits for its decision; data {@code round}. */
    APPEAL_STILL_OPEN(409),
    /** A round is higher than those filed; data {@code highest}, {@code given}. */
    ROUND_NOT_ABOVE_FILED(409),
    /** A round is not filed before the ones below it were closed; data {@code closedOn}, {@code given}. */
    FILED_BEFORE_LAST_CLOSED(409),
    /** No papers of that round; data {@code round}. */
    APPEAL_NOT_FILED(404),
    /** The round was decided; data {@code round}. */
    APPEAL_ALREADY_DECIDED(409),
    /** Nobody decides the own filing. */
    OWN_FILING(403),
    /** A decision is not dated before its filing; data {@code filedOn}, {@code given}. */
    DECIDED_BEFORE_FILED(409),
    /** The round was taken back; data {@code round}. */
    APPEAL_WAS_WITHDRAWN(409),
    /** A round is not taken back before it was filed; data {@code filedOn}, {@code given}. */
    WITHDRAWN_BEFORE_FILED(409),
    /** Criteria change by a round that is decided; data {@code round}. */
    APPEAL_NOT_DECIDED(409),
    /** The id stands for an indicator already; data {@code indicator}. */
    INDICATOR_ALREADY_ADOPTED(409),
    /** No indicator of that id is adopted; data {@code indicator}. */
    INDICATOR_NOT_FOUND(404),
    /** What is said of an indicator is not dated before its adoption; data {@code adoptedOn}, {@code given}. */
    BEFORE_ADOPTION(409),
    /** A quarter has no results and no score before it begins; data {@code quarter}, {@code given}. */
    QUARTER_HAS_NOT_BEGUN(422),
    /** The result stands so already; data {@code quarter}. */
    RESULT_CHANGES_NOTHING(409),
    /** The score stands so already; data {@code quarter}. */
    EVALUATION_CHANGES_NOTHING(409),
    /** What takes the place of an earlier statement says why; data {@code quarter}. */
    REPLACING_NEEDS_A_REASON(422),
    /** The criteria stand so already. */
    CRITERIA_CHANGE_NOTHING(409),
    /** New criteria are not dated before those in force; data {@code since}, {@code given}. */
    CRITERIA_CHANGED_LATER_ALREADY(409),
    /** The indicator has no criteria of that version; data {@code version}, {@code highest}. */
    CRITERIA_VERSION_NOT_FOUND(404),
    /** One acknowledgement of a hit is enough; data {@code on}, {@code by}, {@code id}. */
    ALREADY_ACKNOWLEDGED(409),
    /**
     * A later printout tells recorded reports otherwise, and nobody said why each is corrected, or the date differs; data {@code
     * reports}, {@code differences}.
     */
    PRINTOUT_CONTRADICTS_REPORTS(409),
    /** The paper tells this report as it stands, or does not tell it; data {@code reportNo}. */
    NOTHING_TO_CORRECT_BY_PAPER(409),
    /** A proposal is recorded as it was read, so it cannot be recorded as edited; data {@code reportNo}, {@code change}. */
    EDITED_FACT_IS_RECORDED(409),
    /** Others recorded something since the asker looked; data {@code expected}, {@code version}, {@code changes}. */
    VERSION_HAS_CHANGED(412),
    /** A printout holds two reports of one number, so it cannot be recorded; data {@code reportNo}. */
    REPORT_NUMBER_TWICE(422),
    /** Everything that was confirmed stands in the ledger already. */
    NOTHING_TO_RECORD(409),
    /** The same line of the same file was recorded before; data {@code reportNo}. */
    LINE_ALREADY_RECORDED(409),
    /** The same command id came with another request. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** Others kept changing the project; come back; data {@code attempts}. */
    TOO_MUCH_CONTENTION(503),
    /** One command records so much at most; data {@code limit}, {@code unit}. */
    COMMAND_TOO_LARGE(413);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
