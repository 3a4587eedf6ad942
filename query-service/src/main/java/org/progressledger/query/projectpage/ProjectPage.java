package org.progressledger.query.projectpage;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.ProjectHead;

/**
 * A project as its reports tell it.
 *
 * @param planned whether the dashed line is a plan; else it is the time that passes
 * @param story the drawing in words, for those who hear it
 */
record ProjectPage(
        Frame frame,
        ProjectHead head,
        List<Curve> curves,
        boolean planned,
        String story,
        YearMonth firstMonth,
        List<Row> rows,
        List<Flag> flags,
        List<Pause> pauses,
        List<Activity> activities,
        List<Letter> letters) {

    /** How a report's dot is called. */
    // the template calls these
    public String spoken(int reportNo) {
        return rows.stream()
                .filter(row -> row.no() == reportNo && !row.returned())
                .findFirst()
                .map(row -> frame.say(
                        "curve.dot", Map.of("n", row.no(), "date", row.on().shown(), "percent", row.percent())))
                .orElse("");
    }

    /** How a month is written below the plot: with its year where a year begins, and at the beginning. */
    public String month(YearMonth month) {
        return Figures.month(month, frame.language(), month.getMonthValue() == 1 || month.equals(firstMonth));
    }

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
