package org.progressledger.query.periods;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Quarter;

/** How a fiscal year is cut into columns. */
enum Cut {
    MONTH {
        @Override
        Column containing(LocalDate date) {
            YearMonth month = YearMonth.from(date);
            return new Column(
                    month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
        }
    },
    QUARTER {
        @Override
        Column containing(LocalDate date) {
            Quarter quarter = Quarter.containing(date);
            return new Column(quarter.toString(), quarter.startInclusive(), quarter.endExclusive());
        }
    };

    /** The column in which a day lies, of whichever year. */
    abstract Column containing(LocalDate date);

    /** The columns of a fiscal year, from October on. */
    List<Column> of(FiscalYear year) {
        return Stream.iterate(
                        containing(year.startInclusive()),
                        column -> column.startInclusive().isBefore(year.endExclusive()),
                        column -> containing(column.endExclusive()))
                .toList();
    }
}
