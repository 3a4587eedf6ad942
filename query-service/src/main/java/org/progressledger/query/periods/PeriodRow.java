package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.projection.ProjectView.PeriodView;

/**
 * One project beside the periods of a year.
 *
 * @param name as it is called today
 * @param status today's
 * @param period its time, on the day that is asked for
 * @param allocated its budget then, in baht
 * @param cells one of each column
 * @param spending of the measure {@code spent} only
 * @param reportsOutside reports that no column shows
 * @param exceptions what is worth a look
 * @param ledgerPosition that the row reflects
 */
record PeriodRow(
        String projectCode,
        String name,
        RowAgency agency,
        ProjectStatus status,
        PeriodView period,
        BigDecimal allocated,
        List<Cell> cells,
        @Nullable Spending spending,
        ReportsOutside reportsOutside,
        List<Anomaly> exceptions,
        long ledgerPosition) {

    /** An agency as the form names it, and as the register does. */
    record RowAgency(String code, String name, String mainCode, String registerName) {}

    /** Reports that count, dated before and after the fiscal year. */
    record ReportsOutside(long before, long after) {}
}
