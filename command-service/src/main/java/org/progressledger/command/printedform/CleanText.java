package org.progressledger.command.printedform;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The same words in an even layout: what changes is white space and marks without width, never a word. */
final class CleanText {
    private static final int EXCERPT = 120;
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B-\u200F\u2060\uFEFF\u00AD]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\u0085]+");

    private CleanText() {}

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
    private static String visible(String text) {
        return Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    }
}
