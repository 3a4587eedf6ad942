package org.progressledger.command.bulk.sheet;

import org.progressledger.problems.ReasonCode;

/** Why a file is not read. */
public enum SheetReason implements ReasonCode {
    /** Neither a CSV file nor an Excel workbook, or a damaged one. */
    NOT_A_SHEET(422),
    /** A workbook with a password, or of Excel before 2007. */
    SHEET_IS_LOCKED_OR_OLD(422),
    /** Its bytes are no text; data {@code charset}. */
    SHEET_ENCODING_NOT_READABLE(422),
    /** Quotation marks of a CSV file do not match; data {@code row}. */
    SHEET_QUOTES_DO_NOT_MATCH(422),
    /** Larger than is read; data {@code limit} in bytes. */
    SHEET_TOO_LARGE(413),
    /** Larger than is read once it is unpacked; data {@code limit} in bytes. */
    SHEET_UNPACKS_TOO_LARGE(413),
    /** A workbook of too many sheets; data {@code limit}. */
    TOO_MANY_SHEETS(413),
    /** More rows than are read; data {@code limit}. */
    TOO_MANY_ROWS(413),
    /** A row with more columns than are read; data {@code row}, {@code limit}. */
    TOO_MANY_COLUMNS(413),
    /** A cell with more characters than are read; data {@code row}, {@code limit}. */
    CELL_TOO_LONG(413);

    private final int status;

    SheetReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
