package org.progressledger.command.printedform;

/**
 * Thai fonts keep shifted forms of marks in the private area U+F700 to U+F71A, and converters hand these on. Each is one of
 * Unicode's letters; in this order.
 */
final class FontGlyphs {
    private static final char FIRST = '\uF700';
    private static final String LETTERS = "ฐ"
            + "\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C"
            + "ญ"
            + "\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A";

    private FontGlyphs() {}

    static boolean isGlyph(char c) {
        return c >= FIRST && c < FIRST + LETTERS.length();
    }

    /** The letter of a glyph; any other character is itself. */
    static char letter(char c) {
        return isGlyph(c) ? LETTERS.charAt(c - FIRST) : c;
    }

    /** A text with letters in the place of glyphs. */
    static String letters(String text) {
        StringBuilder letters = null;
        for (int i = 0; i < text.length(); i++) {
            if (isGlyph(text.charAt(i))) {
                letters = letters == null ? new StringBuilder(text) : letters;
                letters.setCharAt(i, letter(text.charAt(i)));
            }
        }
        return letters == null ? text : letters.toString();
    }
}
