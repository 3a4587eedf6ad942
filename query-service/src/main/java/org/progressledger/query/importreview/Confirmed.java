package org.progressledger.query.importreview;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.progressledger.query.projection.Views.TimelineEntry;

/**
 * The latest confirmation of a printout.
 *
 * @param first position of its first event
 * @param last position of its last event
 */
record Confirmed(Instant at, long first, long last, int events) {

    /**
     * What was recorded from these bytes; empty while nothing was. What is recorded together has the same instant.
     *
     * @param timeline of the project that the paper names
     */
    static Optional<Confirmed> of(String sha256, List<TimelineEntry> timeline) {
        return timeline.stream()
                .filter(entry ->
                        entry.source() != null && entry.source().sha256().equals(sha256))
                .max(Comparator.comparingLong(TimelineEntry::position))
                .map(latest -> together(latest.recordedAt(), timeline));
    }

    private static Confirmed together(Instant at, List<TimelineEntry> timeline) {
        List<Long> positions = timeline.stream()
                .filter(entry -> entry.recordedAt().equals(at))
                .map(TimelineEntry::position)
                .sorted()
                .toList();
        return new Confirmed(at, positions.getFirst(), positions.getLast(), positions.size());
    }
}
