package org.progressledger.query.replay;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * Replays, for people.
 *
 * @param decides whether the reader may put in place what differs, and throw away what answered before
 * @param going whether one goes on: then the page is looked at again by itself
 * @param begins whether the reader may begin one now
 * @param releases what this release and others keep
 * @param refused why something was not done; null where nothing was refused
 */
record ReplaysPage(
        Frame frame,
        boolean decides,
        boolean going,
        boolean begins,
        Set<String> models,
        List<Row> rows,
        List<ReleaseRow> releases,
        @Nullable String refused) {

    /**
     * A replay.
     *
     * @param state key of its words
     * @param style how it is shown
     * @param icon where its picture is on the page
     * @param position null for one project, which is compared where it is folded
     * @param left of its time, in words; null while nothing is known
     * @param asks words of what somebody has to decide; null if nothing
     */
    record Row(
            String id,
            String what,
            String by,
            Moment startedAt,
            @Nullable Moment endedAt,
            String state,
            String style,
            String icon,
            String step,
            long done,
            long of,
            String shownDone,
            String shownOf,
            @Nullable String position,
            String ledgerPosition,
            String rate,
            @Nullable String left,
            @Nullable String oldDigest,
            @Nullable String newDigest,
            boolean same,
            String differences,
            List<Differing> differing,
            List<Failed> errors,
            @Nullable String failure,
            boolean pauses,
            boolean resumes,
            boolean cancels,
            boolean switches,
            boolean drops) {
        // templates call these
        public boolean isCompared() {
            return newDigest != null;
        }
    }

    /**
     * What a release keeps.
     *
     * @param builtAt null where it is not known
     * @param seenAt when an instance last worked with it; null where it is not known
     * @param drops whether the reader may throw it away now
     */
    record ReleaseRow(
            String release,
            String collections,
            String documents,
            String bytes,
            @Nullable Moment builtAt,
            @Nullable Moment seenAt,
            String state,
            String style,
            String icon,
            boolean drops) {}

    /** A document of which the two are not the same; digests in short. */
    record Differing(String document, String old, String built) {}

    record Failed(String project, String position, @Nullable String event, String type) {}
}
