package org.progressledger.query.periods;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.progressledger.events.Period;

/**
 * A month or a quarter.
 *
 * @param name {@code 2020-10} or {@code 2564-Q1}
 */
record Column(String name, LocalDate startInclusive, LocalDate endExclusive) {

    boolean contains(LocalDate date) {
        return !date.isBefore(startInclusive) && date.isBefore(endExclusive);
    }

    LocalDate lastDay() {
        return endExclusive.minusDays(1);
    }

    /** Whether a day of it lies in the period. */
    boolean overlaps(Period period) {
        return period.startsOn().isBefore(endExclusive) && !period.endsOn().isBefore(startInclusive);
    }

    /** Whether it is over on that day: on the day after its last. */
    boolean isOverOn(LocalDate day) {
        return !endExclusive.isAfter(day);
    }

    boolean hasBegunOn(LocalDate day) {
        return !startInclusive.isAfter(day);
    }

    /** Its months as columns of their own. */
    List<Column> months() {
        return Stream.iterate(
                        Cut.MONTH.containing(startInclusive),
                        month -> month.startInclusive().isBefore(endExclusive),
                        month -> Cut.MONTH.containing(month.endExclusive()))
                .toList();
    }

    boolean contains(YearMonth month) {
        return contains(month.atDay(1));
    }
}
