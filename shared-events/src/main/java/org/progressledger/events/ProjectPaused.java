package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ชะลอโครงการ: work stands still from a day on.
 *
 * @param effectiveOn the first day of the pause; for a pause that a narrative tells without a date, the report's date
 * @param words why, in the office's words
 * @param letter the letter that ordered it, where there is one
 */
public record ProjectPaused(
        ProjectCode project,
        LocalDate effectiveOn,
        PauseCause cause,
        String words,
        @Nullable Letter letter) implements ProjectEvent {

    public ProjectPaused {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(effectiveOn, "effectiveOn");
        Objects.requireNonNull(cause, "cause");
        Texts.required("reason for the pause", words);
    }
}
