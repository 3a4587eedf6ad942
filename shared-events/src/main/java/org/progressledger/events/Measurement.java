package org.progressledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * ผลตัวชี้วัด: what an indicator measured, in the indicator's own unit. It may exceed 100, may fall and may be negative: it
 * is no percentage of work done. Two decimals, or up to four where they are needed.
 */
public record Measurement(@JsonValue BigDecimal value) implements Comparable<Measurement> {
    public static final BigDecimal MOST = new BigDecimal("999999999999.9999");
    private static final int MOST_DECIMALS = 4;

    /** @throws IllegalArgumentException beyond {@link #MOST} in either direction, or finer than four decimals */
    public Measurement {
        if (value.compareTo(MOST) > 0 || value.compareTo(MOST.negate()) < 0) {
            throw new IllegalArgumentException("Beyond the largest result, " + MOST + ": " + value);
        }
        BigDecimal exact = Decimals.exact("A result", value, MOST_DECIMALS);
        value = exact.stripTrailingZeros().scale() > 2 ? exact.stripTrailingZeros() : exact.setScale(2);
    }

    /** The inverse of {@link #toString()}, without thousands commas. */
    public static Measurement of(String text) {
        return new Measurement(new BigDecimal(text));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Measurement of(BigDecimal value) {
        return new Measurement(value);
    }

    @Override
    public int compareTo(Measurement other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
