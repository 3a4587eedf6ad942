package org.progressledger.query.projectpage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.curve.Drawn;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.ProjectHead;

/** A project as its reports tell it. */
record ProjectPage(
        Frame frame,
        ProjectHead head,
        Drawn drawn,
        List<Row> rows,
        List<Flag> flags,
        List<Pause> pauses,
        List<Activity> activities,
        List<Letter> letters) {

    /**
     * A report. What was sent back has a row of its own and counts for nothing.
     *
     * @param excerpt the beginning of words that are long; null where they are short
     * @param printed lines of the printout; null for what was typed
     */
    record Row(
            String position,
            int no,
            int revision,
            Moment on,
            String percent,
            String change,
            boolean up,
            String elapsed,
            @Nullable String disbursed,
            String schedule,
            String target,
            @Nullable String excerpt,
            String narrative,
            int corrections,
            boolean returned,
            @Nullable String returnedWhy,
            @Nullable String printed,
            List<Flag> flags) {}

    /** A hit of an audit flag: style and icon by its weight, its name, and the sentence. */
    record Flag(String style, String icon, String code, String name, String words) {}

    /** A pause, and what ended it. */
    record Pause(
            String position,
            Moment from,
            @Nullable Moment until,
            String cause,
            String words,
            @Nullable String printed) {}

    /** An activity that was held. */
    record Activity(
            String position,
            Moment on,
            String words,
            @Nullable String printed) {}

    /** A letter. */
    record Letter(
            String position,
            String number,
            @Nullable Moment on,
            @Nullable String subject,
            @Nullable String printed) {}
}
