package org.progressledger.query.asof;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.asof.TypedPoints.Typed;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.projection.TextDiff.Piece;

/**
 * A project as it was, beside what it was later.
 *
 * @param problems what is wrong with a field, by its name
 * @param trouble why nothing, or no comparison, is shown; null where nothing is in the way
 * @param then null while no point is asked for, and where nothing was known then
 * @param compared null where it is not compared
 */
record AsOfPage(
        Frame frame,
        ProjectHead head,
        Typed typed,
        Map<String, String> problems,
        List<Quick> quick,
        @Nullable String trouble,
        @Nullable Then then,
        @Nullable Compared compared) {

    /** A point that is worth a look, as it would be typed. */
    record Quick(String words, String happened, String recorded) {}

    /** A point of time. */
    record PointShown(Moment happened, Moment recorded) {}

    /** The project at the first point, and the reports that counted then. */
    record Then(PointShown at, ProjectHead head, List<Stood> reports) {}

    /** A report as it stood. */
    record Stood(String position, int no, Moment on, String percent, String change, String words) {}

    /**
     * Both states.
     *
     * @param now whether the second one is that of today
     * @param same what they have in common, the chief things only
     */
    record Compared(PointShown from, PointShown to, boolean now, List<Row> rows, List<Same> same) {}

    /**
     * One value that differs.
     *
     * @param before null where it was not there; else words that stayed, and words that went
     * @param after null where it is not there any more; else words that stayed, and words that came
     * @param happened whether it differs since something happened in between
     * @param recorded whether it differs since something was recorded only later
     */
    record Row(
            String label,
            @Nullable List<Piece> before,
            @Nullable List<Piece> after,
            @Nullable String note,
            boolean happened,
            boolean recorded,
            List<Made> events) {}

    /** An event that made a difference. */
    record Made(String position, long number, String words) {}

    /** A value that is the same in both. */
    record Same(String label, String value) {}
}
