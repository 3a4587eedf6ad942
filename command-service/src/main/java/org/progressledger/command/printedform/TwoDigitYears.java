package org.progressledger.command.printedform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** {@code 5/3/64} is of the Buddhist year 2564, or else of the year 2064: one choice for the whole form. */
final class TwoDigitYears {
    static final String READING = "two-digit-years";
    private static final String BUDDHIST = "buddhist";
    private static final String GREGORIAN = "gregorian";
    private static final int GREGORIAN_CENTURY = 2000;
    private static final int BUDDHIST_CENTURY = 2500;
    private static final int ERA = 543;

    private TwoDigitYears() {}

    /** @param buddhist the date if the year is 25xx of the Buddhist era */
    static LocalDate choose(LocalDate buddhist, String printed, int line, Readings readings) {
        LocalDate gregorian;
        try {
            int year = GREGORIAN_CENTURY + buddhist.getYear() + ERA - BUDDHIST_CENTURY;
            gregorian = LocalDate.of(year, buddhist.getMonth(), buddhist.getDayOfMonth());
        } catch (DateTimeException noLeapYear) {
            return buddhist;
        }
        int taken = readings.choose(
                READING,
                "dates",
                null,
                List.of(
                        new Reading.Option(BUDDHIST, printed + " = " + buddhist, line),
                        new Reading.Option(GREGORIAN, printed + " = " + gregorian, line)),
                0);
        return taken == 0 ? buddhist : gregorian;
    }
}
