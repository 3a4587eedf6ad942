package org.progressledger.query.export.table;

import java.text.BreakIterator;
import java.util.Locale;

/** Text as Excel can hold it in a cell. */
final class ExcelText {
    /** Excel's own limit, in UTF-16 units. */
    static final int LONGEST = 32_767;

    private static final int ROOM_FOR_NOTE = 100;
    private static final char REPLACEMENT = '\uFFFD';

    private ExcelText() {}

    static String cell(String text) {
        String cut = text.length() > LONGEST ? cut(text) : text;
        return cut.chars().allMatch(ExcelText::isXml) ? cut : replaced(cut);
    }

    /** Between two characters as a reader counts them; the cell says that it was cut. */
    private static String cut(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        // a look at the part around the cut is enough
        int most = LONGEST - ROOM_FOR_NOTE;
        characters.setText(text.substring(0, most + 1));
        return text.substring(0, characters.preceding(most + 1))
                + " … [ตัดข้อความ จากทั้งหมด %1$d ตัวอักษร / cut, of %1$d characters in all]".formatted(text.length());
    }

    // what XML 1.0 cannot hold; halves of a pair come in pairs, for nothing else is recorded
    private static boolean isXml(int unit) {
        return unit >= ' ' && unit < 0xFFFE || unit == '\t' || unit == '\n' || unit == '\r';
    }

    private static String replaced(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            if (!isXml(clean.charAt(i))) {
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean.toString();
    }
}
