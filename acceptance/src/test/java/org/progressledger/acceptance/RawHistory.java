package org.progressledger.acceptance;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Every event of the ledger, as the auditor reads it page by page. */
final class RawHistory {
    private static final int PAGE = 200;

    private RawHistory() {}

    static List<JsonNode> of(RunningSystem system) {
        return from(system, 0);
    }

    static List<JsonNode> from(RunningSystem system, long position) {
        Client auditor = system.as("auditor");
        List<JsonNode> events = new ArrayList<>();
        long next = position;
        while (true) {
            JsonNode answer = auditor.get("/events?from=" + next + "&limit=" + PAGE);
            JsonNode items = answer.isArray() ? answer : answer.get("items");
            items.forEach(events::add);
            if (items.isEmpty()) {
                return events;
            }
            next = events.getLast().get("position").asLong() + 1;
        }
    }

    /** How many events there are. */
    static long count(RunningSystem system) {
        return of(system).size();
    }
}
