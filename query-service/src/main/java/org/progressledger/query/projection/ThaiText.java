package org.progressledger.query.projection;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Thai words for searching, ordering and telling dates; the rules come from a pinned ICU, so any machine agrees. */
public final class ThaiText {
    private static final int GRAM = 3;
    private static final int BUDDHIST_ERA = 543;
    private static final List<String> MONTHS =
            List.of("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.");
    private static final Pattern WITHOUT_WIDTH = Pattern.compile("[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]");
    // nikhahit and sara aa with the tone mark before, between or nowhere
    private static final Pattern SARA_AM_IN_PIECES =
            Pattern.compile("([\u0E48-\u0E4B]?)\u0E4D([\u0E48-\u0E4B]?)\u0E32");
    private static final Pattern TONE_AFTER_SARA_AM = Pattern.compile("\u0E33([\u0E48-\u0E4B])");
    private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");
    private static final char THAI_ZERO = '\u0E50';
    private static final char THAI_NINE = '\u0E59';
    private static final Collator ORDER = frozen();

    private ThaiText() {}

    private static Collator frozen() {
        RuleBasedCollator collator = (RuleBasedCollator) Collator.getInstance(new ULocale("th"));
        collator.setStrength(Collator.TERTIARY);
        return collator.freeze();
    }

    /**
     * For matching, never for showing: NFC, sara am in one piece with its tone mark before it, Arabic digits, lower case,
     * marks without width gone, one space.
     */
    public static String folded(String text) {
        String plain = WITHOUT_WIDTH.matcher(text).replaceAll("");
        String nfc = Normalizer.normalize(plain, Normalizer.Form.NFC);
        String oneSaraAm = SARA_AM_IN_PIECES.matcher(nfc).replaceAll("$1$2\u0E33");
        oneSaraAm = TONE_AFTER_SARA_AM.matcher(oneSaraAm).replaceAll("$1\u0E33");
        return arabicDigits(SPACES.matcher(oneSaraAm).replaceAll(" ")).strip().toLowerCase(Locale.ROOT);
    }

    private static String arabicDigits(String text) {
        StringBuilder arabic = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            arabic.append(c >= THAI_ZERO && c <= THAI_NINE ? (char) (c - THAI_ZERO + '0') : c);
        }
        return arabic.toString();
    }

    /** Every three characters in a row of the folded text: what an index can find. */
    public static Set<String> trigrams(String folded) {
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + GRAM <= folded.length(); i++) {
            grams.add(folded.substring(i, i + GRAM));
        }
        return grams;
    }

    /** Sorts as the Thai dictionary does: hexadecimal, compared as text. */
    static String sortKey(String text) {
        return HexFormat.of().formatHex(ORDER.getCollationKey(text).toByteArray());
    }

    /** {@code 30 ส.ค. 2564}. */
    public static String date(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " "
                + (date.getYear() + BUDDHIST_ERA);
    }

    /** {@code ส.ค. 2564}. */
    static String month(YearMonth month) {
        return MONTHS.get(month.getMonthValue() - 1) + " " + (month.getYear() + BUDDHIST_ERA);
    }
}
