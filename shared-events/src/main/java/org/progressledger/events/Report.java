package org.progressledger.events;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * รายงานความก้าวหน้าครั้งที่ n as it stands after its corrections, with what was handed in under its number before.
 *
 * @param content what it says now
 * @param printed how it stood on paper, for imported reports
 * @param reported the fact that brought it
 * @param corrections the facts that changed it, in the order in which they were recorded
 * @param returned the fact that sent it back; null while it counts
 * @param earlier revisions before this one, the first one first; each was returned
 */
public record Report(
        int reportNo,
        int revision,
        LocalDate reportedOn,
        ReportContent content,
        @Nullable PrintedRow printed,
        Fact reported,
        PVector<Fact> corrections,
        @Nullable Fact returned,
        PVector<Report> earlier) {

    static Report of(ProgressReported reported, Fact fact) {
        return new Report(
                reported.reportNo(),
                reported.revision(),
                reported.reportedOn(),
                reported.content(),
                reported.printed(),
                fact,
                TreePVector.empty(),
                null,
                TreePVector.empty());
    }

    public ReportState state() {
        if (returned != null) {
            return ReportState.RETURNED;
        }
        return corrections.isEmpty() ? ReportState.REPORTED : ReportState.CORRECTED;
    }

    /** Whether its percentage counts: a returned report's does not. */
    public boolean counts() {
        return returned == null;
    }

    /** With another revision of the same number: the higher one stands, whichever bears the earlier date. */
    Report with(Report other) {
        if (other.revision > revision) {
            return other.preceded(earlier.plus(preceded(TreePVector.empty())));
        }
        int place = (int)
                earlier.stream().filter(each -> each.revision < other.revision).count();
        return preceded(earlier.plus(place, other));
    }

    /** What a correction or a return says is meant for the revision that stood when it was recorded. */
    Report changed(Fact by, UnaryOperator<Report> change) {
        if (reported.sequence() < by.sequence()) {
            return change.apply(this);
        }
        for (int place = earlier.size() - 1; place >= 0; place--) {
            Report revision = earlier.get(place);
            if (revision.reported.sequence() < by.sequence()) {
                return preceded(earlier.with(place, change.apply(revision)));
            }
        }
        throw new IllegalStateException("Nothing stood under report " + reportNo + " at "
                + by.recorded().id());
    }

    Report corrected(ReportContent after, Fact correction) {
        return new Report(
                reportNo,
                revision,
                reportedOn,
                after,
                printed,
                reported,
                corrections.plus(correction),
                returned,
                earlier);
    }

    Report returned(Fact by) {
        return new Report(reportNo, revision, reportedOn, content, printed, reported, corrections, by, earlier);
    }

    private Report preceded(PVector<Report> by) {
        return new Report(reportNo, revision, reportedOn, content, printed, reported, corrections, returned, by);
    }
}
