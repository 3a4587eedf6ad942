package org.progressledger.command.printedform;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The same words in an even layout: what changes is white space and marks without width, never a word. */
final class CleanText {
    private static final int EXCERPT = 120;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\u0085]+");

    private CleanText() {}

    /** Marks without width, marks of direction, and NUL: they part no letters and are no words. */
    static boolean isInvisible(char c) {
        return c == '\u0000'
                || c == '\u00AD'
                || c == '\u061C'
                || c == '\u180E'
                || c == '\uFEFF'
                || (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u206F' && c != '\u2065')
                || (c >= '\uFFF9' && c <= '\uFFFB');
    }

    /** On one line. */
    static String line(String text) {
        return SPACES.matcher(visible(text)).replaceAll(" ").strip();
    }

    /** Line by line; blank lines are left out. */
    static String lines(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (String part : text.split("[\n\u000B]", -1)) {
            String one = line(part);
            if (!one.isEmpty()) {
                clean.append(clean.isEmpty() ? "" : "\n").append(one);
            }
        }
        return clean.toString();
    }

    /** At most {@value #EXCERPT} characters of it, for a message; cut between whole letters. */
    static String excerpt(String text) {
        String line = line(text);
        if (line.length() <= EXCERPT) {
            return line;
        }
        int end = EXCERPT;
        while (end > 1 && continuesLetter(line.charAt(end))) {
            end--;
        }
        return line.substring(0, end) + "…";
    }

    private static boolean continuesLetter(char next) {
        return Character.getType(next) == Character.NON_SPACING_MARK
                || next == '\u0E33'
                || Character.isLowSurrogate(next);
    }

    /** Composed canonically (never by compatibility, which would break SARA AM), without marks that have no width. */
    private static String visible(String printed) {
        String text = FontGlyphs.letters(printed);
        int at = 0;
        while (at < text.length() && !isInvisible(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
        StringBuilder visible = new StringBuilder(text.length()).append(text, 0, at);
        for (; at < text.length(); at++) {
            if (!isInvisible(text.charAt(at))) {
                visible.append(text.charAt(at));
            }
        }
        return Normalizer.normalize(visible, Normalizer.Form.NFC);
    }
}
