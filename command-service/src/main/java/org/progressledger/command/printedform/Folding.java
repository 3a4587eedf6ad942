package org.progressledger.command.printedform;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Text made even for matching, where each character knows where it came from: Thai digits become Arabic, SARA AM is
 * one character however it was typed, SARA AE too, glyphs of fonts become letters, marks stand in canonical order, marks without width are gone, and every white
 * space but tab and line feed is a space. The source itself stays as it is.
 */
final class Folding {
    private static final char NIKHAHIT = '\u0E4D';
    private static final char SARA_AA = '\u0E32';
    private static final char SARA_AM = '\u0E33';

    private final StringBuilder text;
    private int[] origin;

    private Folding(int length) {
        this.text = new StringBuilder(length);
        this.origin = new int[length + 1];
    }

    /** As the text of {@link #of(String)}, where entities are decoded first: their places lead back to the source. */
    static Folding of(Entities entities) {
        Folding folding = of(entities.text());
        for (int i = 0; i < folding.origin.length; i++) {
            int at = folding.origin[i];
            folding.origin[i] = entities.origin()[at];
        }
        return folding;
    }

    static Folding of(String printed) {
        String source = FontGlyphs.letters(printed);
        Folding folding = new Folding(source.length());
        int i = 0;
        while (i < source.length()) {
            int end = i + 1;
            if (isSaraAeInTwo(source, i)) {
                folding.add('แ', i);
                i += 2;
                continue;
            }
            while (end < source.length() && belongsToLetterBefore(source.charAt(end))) {
                end++;
            }
            folding.append(source, i, end);
            i = end;
        }
        folding.origin = Arrays.copyOf(folding.origin, folding.text.length() + 1);
        folding.origin[folding.text.length()] = source.length();
        return folding;
    }

    /** Typed or read as SARA E twice, which no word has. */
    private static boolean isSaraAeInTwo(String source, int at) {
        return source.charAt(at) == 'เ' && at + 1 < source.length() && source.charAt(at + 1) == 'เ';
    }

    String text() {
        return text.toString();
    }

    /** For each character its place in the source; one more entry, for the end. */
    int[] origin() {
        return origin;
    }

    private void append(String source, int from, int to) {
        if (to - from == 1) {
            char c = plain(source.charAt(from));
            if (!isInvisible(c)) {
                add(c, from);
            }
            return;
        }
        String cluster = evenCluster(source.substring(from, to));
        for (int k = 0; k < cluster.length(); k++) {
            add(plain(cluster.charAt(k)), Math.min(from + k, to - 1));
        }
    }

    private void add(char c, int from) {
        if (text.length() + 1 >= origin.length) {
            origin = Arrays.copyOf(origin, origin.length * 2);
        }
        origin[text.length()] = from;
        text.append(c);
    }

    private static String evenCluster(String cluster) {
        StringBuilder visible = new StringBuilder(cluster.length());
        for (int i = 0; i < cluster.length(); i++) {
            if (!isInvisible(cluster.charAt(i))) {
                visible.append(cluster.charAt(i));
            }
        }
        String even = Normalizer.normalize(visible, Normalizer.Form.NFC);
        int circle = even.indexOf(NIKHAHIT);
        if (circle >= 0 && even.charAt(even.length() - 1) == SARA_AA) {
            // consonant, nikhahit, tone mark, sara aa in any order: the tone mark stays before sara am
            return even.substring(0, circle) + even.substring(circle + 1, even.length() - 1) + SARA_AM;
        }
        return even;
    }

    /** SARA AA belongs to what stands before it only for the sake of a nikhahit, so it may be taken along always. */
    private static boolean belongsToLetterBefore(char c) {
        return c == SARA_AA || isInvisible(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isInvisible(char c) {
        return CleanText.isInvisible(c);
    }

    private static char plain(char c) {
        if (c >= '๐' && c <= '๙') {
            return (char) ('0' + (c - '๐'));
        }
        if (c >= '\uFF01' && c <= '\uFF5E') {
            // of full width: the same letters, digits and signs
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\n', '\t' -> c;
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u2236', '\uFE55', '\uA789' -> ':';
            case '\u2044', '\u2215' -> '/';
            case '\uFE6A' -> '%';
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ' || c == '\u0085' ? ' ' : c;
        };
    }
}
