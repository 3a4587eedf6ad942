package org.progressledger.command.bulk.sheet;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a number format of a workbook makes of a number. */
final class NumberFormats {
    /** What is shown. */
    enum Shown {
        NUMBER,
        PERCENTAGE,
        DAY
    }

    // ECMA-376, 18.8.30: those that have no code of their own, the Thai ones included
    private static final Set<Integer> PERCENTAGES = Set.of(9, 10, 67, 68);
    private static final Set<Integer> DAYS = Set.of(
            14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58, 71, 72, 73, 74, 77, 81);
    // what is quoted, escaped, a space's width, a filling, or in brackets: colours, conditions, locales
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");
    private static final Pattern OF_A_DAY = Pattern.compile("[dDyYbB]");

    private NumberFormats() {}

    /** @param codes of the workbook's own formats, by their number */
    static Shown of(int format, Map<Integer, String> codes) {
        if (PERCENTAGES.contains(format)) {
            return Shown.PERCENTAGE;
        }
        if (DAYS.contains(format)) {
            return Shown.DAY;
        }
        String code = LITERAL.matcher(codes.getOrDefault(format, "")).replaceAll("");
        if (code.contains("%")) {
            return Shown.PERCENTAGE;
        }
        return OF_A_DAY.matcher(code).find() ? Shown.DAY : Shown.NUMBER;
    }
}
