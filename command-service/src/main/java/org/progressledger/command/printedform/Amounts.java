package org.progressledger.command.printedform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;

/** Amounts and percentages as printed: {@code 1,250,000}, {@code 4,500.-}, {@code 0}; {@code 15}, {@code 62.5}, {@code 40.00}. */
final class Amounts {
    /** An amount in a text; what follows it ({@code .-}, บาท) included. */
    static final String BAHT = "(?<baht>[0-9][0-9,]{0,24}(?:\\.[0-9]{1,4})?)(?:\\s?\\.?\\s?-+(?![0-9]))?(?:\\s*บาท)?";

    private static final Pattern GROUPED =
            Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?");
    /** Satang have two; with three the point may be meant to part thousands. */
    private static final Pattern THREE_DECIMALS = Pattern.compile("\\.[0-9]{3}$");

    private static final Pattern PERCENTAGE = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,6})?");

    private Amounts() {}

    /** Null if commas or points stand where none belong, or the amount is beyond what can be. */
    static @Nullable Baht baht(String written) {
        Matcher grouped = GROUPED.matcher(written);
        if (!grouped.matches() || THREE_DECIMALS.matcher(written).find()) {
            return null;
        }
        try {
            return Baht.of(written.replace(",", ""));
        } catch (IllegalArgumentException beyond) {
            return null;
        }
    }

    /** Null if it is no percentage between 0 and 100. */
    static @Nullable Percent percent(String written) {
        if (!PERCENTAGE.matcher(written).matches()) {
            return null;
        }
        try {
            return Percent.of(written);
        } catch (IllegalArgumentException beyond) {
            return null;
        }
    }
}
