package org.progressledger.query.asof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.asof.AsOfPage.Row;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Frame.State;
import org.progressledger.query.frame.ProjectHead;

/**
 * A project played event by event.
 *
 * @param number of this step, from 1
 * @param of how many steps there are
 * @param first address of the first step; null where this is it, as of the others
 * @param event what happened at this step
 * @param after the project's state behind it
 * @param changes what this event changed
 * @param steps those around this one, in order
 * @param earlier address of a step before those; null where there is none
 */
record HistoryPage(
        Frame frame,
        ProjectHead head,
        String number,
        String of,
        @Nullable String first,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String last,
        Event event,
        After after,
        List<Row> changes,
        Curve curve,
        List<Step> steps,
        @Nullable String earlier,
        @Nullable String later) {

    /** The event of a step. */
    record Event(
            String position,
            long at,
            String words,
            String sentence,
            Moment happened,
            Moment recorded,
            String actor,
            String role,
            @Nullable String reason,
            @Nullable String lines) {}

    /**
     * What the project was behind an event.
     *
     * @param before the percentage in front of it; null where it did not move
     * @param latestReport null while nothing was reported
     * @param spent null where nothing states it
     */
    record After(
            String percent,
            @Nullable String before,
            State state,
            @Nullable Integer latestReport,
            @Nullable Moment reportedOn,
            @Nullable String spent,
            String allocated,
            int reports) {}

    /** One step of the list. */
    record Step(
            String number,
            String address,
            boolean isHere,
            String words,
            Moment happened,
            String percent,
            boolean moved) {}

    /**
     * The percentage behind each event, drawn 100 wide and 100 high.
     *
     * @param line of steps, never slopes
     * @param here where this step stands
     */
    record Curve(String line, String here, String percentHere) {}
}
