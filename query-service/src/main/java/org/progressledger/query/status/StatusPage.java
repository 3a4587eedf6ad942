package org.progressledger.query.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Frame.Seal;

/**
 * What the page shows, already in the words and figures in which it is read.
 *
 * @param reads whether this account's role reads projects at all
 * @param problem why there is no list, if there is none
 * @param sealed how many events are sealed, and since when; null before the first seal
 * @param position the ledger position that the answers reflect; empty before the first event
 */
record StatusPage(
        Viewer viewer,
        boolean reads,
        Filter filter,
        List<Choice> agencies,
        List<Choice> statuses,
        List<Row> rows,
        String total,
        List<Count> counts,
        Pager pager,
        @Nullable Trouble problem,
        String position,
        @Nullable Moment lastRecording,
        @Nullable Seal sealed,
        String commandDocs) {

    /** Who is signed in. */
    record Viewer(
            String id,
            String role,
            String roleInEnglish,
            @Nullable String agency) {}

    /** One choice of a select. */
    record Choice(String value, String text, boolean chosen) {}

    /** Projects of one status, in every agency that the search leaves. */
    record Count(Word word, String number) {}

    /** A word in both languages. */
    record Word(String th, String en) {}

    /** What is wrong, in both languages. */
    record Trouble(String th, String en) {}

    /** Where the reader is among the pages; links are null where there is nowhere to go. */
    record Pager(
            long from,
            long to,
            @Nullable String previous,
            @Nullable String next) {}

    /** A project's status: word, icon and colour. */
    record State(String style, String icon, Word word) {}

    /** The latest report; null dates do not occur. */
    record Latest(int number, String machineDate, String date) {}

    /** One project. */
    record Row(
            String code,
            String name,
            String agency,
            State state,
            String percent,
            @Nullable String spent,
            String allocated,
            @Nullable Latest latest,
            int reports,
            String ledgerPosition) {}
}
