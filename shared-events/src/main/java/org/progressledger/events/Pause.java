package org.progressledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which the project stands still.
 *
 * @param startInclusive its first day
 * @param endExclusive the day on which work went on; null while nobody recorded that it did
 */
public record Pause(
        LocalDate startInclusive, @Nullable LocalDate endExclusive, PauseCause cause, String words, Fact paused) {

    /** Whether the pause is in force on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(startInclusive) && (endExclusive == null || day.isBefore(endExclusive));
    }
}
