package org.progressledger.command.pdf;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Spelling of Thai as it comes out of a PDF: marks in the order in which they are typed, sara am in one piece, and the
 * letters that old Thai fonts keep in a private area.
 */
final class ThaiLetters {
    private static final char NIKHAHIT = '\u0E4D';
    private static final char SARA_AA = '\u0E32';
    private static final char SARA_AM = '\u0E33';
    private static final char FIRST_PRIVATE = '\uF700';
    /** U+F700 to U+F71A: letters without their foot, and marks moved left or down, as Windows' Thai fonts number them. */
    private static final String PRIVATE =
            "\u0E10\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E0D"
                    + "\u0E31\u0E4D\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A";

    private static final Pattern AM_BEFORE_TONE = Pattern.compile("\u0E33([\u0E48-\u0E4B])");

    private ThaiLetters() {}

    static boolean isMark(int letter) {
        return letter == 0x0E31
                || (letter >= 0x0E34 && letter <= 0x0E3A)
                || (letter >= 0x0E47 && letter <= 0x0E4E)
                || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    static boolean isThai(int letter) {
        return letter >= 0x0E01 && letter <= 0x0E4E && letter != 0x0E3F;
    }

    /** A font's letters as Unicode has them, without what would end a line: lines are counted. */
    static String known(String letters) {
        StringBuilder known = new StringBuilder();
        letters.codePoints().filter(letter -> !endsLine(letter)).forEach(letter -> {
            int at = letter - FIRST_PRIVATE;
            known.appendCodePoint(at >= 0 && at < PRIVATE.length() ? PRIVATE.charAt(at) : letter);
        });
        return known.toString();
    }

    private static boolean endsLine(int letter) {
        return Character.isISOControl(letter)
                || letter == 0x2028
                || letter == 0x2029
                || Character.getType(letter) == Character.SURROGATE;
    }

    /** The marks over and under one letter: the vowel first, then the tone. */
    static String inOrder(List<String> marks) {
        StringBuilder all = new StringBuilder();
        marks.forEach(all::append);
        return all.chars()
                .boxed()
                .sorted(Comparator.comparingInt(ThaiLetters::rank))
                .collect(StringBuilder::new, (text, mark) -> text.append((char) mark.intValue()), StringBuilder::append)
                .toString();
    }

    private static int rank(int mark) {
        return mark >= 0x0E47 && mark <= 0x0E4C ? 2 : mark == NIKHAHIT ? 1 : 0;
    }

    /** What ends in a nikhahit, tone or not, and goes on with sara aa has a sara am there. */
    static String joined(String letters) {
        StringBuilder text = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            int ring = letter == SARA_AA ? ringBefore(text) : -1;
            if (ring >= 0) {
                text.deleteCharAt(ring).append(SARA_AM);
            } else {
                text.append(letter);
            }
        }
        return AM_BEFORE_TONE.matcher(text).replaceAll("$1\u0E33");
    }

    private static int ringBefore(StringBuilder text) {
        int at = text.length() - 1;
        while (at >= 0 && text.charAt(at) >= '\u0E48' && text.charAt(at) <= '\u0E4B') {
            at--;
        }
        return at >= 0 && text.charAt(at) == NIKHAHIT ? at : -1;
    }
}
