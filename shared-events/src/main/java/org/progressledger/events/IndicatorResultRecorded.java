package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ผลตัวชี้วัดรายไตรมาส: what an indicator measured in a quarter. A later statement for the same quarter takes the place of
 * an earlier one; both are kept.
 *
 * @param result null where the paper leaves it blank: blank is not 0
 * @param narrative what is said of it, where something is
 * @param statedOn the day of the statement, where told
 */
public record IndicatorResultRecorded(
        ProjectCode project,
        IndicatorId indicator,
        Quarter quarter,
        @Nullable Measurement result,
        @Nullable String narrative,
        @Nullable LocalDate statedOn)
        implements ProjectEvent {

    /** @throws IllegalArgumentException if neither a result nor a narrative is stated */
    public IndicatorResultRecorded {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(quarter, "quarter");
        if (result == null && narrative == null) {
            throw new IllegalArgumentException("Neither a result nor a narrative is stated");
        }
    }
}
