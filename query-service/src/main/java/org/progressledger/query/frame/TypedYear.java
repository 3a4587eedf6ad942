package org.progressledger.query.frame;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fiscal year as a person types it or an address holds it: {@code 2564}, {@code 2021}, in Thai digits, too. */
public final class TypedYear {
    private static final Pattern TYPED = Pattern.compile("\\p{Nd}{4}");
    private static final int FIRST_BUDDHIST_YEAR = 2400;
    private static final int BUDDHIST_ERA = 543;

    private TypedYear() {}

    /** The Buddhist year in ASCII digits; what is no year of four digits stays as it is, for whoever reads it to refuse. */
    public static String buddhist(String typed) {
        Matcher year = TYPED.matcher(typed.strip());
        if (!year.matches()) {
            return typed.strip();
        }
        int given = Integer.parseInt(year.group());
        return Integer.toString(given < FIRST_BUDDHIST_YEAR ? given + BUDDHIST_ERA : given);
    }
}
