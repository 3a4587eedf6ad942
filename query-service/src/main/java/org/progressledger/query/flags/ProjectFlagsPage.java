package org.progressledger.query.flags;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Paper;
import org.progressledger.query.frame.ProjectHead;

/**
 * What an auditor should look at in a project.
 *
 * @param on the day for which the hits were found
 * @param weights how many hits there are of each weight, the heaviest first
 * @param acknowledged how many of them an auditor has acknowledged
 * @param mayAcknowledge whether the reader's role may
 */
record ProjectFlagsPage(
        Frame frame,
        ProjectHead head,
        Moment on,
        List<Weight> weights,
        long acknowledged,
        boolean mayAcknowledge,
        List<Kind> kinds) {

    /** So many hits of one weight. */
    record Weight(String style, String icon, String words, long hits) {}

    /** A rule and what it found. */
    record Kind(String code, String name, String meaning, int version, List<Found> hits) {}

    /**
     * A hit.
     *
     * @param weight how heavy it is, in a word
     * @param report the number of the report that it is about; null where it is about the project
     * @param positions of the events that show it
     * @param papers the lines that show it, by printout
     * @param seen null while no auditor has acknowledged it
     */
    record Found(
            String id,
            String style,
            String icon,
            String weight,
            @Nullable Integer report,
            String words,
            List<String> positions,
            List<Paper> papers,
            @Nullable Seen seen) {}

    /**
     * That an auditor has seen it.
     *
     * @param newer whether something of the evidence was recorded afterwards
     */
    record Seen(String by, Moment at, @Nullable String reason, String position, boolean newer) {}
}
