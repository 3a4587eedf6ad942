package org.progressledger.command.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.RecordedEvent;

/** Optimistic concurrency: a form that was open for long is not sent over what others recorded meanwhile. */
final class Versions {
    /** So that an answer stays small; the newest ones. */
    private static final int MOST_CHANGES = 50;

    private Versions() {}

    /**
     * @param expected how many events the asker had seen
     * @param recorded all events of the project
     */
    static Decision refuse(long expected, List<RecordedEvent> recorded) {
        int first = (int) Math.min(recorded.size(), Math.max(expected, recorded.size() - MOST_CHANGES));
        List<Map<String, Object>> changes = new ArrayList<>();
        for (RecordedEvent event : recorded.subList(first, recorded.size())) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("sequence", event.sequence());
            change.put("type", EventCatalogue.of(event.event()).storedName());
            change.put("recordedAt", event.recordedAt());
            change.put("actor", event.provenance().actor());
            changes.add(change);
        }
        return Decision.refuse(
                Refusal.VERSION_HAS_CHANGED,
                Map.of("expected", expected, "version", recorded.size(), "changes", changes));
    }
}
