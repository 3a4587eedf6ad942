package org.progressledger.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Appends to record. */
public final class Examples {

    static final Instant NOON = Instant.parse("2026-11-23T05:00:00.123Z");
    static final String DIGEST = "0123456789abcdef".repeat(4);

    private Examples() {}

    static NewEvent event(String stream, long sequence) {
        return event(UUID.randomUUID().toString(), stream, sequence);
    }

    static NewEvent event(String id, String stream, long sequence) {
        return new NewEvent(
                id,
                "project",
                stream,
                sequence,
                "progress-reported",
                "1",
                NOON,
                "{\"percent\":\"12.50\",\"note\":\"งานคืบหน้า 😀\"}",
                Map.of("actor", "officer", "lines", List.of(List.of(1, 4)), "late", true, "source", Map.of("n", 7)));
    }

    public static Append append(NewEvent... events) {
        return append(UUID.randomUUID().toString(), events);
    }

    public static Append append(String commandId, NewEvent... events) {
        return new Append(new CommandIdentity("officer", commandId, DIGEST), List.of(events));
    }

    public static Append append(String stream, long fromSequence, int size) {
        return append(IntStream.range(0, size)
                .mapToObj(i -> event(stream, fromSequence + i))
                .toArray(NewEvent[]::new));
    }
}
