package org.progressledger.command.bulk;

import org.progressledger.problems.ReasonCode;

/** Why a sheet of reports, or one of its rows, is refused, and what a person should look at. */
public enum BulkReason implements ReasonCode {
    /** No such draft, or it was kept long enough, or it is another person's; data {@code bulkId}. */
    BULK_REPORTS_NOT_FOUND(404),
    /** This release reads the file otherwise than the one that showed the draft: send it again. */
    BULK_DRAFT_IS_OUTDATED(409),
    /** The account has too many drafts waiting; data {@code limit}. */
    TOO_MANY_BULK_DRAFTS(429),
    /** The workbook has no sheet of that name that is shown; data {@code sheet}, {@code sheets}. */
    SHEET_NOT_FOUND(422),
    /** No row of any sheet names the columns of a report; data {@code sheets}. */
    HEADER_NOT_FOUND(422),
    /** Columns that every report needs; data {@code columns}. */
    COLUMN_MISSING(422),
    /** Two columns tell the same; data {@code field}, {@code columns}. */
    COLUMN_TWICE(422),
    /** Nothing stands below the header. */
    NO_ROWS(422),
    /** Rows are refused, so none is recorded; data {@code refused}, {@code total}, {@code rows}. */
    ROWS_REFUSED(409),
    /** Not a project's code; data {@code given}. */
    CODE_NOT_READABLE(422),
    /** Not the number of a report; data {@code given}. */
    NUMBER_NOT_READABLE(422),
    /** Not a day; data {@code given}. */
    DATE_NOT_READABLE(422),
    /** Not a percentage of 0 to 100 with two decimals; data {@code given}. */
    PERCENT_NOT_READABLE(422),
    /** Not an amount of baht; data {@code given}. */
    AMOUNT_NOT_READABLE(422),
    /** Not one of the words for it; data {@code given}, {@code allowed}. */
    STATUS_NOT_READABLE(422),
    /** Characters that no text holds. */
    TEXT_NOT_READABLE(422),
    /** The spreadsheet shows a fault; data {@code given}. */
    CELL_SHOWS_A_FAULT(422),
    /** A formula that was never computed; data {@code given}. */
    FORMULA_WITHOUT_VALUE(422),
    /** Look: the value of a formula was taken; data {@code value}. */
    FORMULA_VALUE_TAKEN(422),
    /** Look: the cell's year is Buddhist where the spreadsheet counts by Christ; data {@code day}. */
    YEAR_TAKEN_AS_BUDDHIST(422),
    /** Look: day and month might be meant the other way; data {@code day}. */
    DAY_TAKEN_BEFORE_MONTH(422),
    /** Look: below one per cent, where a share of one may be meant; data {@code percent}. */
    PERCENT_BELOW_ONE(422),
    /** Look: the spreadsheet hides this row. */
    ROW_IS_HIDDEN(422),
    /** Look: the register knows the code under another name; data {@code given}, {@code recorded}. */
    NAME_DIFFERS(422),
    /** Look: so many points more than the report before; data {@code points}. */
    PERCENT_JUMPS(422),
    /** Look: the same text as the report before; data {@code reportNo}. */
    NARRATIVE_REPEATS(422),
    /** Look: said to be on plan, and so many points behind the time that is gone; data {@code points}. */
    BEHIND_ELAPSED_TIME(422),
    /** Left out: the template's example. */
    EXAMPLE_ROW(422),
    /** Left out: it names a project and reports nothing. */
    NOTHING_REPORTED(422);

    private final int status;

    BulkReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
