package org.progressledger.query.frame;

import java.util.ArrayList;
import java.util.List;

/** Where Thai words stand in a text of a page, whose special characters are written as references such as {@code &amp;}. */
final class ThaiWords {
    private static final int LATIN_BEHIND = 3;

    /** A part of a text. */
    record Piece(String text, boolean thai) {}

    private ThaiWords() {}

    /** Whether there is any Thai letter, vowel, tone or digit; the sign of the baht is written in any language. */
    static boolean in(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isThai(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a Thai text as a whole, though it may name something in Latin letters; at its end, more of it. */
    static boolean areMostOf(CharSequence text) {
        int thai = 0;
        int latin = 0;
        boolean beginsThai = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') {
                i = endOfReference(text, i);
            } else if (isThai(c)) {
                beginsThai |= latin == 0;
                thai++;
            } else if (isLatin(c)) {
                latin++;
            }
        }
        return thai > 0 && latin <= (beginsThai ? LATIN_BEHIND * thai : thai);
    }

    /** The text in its order: Thai words with what stands between them, and the rest. */
    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int told = 0;
        int i = 0;
        while (i < text.length()) {
            if (!isThai(text.charAt(i))) {
                i++;
                continue;
            }
            int end = endOfThai(text, i);
            add(pieces, text.substring(told, i), false);
            add(pieces, text.substring(i, end), true);
            told = end;
            i = end;
        }
        add(pieces, text.substring(told), false);
        return pieces;
    }

    /** After the last Thai character before Latin letters, a reference or the end. */
    private static int endOfThai(String text, int from) {
        int end = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isThai(c)) {
                end = i + 1;
            } else if (isLatin(c) || c == '&') {
                break;
            }
        }
        return end;
    }

    private static int endOfReference(CharSequence text, int from) {
        for (int i = from + 1; i < text.length() && i < from + 10; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return from;
    }

    private static void add(List<Piece> pieces, String text, boolean thai) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, thai));
        }
    }

    private static boolean isThai(char c) {
        return c >= '\u0E01' && c <= '\u0E5B' && c != '\u0E3F';
    }

    private static boolean isLatin(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
