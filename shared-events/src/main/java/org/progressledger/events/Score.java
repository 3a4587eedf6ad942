package org.progressledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * คะแนนประเมิน: what the coordinators give for a quarter, 0.00 to 9,999.99, with two decimals. Its scale is theirs; it is no
 * percentage of work done.
 */
public record Score(@JsonValue BigDecimal value) implements Comparable<Score> {
    public static final BigDecimal MOST = new BigDecimal("9999.99");

    /** @throws IllegalArgumentException if negative, above {@link #MOST} or finer than two decimals */
    public Score {
        if (value.signum() < 0 || value.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("Not a score between 0 and " + MOST + ": " + value);
        }
        value = Decimals.exact("A score", value, 2);
    }

    /** The inverse of {@link #toString()}. */
    public static Score of(String text) {
        return new Score(new BigDecimal(text));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Score of(BigDecimal value) {
        return new Score(value);
    }

    @Override
    public int compareTo(Score other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
