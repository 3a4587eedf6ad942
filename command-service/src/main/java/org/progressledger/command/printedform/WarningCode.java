package org.progressledger.command.printedform;

/** What a person should look at before confirming. The texts are in {@code messages/printedform_*.properties}. */
public enum WarningCode {
    /** A label was recognised in spite of its spelling: {@code printed}, {@code label}. */
    LABEL_MISSPELT,
    /**
     * A place can be read in two ways and a person chooses: {@code reading}, {@code field}, {@code first}, {@code second}, each
     * with its line.
     */
    TWO_READINGS,
    /** A label with nothing behind it: {@code field}. */
    FIELD_EMPTY,
    /** Digits stood apart, a comma stood for a point, or a month is misspelt: {@code printed}, {@code joined}. */
    NUMBER_JOINED,
    /** A date line was recognised although one of its colons is lost: {@code printed}. */
    MARK_DAMAGED,
    /** Something begins like a tag and does not end; it was kept as words: {@code text}. */
    HTML_DAMAGED,
    /** A line of a report's words may be a page's, a number alone or a part of the title; it was kept: {@code reportNo}, {@code text}. */
    PAGE_LINE_SUSPECT,
    /** A report is dated more than a year before or after the project: {@code reportNo}, {@code reportedOn}. */
    REPORT_DATE_FAR,
    /** A report stands twice with the same values and words, the first one counts: {@code reportNo}. */
    REPORT_PRINTED_TWICE,
    /** Words that belong to no field: {@code text}. */
    TEXT_NOT_READ,
    /** {@code startsOn}, {@code endsOn}, {@code fiscalYear}. */
    PERIOD_OUTSIDE_FISCAL_YEAR,
    /** A date or percentage stands under another report's label: {@code reportNo}, {@code label}. */
    LABEL_SLIPPED,
    /** {@code label}. */
    LABEL_REPEATED,
    /** A label with neither date nor percentage: {@code label}. */
    LABEL_ALONE,
    /** No label before the report: {@code reportNo}. */
    LABEL_MISSING,
    /** {@code reportNo}. */
    HEADER_INSIDE_ROW,
    /** {@code reportNo}. */
    HTML_REMOVED,
    /** {@code reportNo}, {@code before}, {@code after}. */
    PERCENT_FELL,
    /** {@code reportNo}, {@code first} and {@code last} missing number. */
    REPORT_NUMBER_GAP,
    /** {@code reportNo}. */
    REPORT_NUMBER_REPEATED,
    /** {@code reportNo} stands after a higher number. */
    REPORTS_OUT_OF_ORDER,
    /** {@code reportNo}, {@code before}, {@code after}. */
    REPORT_DATES_OUT_OF_ORDER,
    /** {@code reportNo}, {@code printed}. */
    STATUS_UNKNOWN,
    /** {@code reportNo}. */
    NARRATIVE_EMPTY,
    /** {@code printed}, {@code suggested}. */
    WORD_SUSPECT,
    /**
     * The register calls the agency otherwise; told by whoever knows the register: {@code code}, {@code printed}, {@code
     * registered}.
     */
    AGENCY_NAME_DIFFERS,
    /** The ledger holds a later report of the project than this printout. */
    PRINTOUT_IS_OLDER,
    /** A recorded report is told otherwise: {@code reportNo}, {@code fields}. */
    REPORT_DIFFERS_FROM_LEDGER,
    /** Slanted letters of a PDF, or such off the page: {@code page}, {@code glyphs}. */
    PDF_TEXT_LEFT_OUT,
    /** Letters of a PDF that nobody sees, as behind a scan; they were read: {@code page}, {@code glyphs}. */
    PDF_TEXT_HIDDEN,
    /** Glyphs of a PDF of which the font does not say which letters they are: {@code page}, {@code glyphs}. */
    PDF_LETTERS_UNKNOWN_HERE,
    /** A header or footer of a PDF's pages: {@code text}, {@code pages}. */
    PDF_PAGE_LINE_LEFT_OUT,
    /** {@code page}. */
    PDF_PAGE_WITHOUT_TEXT,
    NO_REPORTS,
    CERTIFICATION_MISSING
}
