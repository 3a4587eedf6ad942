package org.progressledger.query.export.table;

/**
 * A column of a table.
 *
 * @param name for programs; never changed once released
 * @param thai as the office calls it
 * @param english the same in English
 * @param kind what stands in its cells
 * @param width about how many characters are seen of a cell
 */
public record Column(String name, String thai, String english, Kind kind, int width) {

    /** What stands in the cells of a column, where anything stands there. */
    public enum Kind {
        /** A {@link String}. */
        TEXT,
        /** An {@link Integer} or a {@link Long}. */
        WHOLE,
        /** A {@link java.math.BigDecimal} with two decimals. */
        DECIMAL,
        /** A {@link java.time.LocalDate}. */
        DAY,
        /** An {@link java.time.Instant}. */
        INSTANT
    }
}
