package org.progressledger.query.projectlist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Beyond;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Frame.State;

/**
 * The list as it is read.
 *
 * @param partial whether only the results are sent, into a page that is there
 * @param day of the status, where another than today's was asked for
 * @param problem why there is no list, if there is none
 * @param sums null where there is no list
 * @param registers whether the reader may register a project
 * @param commandDocs where programs find what the command service does
 */
record ProjectListPage(
        Frame frame,
        boolean partial,
        ListFilter filter,
        List<Choice> agencies,
        List<Choice> statuses,
        List<Choice> years,
        List<Choice> flags,
        List<Choice> orders,
        @Nullable Moment day,
        @Nullable String problem,
        List<Row> rows,
        @Nullable Sums sums,
        Pager pager,
        boolean registers,
        @Nullable Beyond beyond,
        String commandDocs) {

    /** One choice of a select. */
    record Choice(String value, String text, boolean chosen) {}

    /**
     * What the search finds on all pages together.
     *
     * @param counts by status, those that there are
     */
    record Sums(String total, List<Count> counts, String spent, String allocated) {}

    /** Projects of one status. */
    record Count(String word, String number) {}

    /** Where the reader is among the pages; links are null where there is nowhere to go. */
    record Pager(
            long from,
            long to,
            @Nullable String previous,
            @Nullable String next) {}

    /** The latest report. */
    record Latest(int number, Moment on) {}

    /**
     * One project.
     *
     * @param agencyCode the main code of its agency
     * @param standsStill whether what is shown is older than the ledger
     * @param percent with two decimals, which are the width of its bar, too
     * @param elapsed of its period, per cent: where the tick of the bar stands
     * @param spent null where the paper states none
     * @param flags how many hits; style and icon are those of the gravest
     */
    record Row(
            String code,
            String name,
            int year,
            String agency,
            String agencyCode,
            State state,
            boolean standsStill,
            String percent,
            String elapsed,
            @Nullable String spent,
            String allocated,
            @Nullable Latest latest,
            int flags,
            String flagStyle,
            String flagIcon) {}
}
