package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ดำเนินโครงการต่อ: work goes on after a pause.
 *
 * @param effectiveOn the first day on which work goes on
 * @param pausedOn the first day of the pause that it ends
 * @param words what the office says of it, where it does
 * @param letter the letter that ordered it, where there is one
 */
public record ProjectResumed(
        ProjectCode project,
        LocalDate effectiveOn,
        LocalDate pausedOn,
        @Nullable String words,
        @Nullable Letter letter) implements ProjectEvent {

    public ProjectResumed {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(effectiveOn, "effectiveOn");
        Objects.requireNonNull(pausedOn, "pausedOn");
        if (effectiveOn.isBefore(pausedOn)) {
            throw new IllegalArgumentException("Work paused on " + pausedOn + " cannot go on from " + effectiveOn);
        }
    }
}
