package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ผลการสอบทานอุทธรณ์: what a compliance reviewer found about a round. It changes nothing of the appeal.
 *
 * @param reviewedOn the day of the finding, where told
 * @param finding what was found, in the reviewer's words
 */
public record AppealReviewed(
        ProjectCode project, int round, @Nullable LocalDate reviewedOn, ReviewOutcome outcome, String finding)
        implements ProjectEvent {

    public AppealReviewed {
        Objects.requireNonNull(project, "project");
        if (round < 1) {
            throw new IllegalArgumentException("Rounds count from 1: " + round);
        }
        Objects.requireNonNull(outcome, "outcome");
        Texts.required("finding", finding);
    }
}
