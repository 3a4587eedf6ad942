package org.progressledger.query.projection;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.progressledger.events.ThaiSpelling;

/** Thai words for searching, ordering and telling dates; the rules come from a pinned ICU, so any machine agrees. */
public final class ThaiText {
    private static final int GRAM = 3;
    private static final int BUDDHIST_ERA = 543;
    private static final List<String> MONTHS =
            List.of("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.");
    private static final Collator ORDER = frozen();

    private ThaiText() {}

    private static Collator frozen() {
        RuleBasedCollator collator = (RuleBasedCollator) Collator.getInstance(new ULocale("th"));
        collator.setStrength(Collator.TERTIARY);
        return collator.freeze();
    }

    /** For matching, never for showing. */
    public static String folded(String text) {
        return ThaiSpelling.folded(text);
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
    public static String month(YearMonth month) {
        return MONTHS.get(month.getMonthValue() - 1) + " " + (month.getYear() + BUDDHIST_ERA);
    }
}
