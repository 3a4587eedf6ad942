package org.progressledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** บาท: an amount of public money, never negative, with two decimals, up to {@link #MOST}. */
public record Baht(@JsonValue BigDecimal value) implements Comparable<Baht> {
    /** More than the city's yearly budget a thousand times over: beyond it an amount is a slip of the pen. */
    public static final BigDecimal MOST = new BigDecimal("99999999999999.99");

    public static final Baht ZERO = new Baht(BigDecimal.ZERO);

    /** @throws IllegalArgumentException if negative, above {@link #MOST} or finer than a satang */
    public Baht {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("Not an amount of money: " + value);
        }
        if (value.precision() - value.scale() > 14 || value.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("Beyond the largest amount, " + MOST.toPlainString() + " baht");
        }
        value = Decimals.exact("An amount", value, 2);
    }

    /** The inverse of {@link #toString()}, without thousands commas. */
    public static Baht of(String text) {
        return new Baht(new BigDecimal(text));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Baht of(BigDecimal value) {
        return new Baht(value);
    }

    /** The amount in satang (1/100 baht), exact: for sums in a database. */
    public long satang() {
        return value.movePointRight(2).longValueExact();
    }

    @Override
    public int compareTo(Baht other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
