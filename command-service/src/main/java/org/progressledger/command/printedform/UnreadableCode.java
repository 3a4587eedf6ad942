package org.progressledger.command.printedform;

/** Why a printout cannot be read. The texts are in {@code messages/printedform_*.properties}. */
public enum UnreadableCode {
    /** Neither the form's title nor its labels are there. */
    NOT_A_PROGRESS_FORM,
    /** Neither UTF-8 nor windows-874, or not what was declared: {@code charset}. */
    ENCODING_NOT_READABLE,
    /** {@code bytes}, {@code limit}. */
    TOO_MANY_BYTES,
    /** {@code limit}. */
    TOO_MANY_LINES,
    /** {@code limit}. */
    LINE_TOO_LONG,
    /** {@code limit}. */
    TOO_MANY_REPORTS,
    /** {@code limit}. */
    NARRATIVE_TOO_LONG,
    PROJECT_CODE_MISSING,
    /** Two forms in one file: {@code first} and {@code second} project code. */
    TWO_PROJECTS,
    /** {@code field}. */
    FIELD_MISSING,
    /** {@code field}, {@code value}. */
    FIELD_NOT_READABLE,
    /** It ends before it starts: {@code startsOn}, {@code endsOn}. */
    PERIOD_REVERSED,
    /** A date without a percentage or a percentage without a date: {@code found}, DATE or PERCENT. */
    ROWS_NOT_PAIRED
}
