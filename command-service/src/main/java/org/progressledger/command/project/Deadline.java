package org.progressledger.command.project;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when a month is reported.
 *
 * @param daysAfterMonth days after the month's last day; null where the office sets no deadline
 */
record Deadline(@Nullable Integer daysAfterMonth) {
    static final Deadline NONE = new Deadline(null);

    /** The last day on which that month is reported without a late window; empty where there is no deadline. */
    Optional<LocalDate> of(YearMonth month) {
        return Optional.ofNullable(daysAfterMonth)
                .map(days -> month.atEndOfMonth().plusDays(days));
    }
}
