package org.progressledger.query.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.printouts.MarkedLine;

/**
 * Everything that happened to a project, one line each.
 *
 * @param all how many events there are before the filter
 * @param proves whether the reader may read proofs
 * @param quoted how many events are quoted from printouts where not all of them are; -1 where they are
 * @param types those that the project has, with their counts
 */
record TimelinePage(
        Frame frame,
        ProjectHead head,
        Filter filter,
        int all,
        boolean proves,
        int quoted,
        List<Choice> types,
        List<Choice> orders,
        List<Entry> entries) {

    /** The filter as it was sent. */
    record Filter(String type, String order, String from, String to) {
        /** Whether anything is left out. */
        // the template calls it
        public boolean narrows() {
            return !(type + from + to).isEmpty();
        }
    }

    /** One choice of a select. */
    record Choice(String value, String text, boolean chosen) {}

    /**
     * An event.
     *
     * @param lag how much later than it happened it was recorded, where that is more than a month; null otherwise
     * @param moved whether the current percentage is another one after it
     * @param quote where it was read; null for what was typed in
     * @param withdrawnBy the position of the withdrawal, where it was recorded by mistake
     */
    record Entry(
            String position,
            long number,
            Moment happened,
            Moment recorded,
            @Nullable String lag,
            String icon,
            String type,
            String storedName,
            String words,
            String actor,
            String role,
            @Nullable String agency,
            @Nullable String reason,
            boolean moved,
            String before,
            String after,
            @Nullable String withdrawnBy,
            @Nullable String withdraws,
            @Nullable Quote quote,
            String eventId,
            String hash,
            long sequence) {}

    /**
     * Where an event was read, and what stands there.
     *
     * @param lines such as {@code 71–72, 85}
     * @param first the first of them
     * @param quoted some of them, shortened
     * @param withheld why nothing is quoted; null where something is
     * @param bounded whether nothing is quoted because enough is
     */
    record Quote(
            String lines,
            String sha256,
            int first,
            List<MarkedLine> quoted,
            @Nullable String withheld,
            boolean bounded) {}
}
