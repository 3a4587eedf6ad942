package org.progressledger.command.bulk.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one cell.
 *
 * @param text as a person reads it, with nothing around it; empty for a blank cell
 * @param number of a number, as the spreadsheet shows it at its finest; null for others
 * @param day of a cell that the spreadsheet shows as a date; null for others
 * @param computed whether a formula stands behind it
 */
public record Cell(
        Kind kind,
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDate day,
        boolean computed) {

    /** What kind of thing a cell holds. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        /** A number that is shown times a hundred, with its sign. */
        PERCENTAGE,
        DAY,
        /** The spreadsheet itself shows a fault, such as {@code #N/A}. */
        FAULT,
        /** A formula whose value was never computed. */
        UNCOMPUTED
    }

    public static final Cell BLANK = new Cell(Kind.BLANK, "", null, null, false);

    /** A spreadsheet keeps 17 digits and shows 15: 0.29 is kept as 0.28999999999999998. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    static Cell text(String text, boolean computed) {
        String bare = bare(text);
        return bare.isEmpty() && !computed ? BLANK : new Cell(Kind.TEXT, bare, null, null, computed);
    }

    static Cell number(BigDecimal kept, boolean computed) {
        BigDecimal shown = shown(kept);
        return new Cell(Kind.NUMBER, shown.toPlainString(), shown, null, computed);
    }

    static Cell percentage(BigDecimal kept, boolean computed) {
        BigDecimal shown = shown(kept);
        return new Cell(
                Kind.PERCENTAGE, plain(shown.movePointRight(2).stripTrailingZeros()) + "%", shown, null, computed);
    }

    static Cell day(LocalDate day, boolean computed) {
        return new Cell(Kind.DAY, day.toString(), null, day, computed);
    }

    static Cell fault(String shown) {
        return new Cell(Kind.FAULT, shown, null, null, false);
    }

    static Cell uncomputed(String formula) {
        return new Cell(Kind.UNCOMPUTED, "=" + formula, null, null, true);
    }

    public boolean isBlank() {
        return kind == Kind.BLANK || text.isEmpty();
    }

    private static BigDecimal shown(BigDecimal kept) {
        return new BigDecimal(plain(kept.round(SHOWN).stripTrailingZeros()));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    /** White space of every kind around it gone; a line break in a cell is one line feed. */
    private static String bare(String text) {
        String even = text.replace("\r\n", "\n").replace('\r', '\n');
        int from = 0;
        int to = even.length();
        while (from < to && isSpace(even.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(even.charAt(to - 1))) {
            to--;
        }
        return even.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
