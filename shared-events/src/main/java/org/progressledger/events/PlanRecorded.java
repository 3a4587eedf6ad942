package org.progressledger.events;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * แผนการดำเนินงาน: the planned percentage by month. A later plan takes the place of an earlier one; both are kept.
 *
 * @param effectiveOn from when it holds, where told
 * @param months in ascending order, each once; the percentages do not fall
 */
public record PlanRecorded(
        ProjectCode project,
        @Nullable LocalDate effectiveOn,
        List<PlannedMonth> months,
        @Nullable Letter letter) implements ProjectEvent {

    /** @throws IllegalArgumentException if no month is planned, months do not ascend, or a percentage falls */
    public PlanRecorded {
        Objects.requireNonNull(project, "project");
        months = List.copyOf(months);
        if (months.isEmpty()) {
            throw new IllegalArgumentException("A plan names a month at least");
        }
        for (int i = 1; i < months.size(); i++) {
            YearMonth before = months.get(i - 1).month();
            if (!before.isBefore(months.get(i).month())) {
                throw new IllegalArgumentException("Months of a plan ascend: " + before + " stands before "
                        + months.get(i).month());
            }
            if (months.get(i).percent().isBelow(months.get(i - 1).percent())) {
                throw new IllegalArgumentException(
                        "A plan does not fall, as in " + months.get(i).month());
            }
        }
    }
}
