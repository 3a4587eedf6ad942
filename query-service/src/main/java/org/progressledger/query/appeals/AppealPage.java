package org.progressledger.query.appeals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Frame.State;
import org.progressledger.query.frame.ProjectHead;

/**
 * One appeal as a story, in words and figures.
 *
 * @param waited how long it waited, or has waited; null without papers
 * @param done what was just recorded; null unless something was
 * @param filing and the papers after it; null where there are none
 * @param columns points of time at which percentage and scores are told; none for a round that is only spoken of
 * @param charts of the time in which it waited; none where it did not
 * @param form what the reader is about to record; null where he may record nothing, or has not asked to
 * @param acts what else the reader may record now
 */
record AppealPage(
        Frame frame,
        ProjectHead head,
        int round,
        State state,
        @Nullable String waited,
        @Nullable String done,
        List<GapShown> gaps,
        List<Paper> papers,
        List<Citation> citations,
        List<Criteria> criteria,
        List<Column> columns,
        List<Row> rows,
        List<Scored> rescored,
        List<WaitingChart> charts,
        List<Reported> reported,
        List<Finding> findings,
        List<Fact> since,
        List<Fact> facts,
        @Nullable AppealForm form,
        List<Act> acts) {

    /** An event: its position for a link, and as it is read. */
    record Event(long number, String position) {}

    /** What is amiss, with the events and lines that show it. */
    record GapShown(
            String words, List<Event> events, @Nullable String lines) {}

    /** The filing, the decision or the taking back. */
    record Paper(
            String title,
            Moment on,
            Event event,
            String by,
            @Nullable String letter,
            @Nullable String lines,
            List<Said> said) {}

    /** Something that a paper says. */
    record Said(String title, String words, boolean thai) {}

    /**
     * A narrative that speaks of it.
     *
     * @param certain whether it names the round, or is all that there is
     */
    record Citation(
            Event event,
            String words,
            String stage,
            Moment on,
            @Nullable Integer reportNo,
            @Nullable String lines,
            boolean certain) {}

    /** Criteria before and after as one paper tells them; null where it is not in the source. */
    record Criteria(
            String title,
            @Nullable Moment effectiveOn,
            List<Event> events,
            @Nullable List<Words> before,
            @Nullable List<Words> after,
            @Nullable String note) {}

    /** Some words, changed or not. */
    record Words(boolean changed, String text) {}

    /** A point of time. */
    record Column(String title, Moment on) {}

    /** A value at each point of time. */
    record Row(String title, List<Cell> cells) {}

    /**
     * A value.
     *
     * @param value null where it is not in the source
     * @param change against the column before; null where nothing changed
     * @param low per cents from 0 up to which the bar is of before; null for what has no bar
     */
    record Cell(
            @Nullable String value,
            @Nullable String change,
            @Nullable Event event,
            @Nullable String low,
            @Nullable String span) {}

    /** A quarter's score under the old and the new criteria. */
    record Scored(
            String indicator,
            String quarter,
            @Nullable String before,
            @Nullable String after,
            @Nullable String change) {}

    /** A report that is dated while the appeal waited. */
    record Reported(
            int reportNo,
            Event event,
            Moment on,
            String percent,
            @Nullable String change,
            boolean returned) {}

    /** A finding of a reviewer. */
    record Finding(Event event, String style, String icon, String outcome, String words, String by, Moment recorded) {}

    /** A fact that belongs to the appeal. */
    record Fact(Event event, Moment on, String words) {}

    /** Something that the reader may do now. */
    record Act(String path, String words) {}
}
