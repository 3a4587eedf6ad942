package org.progressledger.query.printouts;

import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without its spaces, its markup and its invisible letters, and with one spelling of sara am: words are found in it
 * however a form breaks its lines. It remembers where each letter stands.
 */
final class Loose {
    /** Markup of the source system, such as {@code <p>}. */
    static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\\s[^<>]{0,60})?/?>");

    private static final char NIKHAHIT = '\u0E4D';
    private static final char SARA_AA = '\u0E32';
    private static final char SARA_AM = '\u0E33';

    private final StringBuilder letters = new StringBuilder();
    private final int[] from;
    private final int[] until;

    private Loose(String text) {
        from = new int[text.length()];
        until = new int[text.length()];
        Matcher tag = TAG.matcher(text);
        int at = 0;
        while (tag.find()) {
            add(text, at, tag.start());
            at = tag.end();
        }
        add(text, at, text.length());
    }

    static Loose of(String text) {
        return new Loose(text);
    }

    private void add(String text, int first, int end) {
        for (int i = first; i < end; i++) {
            char letter = text.charAt(i);
            if (letter == NIKHAHIT && i + 1 < end && text.charAt(i + 1) == SARA_AA) {
                keep(SARA_AM, i, i + 2);
                i++;
            } else if (!Character.isWhitespace(letter)
                    && !Character.isSpaceChar(letter)
                    && Character.getType(letter) != Character.FORMAT) {
                keep(letter, i, i + 1);
            }
        }
    }

    private void keep(char letter, int first, int end) {
        from[letters.length()] = first;
        until[letters.length()] = end;
        letters.append(letter);
    }

    /** The letters alone. */
    String letters() {
        return letters.toString();
    }

    /** Tells each place of the text at which the pattern, written without spaces, is found. */
    void find(Pattern pattern, IntConsumer place) {
        Matcher found = pattern.matcher(letters);
        while (found.find()) {
            if (found.end() > found.start()) {
                for (int i = from[found.start()]; i < until[found.end() - 1]; i++) {
                    place.accept(i);
                }
            }
        }
    }
}
