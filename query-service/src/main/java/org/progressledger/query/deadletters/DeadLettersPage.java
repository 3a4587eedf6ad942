package org.progressledger.query.deadletters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * Projects that stand still.
 *
 * @param acts whether the reader may try again and give up
 * @param longest characters of a reason
 * @param done what was done just now; null where nothing was
 * @param refused why something was not done; null where nothing was refused
 */
record DeadLettersPage(
        Frame frame,
        boolean acts,
        int longest,
        List<Row> rows,
        List<GivenUp> discards,
        @Nullable String done,
        @Nullable String refused) {

    record Row(
            String project,
            String position,
            int events,
            Moment since,
            Moment tried,
            @Nullable String type,
            @Nullable String at) {}

    record GivenUp(
            String project,
            String from,
            String to,
            Moment at,
            String by,
            String role,
            String reason,
            @Nullable String type) {}
}
