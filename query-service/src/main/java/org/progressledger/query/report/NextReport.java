package org.progressledger.query.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ReportState;
import org.progressledger.query.projection.ReportViews.ReportView;

/**
 * Which report a form is about to hand in. The command service gives the number; this says which it will be.
 *
 * @param returned what was sent back under this number; null for a new one
 * @param previous the latest report that counts; null before the first
 */
record NextReport(
        int number,
        int revision,
        @Nullable ReportView returned,
        @Nullable ReportView previous) {

    /** @param reports by number, the first one first */
    static NextReport after(List<ReportView> reports) {
        ReportView previous = reports.stream()
                .filter(report -> report.state() != ReportState.RETURNED)
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (reports.isEmpty()) {
            return new NextReport(1, 1, null, null);
        }
        ReportView last = reports.getLast();
        return last.state() == ReportState.RETURNED
                ? new NextReport(last.reportNo(), last.revision() + 1, last, previous)
                : new NextReport(last.reportNo() + 1, 1, null, previous);
    }
}
