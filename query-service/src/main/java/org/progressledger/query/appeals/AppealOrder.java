package org.progressledger.query.appeals;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** By what the queue is put in order; between equals the project's code decides, then the place within the project. */
enum AppealOrder {
    /** The younger one first. */
    AGE(Comparator.comparing(Queued::since).reversed()),
    FILED_ON(Comparator.comparing(appeal -> orFirst(appeal.filedOn()))),
    DECIDED_ON(Comparator.comparing(appeal -> orFirst(appeal.decidedOn()))),
    /** In the order of their names. */
    STATUS(Comparator.comparing(appeal -> appeal.status().name())),
    PROJECT_CODE(Comparator.comparing(Queued::projectCode));

    private final Comparator<Queued> byKey;

    AppealOrder(Comparator<Queued> byKey) {
        this.byKey = byKey;
    }

    /**
     * Of appeals that stand by place within each project, for a sort that leaves equals as they are.
     *
     * @param turned whether the asker wants it the other way round
     */
    Comparator<Queued> comparator(boolean turned) {
        return (turned ? byKey.reversed() : byKey).thenComparing(Queued::projectCode);
    }

    /** Without a date it comes before all others. */
    private static LocalDate orFirst(@Nullable LocalDate date) {
        return date == null ? LocalDate.MIN : date;
    }
}
