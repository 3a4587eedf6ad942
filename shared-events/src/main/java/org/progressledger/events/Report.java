package org.progressledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * รายงานความก้าวหน้าครั้งที่ n as it stands after its corrections.
 *
 * @param content what it says now
 * @param printed how it stood on paper, for imported reports
 * @param reported the fact that brought it
 * @param corrections the facts that changed it, in the order in which they were recorded
 */
public record Report(
        int reportNo,
        int revision,
        ReportState state,
        LocalDate reportedOn,
        ReportContent content,
        @Nullable PrintedRow printed,
        Fact reported,
        PVector<Fact> corrections) {

    Report corrected(ReportContent after, Fact correction) {
        return new Report(
                reportNo,
                revision,
                ReportState.CORRECTED,
                reportedOn,
                after,
                printed,
                reported,
                corrections.plus(correction));
    }

    /** Whether its percentage counts: a returned report's does not. */
    public boolean counts() {
        return state != ReportState.RETURNED;
    }
}
