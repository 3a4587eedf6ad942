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
    /** A completed project takes no more reports. */
    PROJECT_IS_COMPLETED(409),
    /** A cancelled project takes no more reports. */
    PROJECT_IS_CANCELLED(409),
    /** A typed report's number follows the last one; data {@code expected}, {@code given}. */
    REPORT_NUMBER_DOES_NOT_FOLLOW(409),
    /** A report is not dated before the previous one; data {@code previous}, {@code given}. */
    REPORT_DATE_BEFORE_PREVIOUS(409),
    /** What happened is not dated in the future; data {@code given}, {@code today}. */
    DATE_IN_THE_FUTURE(422),
    /** A typed report may not fall below the last one; data {@code last}, {@code given}. */
    PROGRESS_WENT_BACKWARDS(409),
    /** No report of that number; data {@code reportNo}. */
    REPORT_NOT_FOUND(404),
    /** The report was returned: it is handed in again, not corrected; data {@code reportNo}. */
    REPORT_WAS_RETURNED(409),
    /** A correction changes something. */
    CORRECTION_CHANGES_NOTHING(409),
    /** A correction may create or deepen no fall; data {@code given}, {@code neighbour}, {@code percent}. */
    CORRECTION_MAKES_A_FALL(409),
    /** The project is paused on that day already, or later; data {@code since}. */
    ALREADY_PAUSED(409),
    /** A round was filed and waits for its decision; data {@code round}. */
    APPEAL_STILL_OPEN(409),
    /** A round is higher than those filed; data {@code highest}, {@code given}. */
    ROUND_NOT_ABOVE_FILED(409),
    /** No papers of that round; data {@code round}. */
    APPEAL_NOT_FILED(404),
    /** The round was decided; data {@code round}. */
    APPEAL_ALREADY_DECIDED(409),
    /** Nobody decides the own filing. */
    OWN_FILING(403),
    /** A decision is not dated before its filing; data {@code filedOn}, {@code given}. */
    DECIDED_BEFORE_FILED(409),
    /** A printout holds two reports of one number, so it cannot be recorded; data {@code reportNo}. */
    REPORT_NUMBER_TWICE(422),
    /** Everything that was confirmed stands in the ledger already. */
    NOTHING_TO_RECORD(409),
    /** The same command id came with another request. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** Others kept changing the project; come back; data {@code attempts}. */
    TOO_MUCH_CONTENTION(503),
    /** One command records so much at most; data {@code limit}. */
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
