package org.progressledger.query.rawevents;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Choice;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * Events as the ledger holds them, in its order.
 *
 * @param project as it was asked for; empty for all
 * @param types of the project's events, with their counts; empty where no project is asked for
 * @param size how many events there are: of the ledger, or of the project
 * @param windows the pages before and after, and both ends; null where there is none
 */
record RawEventsPage(
        Frame frame,
        String from,
        String project,
        List<Choice> types,
        String size,
        List<Event> events,
        @Nullable String first,
        @Nullable String older,
        @Nullable String newer,
        @Nullable String last) {

    /** Whether all events of the ledger are read, and not those of one project. */
    // the template calls it
    public boolean isOfLedger() {
        return project.isEmpty();
    }

    /**
     * An event.
     *
     * @param words the kind's, in the page's language; null for one that this release does not know
     * @param project its code, where the stream is a project
     * @param cut whether the payload is so long that it is shown in part
     */
    record Event(
            String position,
            long number,
            Moment recorded,
            Moment stated,
            String type,
            @Nullable String revision,
            @Nullable String words,
            String stream,
            @Nullable String project,
            String sequence,
            String actor,
            String commandId,
            String eventId,
            String hash,
            String metadata,
            String payload,
            boolean cut) {}
}
