package org.progressledger.command.bulk.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.bulk.sheet.NumberFormats.Shown;

/** What a workbook's cell holds, by its type and its style. */
final class CellValues {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");
    // a spreadsheet believes that 1900 was a leap year
    private static final int FEIGNED_DAY = 60;
    private static final LocalDate BEFORE_FEIGNED = LocalDate.of(1899, 12, 31);
    private static final LocalDate AFTER_FEIGNED = LocalDate.of(1899, 12, 30);
    private static final LocalDate OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;
    private static final int ISO_LENGTH = 10;

    private final List<String> texts;
    private final List<Shown> styles;
    private final boolean since1904;

    CellValues(List<String> texts, List<Shown> styles, boolean since1904) {
        this.texts = texts;
        this.styles = styles;
        this.since1904 = since1904;
    }

    /**
     * @param formula null where there is none
     * @param valued whether the cell has a value, an empty one included
     */
    Cell cell(@Nullable String type, @Nullable String style, @Nullable String formula, boolean valued, String value) {
        boolean computed = formula != null;
        String kind = type == null ? "n" : type;
        if (formula != null && (!valued || value.isEmpty() && !kind.equals("str"))) {
            return Cell.uncomputed(formula);
        }
        return switch (kind) {
            case "s" -> Cell.text(shared(value), computed);
            case "b" -> Cell.text(value.equals("1") ? "TRUE" : "FALSE", computed);
            case "e" -> Cell.fault(value);
            case "d" -> isoDay(value, computed);
            case "n" -> value.isEmpty() ? Cell.BLANK : number(value.strip(), style, computed);
            default -> Cell.text(value, computed);
        };
    }

    private String shared(String index) {
        int place = INDEX.matcher(index).matches() ? Integer.parseInt(index) : Integer.MAX_VALUE;
        if (place >= texts.size()) {
            throw Parts.notASheet();
        }
        return texts.get(place);
    }

    private static Cell isoDay(String value, boolean computed) {
        try {
            return Cell.day(LocalDate.parse(value.substring(0, Math.min(value.length(), ISO_LENGTH))), computed);
        } catch (DateTimeException notOne) {
            return Cell.text(value, computed);
        }
    }

    private Cell number(String value, @Nullable String style, boolean computed) {
        if (!NUMBER.matcher(value).matches()) {
            return Cell.text(value, computed);
        }
        BigDecimal number = new BigDecimal(value);
        return switch (shown(style)) {
            case NUMBER -> Cell.number(number, computed);
            case PERCENTAGE -> Cell.percentage(number, computed);
            case DAY -> day(number, computed);
        };
    }

    private Shown shown(@Nullable String style) {
        int place = style != null && INDEX.matcher(style).matches() ? Integer.parseInt(style) : -1;
        return place >= 0 && place < styles.size() ? styles.get(place) : Shown.NUMBER;
    }

    private Cell day(BigDecimal number, boolean computed) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return Cell.number(number, computed);
        }
        int days = number.intValue();
        if (since1904) {
            return Cell.day(OF_1904.plusDays(days), computed);
        }
        return days == 0 || days == FEIGNED_DAY
                ? Cell.number(number, computed)
                : Cell.day((days < FEIGNED_DAY ? BEFORE_FEIGNED : AFTER_FEIGNED).plusDays(days), computed);
    }
}
