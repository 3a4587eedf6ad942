package org.progressledger.events;

import java.time.YearMonth;
import java.util.Objects;

/** How much of the work is planned to be done by the end of a month. */
public record PlannedMonth(YearMonth month, Percent percent) {
    public PlannedMonth {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(percent, "percent");
    }
}
