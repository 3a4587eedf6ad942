package org.progressledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which the project stands still.
 *
 * @param startInclusive its first day
 * @param endExclusive the day on which work went on; null while nobody recorded that it did
 * @param paused the fact that began it
 * @param resumed the fact that ended it; null while nobody recorded that it ended
 */
public record Pause(
        LocalDate startInclusive,
        @Nullable LocalDate endExclusive,
        PauseCause cause,
        String words,
        Fact paused,
        @Nullable Fact resumed) {

    static Pause of(ProjectPaused paused, Fact fact) {
        return new Pause(paused.effectiveOn(), null, paused.cause(), paused.words(), fact, null);
    }

    Pause ended(ProjectResumed by, Fact fact) {
        return new Pause(startInclusive, by.effectiveOn(), cause, words, paused, fact);
    }

    /** Whether nobody recorded that it ended. */
    public boolean isOpen() {
        return endExclusive == null;
    }

    /** Whether the pause is in force on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(startInclusive) && (endExclusive == null || day.isBefore(endExclusive));
    }
}
