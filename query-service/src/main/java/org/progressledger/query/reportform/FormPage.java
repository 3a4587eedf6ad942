package org.progressledger.query.reportform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.ProjectHead;

/**
 * The form, field by field. What the source does not state is null.
 *
 * @param agency agency, division and section, parted by a slash as on paper
 * @param rows one for each report that counts, by number
 * @param returned numbers of reports that were sent back and not handed in again
 * @param position the ledger position of the project's last event
 * @param checkpoint null while the ledger is not sealed so far
 */
record FormPage(
        Frame frame,
        ProjectHead head,
        String agency,
        @Nullable String officer,
        @Nullable String coordinator,
        @Nullable String rationale,
        List<Objective> objectives,
        @Nullable String target,
        @Nullable Strategy strategy,
        List<Indicator> indicators,
        List<Row> rows,
        List<Integer> returned,
        @Nullable Certified certified,
        String position,
        Moment recorded,
        @Nullable Signed checkpoint) {

    /** An objective with the numbering of the source. */
    record Objective(@Nullable String number, String text) {}

    /** Where the project stands in the city's plan. */
    record Strategy(
            @Nullable String plan,
            @Nullable String strategy,
            @Nullable String subStrategy,
            @Nullable String goal) {}

    /** An indicator as printed. */
    record Indicator(@Nullable Integer dimension, @Nullable String code, String text) {}

    /** A report, in the words of its row. */
    record Row(
            int no,
            Moment on,
            String narrative,
            String percent,
            @Nullable String disbursed,
            String schedule,
            String target,
            int corrections,
            String position) {}

    /** Who certified the form, and for which ledger position. */
    record Certified(@Nullable String name, @Nullable String post, Moment on, String position) {}

    /** The signed checkpoint that holds the project's last event: how many events it seals, since when, and its note. */
    record Signed(String size, Moment at, String note) {}
}
