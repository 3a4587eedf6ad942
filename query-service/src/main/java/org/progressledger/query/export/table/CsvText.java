package org.progressledger.query.export.table;

import java.util.regex.Pattern;

/**
 * Text in a cell of a CSV file that a spreadsheet opens: what would be taken for a formula is shown as text.
 *
 * <p>An apostrophe is put in front, also of text that begins with one. So whoever takes one away from every text that begins
 * with one has what was recorded.
 */
final class CsvText {
    // wide forms too: East Asian editions of spreadsheets take them for the narrow ones
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠'";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private CsvText() {}

    static String cell(String text) {
        if (text.isEmpty() || BEGINS_FORMULA.indexOf(text.charAt(0)) < 0 || isNumber(text)) {
            return text;
        }
        return "'" + text;
    }

    // -5 is what it looks like
    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
