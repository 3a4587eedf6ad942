package org.progressledger.events;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * เปิดให้รายงานย้อนหลัง: a month may be reported after its deadline. By whom and why is told with the event.
 *
 * @param month the month whose report is late
 * @param untilInclusive the last day on which it may be handed in
 */
public record LateWindowOpened(ProjectCode project, YearMonth month, LocalDate untilInclusive) implements ProjectEvent {

    public LateWindowOpened {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(untilInclusive, "untilInclusive");
    }
}
