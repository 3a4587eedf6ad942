package org.progressledger.events;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One word typed in different ways: {@code สํานัก} (U+0E4D U+0E32) and {@code สำนัก} (U+0E33) look alike and are different
 * text. Wherever names are matched they are matched by this.
 */
public final class ThaiSpelling {
    // zero width, bidi marks, embeddings, isolates, word joiner, soft hyphen
    private static final Pattern WITHOUT_WIDTH =
            Pattern.compile("[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]");
    // nikhahit and sara aa with the tone mark before, between or nowhere
    private static final Pattern SARA_AM_IN_PIECES =
            Pattern.compile("([\u0E48-\u0E4B]?)\u0E4D([\u0E48-\u0E4B]?)\u0E32");
    private static final Pattern TONE_AFTER_SARA_AM = Pattern.compile("\u0E33([\u0E48-\u0E4B])");
    private static final Pattern SPACES = Pattern.compile("[\\s\\h\u0085\u2028\u2029]+");
    // two sara e look like one sara ae, and never stand together otherwise
    private static final String TWO_SARA_E = "\u0E40\u0E40";
    private static final String SARA_AE = "\u0E41";
    private static final char THAI_ZERO = '\u0E50';
    private static final char THAI_NINE = '\u0E59';

    private ThaiSpelling() {}

    /**
     * Fit to be shown: NFC, sara am in one piece with its tone mark before it, marks without width gone, one space between
     * words and none around them. Digits and capitals stay.
     */
    public static String composed(String text) {
        String plain = WITHOUT_WIDTH.matcher(text).replaceAll("");
        String nfc = Normalizer.normalize(plain, Normalizer.Form.NFC);
        String oneSaraAm = SARA_AM_IN_PIECES.matcher(nfc).replaceAll("$1$2\u0E33");
        oneSaraAm = TONE_AFTER_SARA_AM.matcher(oneSaraAm).replaceAll("$1\u0E33");
        return SPACES.matcher(oneSaraAm.replace(TWO_SARA_E, SARA_AE))
                .replaceAll(" ")
                .strip();
    }

    /** For matching, never for showing: {@link #composed}, with Arabic digits and in lower case. */
    public static String folded(String text) {
        return arabicDigits(composed(text)).toLowerCase(Locale.ROOT);
    }

    private static String arabicDigits(String text) {
        StringBuilder arabic = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            arabic.append(c >= THAI_ZERO && c <= THAI_NINE ? (char) (c - THAI_ZERO + '0') : c);
        }
        return arabic.toString();
    }
}
