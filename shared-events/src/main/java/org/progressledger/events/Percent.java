package org.progressledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** ความก้าวหน้าของงาน: how much of the work is done, 0.00 to 100.00 both included, always with two decimals. */
public record Percent(@JsonValue BigDecimal value) implements Comparable<Percent> {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static final Percent ZERO = new Percent(BigDecimal.ZERO);

    /** @throws IllegalArgumentException outside 0..100, or with more than two decimals that are not zero */
    public Percent {
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            // in scientific notation: written out, 1e999999999 fills the memory
            throw new IllegalArgumentException("Not a percentage between 0 and 100: " + value);
        }
        value = Decimals.exact("A percentage", value, 2);
    }

    /** The inverse of {@link #toString()}: {@code "86.4"} is 86.40. */
    public static Percent of(String text) {
        return new Percent(new BigDecimal(text));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Percent of(BigDecimal value) {
        return new Percent(value);
    }

    /** What was gained over the other percentage, in points from -100.00 to 100.00. */
    public BigDecimal pointsAbove(Percent other) {
        return value.subtract(other.value);
    }

    public boolean isBelow(Percent other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Percent other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
