package org.progressledger.query.frame;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** The beginning, or the end, of words that are too long to be read in a list. */
public final class Excerpt {
    private static final int LONG = 320;
    private static final int SHORT = 200;

    private Excerpt() {}

    /** Whether it is so long that a list shows its beginning only. */
    public static boolean isLong(String words) {
        return words.length() > LONG;
    }

    /** The words themselves where they are short, else their beginning. */
    public static String of(String words) {
        return isLong(words) ? beginning(words, SHORT).replace('\n', ' ') + "…" : words;
    }

    /** As many characters as people see them, at most; never cut below a vowel. */
    public static String beginning(String words, int most) {
        return words.length() <= most
                ? words
                : words.substring(0, characters(words).preceding(most + 1));
    }

    /** The same from the end. */
    public static String end(String words, int most) {
        return words.length() <= most
                ? words
                : words.substring(characters(words).following(words.length() - most - 1));
    }

    private static BreakIterator characters(String words) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.forLanguageTag("th"));
        characters.setText(words);
        return characters;
    }
}
