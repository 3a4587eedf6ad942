package org.progressledger.verifier.http;

import java.util.ArrayList;
import java.util.List;
import org.progressledger.verifier.CopyUnreadable;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.PublishedEntry.ToldEvent;
import org.progressledger.verifier.Wrong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Raw events with what their hashes were made of, as {@code GET /api/v1/events?stored=true} tells them. */
final class ToldEvents {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ToldEvents() {}

    static List<ToldEvent> read(long from, byte[] answer) {
        List<ToldEvent> events = new ArrayList<>();
        try {
            for (JsonNode event : JSON.readTree(answer)) {
                long expected = from + events.size();
                if (event.path("position").asLong(-1) != expected) {
                    throw new Wrong(Finding.at(Kind.EVENT_NOT_AS_PUBLISHED, expected, "position"));
                }
                JsonNode stored = event.path("stored");
                events.add(new ToldEvent(
                        event.path("eventId").asString(""),
                        stored.path("payload").asString(""),
                        stored.path("payloadSalt").asString(""),
                        stored.path("metadata").asString(""),
                        stored.path("metadataSalt").asString("")));
            }
            return events;
        } catch (JacksonException e) {
            throw new CopyUnreadable("The service's events are not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
