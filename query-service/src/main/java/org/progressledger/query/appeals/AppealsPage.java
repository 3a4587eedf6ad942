package org.progressledger.query.appeals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Beyond;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Frame.State;

/**
 * The reviewers' queue.
 *
 * @param total of all pages
 * @param previous and {@code next}: the same question, another page; null where there is none
 */
record AppealsPage(
        Frame frame,
        AppealsFilter filter,
        List<Choice> statuses,
        List<Choice> outcomes,
        List<Choice> reviewed,
        List<Choice> gaps,
        List<org.progressledger.query.frame.Choice> years,
        List<Sorting> sortings,
        String total,
        int page,
        long pages,
        List<Row> rows,
        @Nullable String previous,
        @Nullable String next,
        @Nullable Beyond beyond) {

    /** One choice of a select. */
    record Choice(String value, String text, boolean chosen) {}

    /**
     * A heading that orders the list.
     *
     * @param aria {@code ascending}, {@code descending} or {@code none}
     */
    record Sorting(String words, String link, String aria) {}

    /**
     * An appeal.
     *
     * @param since the filing, else the first narrative
     * @param waited days; null without papers
     * @param finding the last one's outcome; null while nobody reviewed it
     */
    record Row(
            String code,
            String project,
            String agency,
            int fiscalYear,
            @Nullable Integer round,
            String link,
            State state,
            Moment since,
            String age,
            @Nullable String waited,
            @Nullable String finding,
            @Nullable Moment reviewedOn,
            boolean changedSince,
            int gaps) {}
}
