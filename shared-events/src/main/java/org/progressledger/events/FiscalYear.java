package org.progressledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;

/**
 * ปีงบประมาณ พ.ศ.: named by its Buddhist year, as the office does. FY 2564 runs from 1 October 2020 to 30 September 2021.
 */
public record FiscalYear(@JsonValue int buddhistYear) implements Comparable<FiscalYear> {
    private static final int BUDDHIST_ERA = 543;
    private static final int EARLIEST = 2475;
    private static final int LATEST = 2700;

    /** @throws IllegalArgumentException outside 2475..2700, both included: a Gregorian year is refused, not guessed */
    public FiscalYear {
        if (buddhistYear < EARLIEST || buddhistYear > LATEST) {
            throw new IllegalArgumentException("Not a Buddhist fiscal year: " + buddhistYear);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FiscalYear of(int buddhistYear) {
        return new FiscalYear(buddhistYear);
    }

    /** The fiscal year in which the date falls. */
    public static FiscalYear containing(LocalDate date) {
        return new FiscalYear(date.getYear() + BUDDHIST_ERA + (date.getMonthValue() >= 10 ? 1 : 0));
    }

    /** 1 October of the year before. */
    public LocalDate startInclusive() {
        return LocalDate.of(buddhistYear - BUDDHIST_ERA - 1, 10, 1);
    }

    /** 1 October of the next fiscal year. */
    public LocalDate endExclusive() {
        return startInclusive().plusYears(1);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(startInclusive()) && date.isBefore(endExclusive());
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(buddhistYear, other.buddhistYear);
    }

    @Override
    public String toString() {
        return Integer.toString(buddhistYear);
    }
}
