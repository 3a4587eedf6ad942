package org.progressledger.query.percenttrace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.curve.Drawn;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Paper;
import org.progressledger.query.frame.ProjectHead;

/**
 * Where the percentage came from: every move, with the event behind it. The moves add up to the current percentage.
 *
 * @param moves how many of them changed it
 * @param sum of all changes
 */
record PercentPage(Frame frame, ProjectHead head, Drawn drawn, int moves, String sum, List<Row> rows) {

    /**
     * One move.
     *
     * @param report what the report itself said before and after; null where that is no other than the current percentage
     * @param low the lower of both percentages, for the bar
     * @param span how far they are apart, for the bar; never invisible
     */
    record Row(
            String position,
            long number,
            Moment happened,
            Moment recorded,
            int reportNo,
            String cause,
            String from,
            String to,
            String change,
            boolean up,
            @Nullable String report,
            String low,
            String span,
            String actor,
            String role,
            @Nullable String reason,
            @Nullable Paper paper,
            String hash) {}
}
