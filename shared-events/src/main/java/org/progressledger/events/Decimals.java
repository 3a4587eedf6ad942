package org.progressledger.events;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How every decimal of a fact is held: exact, with a fixed number of decimals; finer ones are refused, never rounded. */
final class Decimals {
    /** Zeros may follow; rounding 1e-999999999 would take for ever. */
    private static final int MOST_DECIMALS = 100;

    private Decimals() {}

    /**
     * The same number with exactly so many decimals.
     *
     * @param what opens the sentence of the refusal: "A percentage"
     * @throws IllegalArgumentException if it is finer
     */
    static BigDecimal exact(String what, BigDecimal value, int decimals) {
        if (value.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException(tooFine(what, value, decimals));
        }
        try {
            return value.setScale(decimals, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException finer) {
            throw new IllegalArgumentException(tooFine(what, value, decimals), finer);
        }
    }

    private static String tooFine(String what, BigDecimal value, int decimals) {
        return what + " has " + (decimals == 2 ? "two" : Integer.toString(decimals)) + " decimals at most: " + value;
    }
}
