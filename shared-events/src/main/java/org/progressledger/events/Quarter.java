package org.progressledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ไตรมาส: a quarter of a fiscal year. {@code 2564-Q1} runs from 1 October to 31 December 2020. */
public record Quarter(FiscalYear fiscalYear, int number) implements Comparable<Quarter> {
    private static final Pattern TEXT = Pattern.compile("([0-9]{4})-Q([1-4])");
    private static final Comparator<Quarter> ORDER =
            Comparator.comparing(Quarter::fiscalYear).thenComparing(Quarter::number);

    /** @throws IllegalArgumentException unless the number is 1 to 4 */
    public Quarter {
        Objects.requireNonNull(fiscalYear, "fiscalYear");
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("Not a quarter: " + number);
        }
    }

    /** The inverse of {@link #toString()}. @throws IllegalArgumentException unless written {@code 2564-Q1} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Quarter of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a quarter such as 2564-Q1: " + text);
        }
        return new Quarter(FiscalYear.of(Integer.parseInt(matcher.group(1))), Integer.parseInt(matcher.group(2)));
    }

    /** The quarter in which the date falls. */
    public static Quarter containing(LocalDate date) {
        return new Quarter(FiscalYear.containing(date), (date.getMonthValue() + 2) % 12 / 3 + 1);
    }

    public LocalDate startInclusive() {
        return fiscalYear.startInclusive().plusMonths(3L * (number - 1));
    }

    public LocalDate endExclusive() {
        return startInclusive().plusMonths(3);
    }

    @Override
    public int compareTo(Quarter other) {
        return ORDER.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return fiscalYear + "-Q" + number;
    }
}
