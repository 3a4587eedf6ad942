package org.progressledger.query.flags;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Beyond;
import org.progressledger.query.frame.Choice;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Pager;

/**
 * Hits of all flags in all projects, for people.
 *
 * @param on the day for which they were found
 * @param isToday whether that is today
 * @param narrows whether anything but the flag is asked for, so that something is left out of the counts
 * @param everything the list without its filters
 * @param anyFlag the list with its filters, but of every flag
 * @param acknowledges whether whoever reads may acknowledge a hit
 */
record FlagExplorer(
        Frame frame,
        Moment on,
        boolean isToday,
        String onTyped,
        boolean narrows,
        String everything,
        String anyFlag,
        boolean ofOneFlag,
        boolean acknowledges,
        List<Choice> flags,
        List<Choice> severities,
        List<Choice> acknowledgements,
        List<Choice> agencies,
        List<Choice> years,
        List<Count> counts,
        List<OfProject> projects,
        Pager pager,
        @Nullable Beyond beyond) {

    /**
     * How often a flag was hit.
     *
     * @param link the list of its hits
     * @param open width of the part that nobody has acknowledged, of 100 for the most frequent flag
     * @param acknowledged width of the part that somebody has
     */
    record Count(
            String words,
            String code,
            String link,
            boolean chosen,
            String hits,
            String acknowledgedHits,
            String open,
            String acknowledged) {}

    /** Hits of one project, one after the other. */
    record OfProject(String code, String name, List<OneHit> hits) {}

    /**
     * A hit.
     *
     * @param words the flag's, in the page's language
     * @param sentence what was found
     * @param reportNo null where it is about the project
     */
    record OneHit(
            String id,
            String words,
            String flag,
            String style,
            String icon,
            String severity,
            String sentence,
            @Nullable Integer reportNo,
            List<Place> events,
            List<Lines> lines,
            @Nullable Seen seen) {}

    /** A position: as it is shown, and in an address. */
    record Place(String position, long number) {}

    /** Lines of a printout, and the beginning of its digest. */
    record Lines(String ranges, String printout) {}

    /** That an auditor has acknowledged it. */
    record Seen(String by, Moment at, @Nullable String reason, Place event, boolean newerEvidence) {}
}
