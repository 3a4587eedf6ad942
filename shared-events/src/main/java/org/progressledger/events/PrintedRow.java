package org.progressledger.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an imported report stood on paper, where that differs from what it says.
 *
 * @param labelNo the number of the row label in which the report's date stands; page breaks let it slip: never trust it
 * @param narrative the narrative with its markup and line ends
 * @param schedule the words for the schedule
 * @param target the words for the target
 */
public record PrintedRow(@Nullable Integer labelNo, String narrative, String schedule, String target) {
    public PrintedRow {
        Objects.requireNonNull(narrative, "narrative");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(target, "target");
    }
}
