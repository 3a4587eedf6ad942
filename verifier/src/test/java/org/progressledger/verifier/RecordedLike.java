package org.progressledger.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.progressledger.ledger.NewEvent;

/** Events of about the size that services record. */
enum RecordedLike {
    /** Payload and metadata of the mean size of the two sample forms' 46 events: 1,690 and 860 bytes, the former mostly Thai. */
    REAL(
            "จัดเตรียมเอกสารและประสานงานกับผู้แทนชุมชนในพื้นที่กลุ่มเขต ".repeat(8),
            Map.of(
                    "actor", "officer-0100",
                    "agency", "สำนักงานเลขาธิการสภากรุงเทพมหานคร",
                    "commandId", "import:" + "c9ae1b284cd7a3c1".repeat(4),
                    "correlationId", "1d9b4628-1910-4a43-9707-a7d66b5d97ef",
                    "requestDigest", "c9ae1b284cd7a3c1".repeat(4),
                    "role", "OFFICER",
                    "sourceLines", List.of(List.of(81, 81), List.of(85, 95), List.of(99, 99)),
                    "sourceSha256", "6216522aa019cdad".repeat(4),
                    "traceId", "1d9b4628-1910-4a43-9707-a7d66b5d97ef")),
    /** A payload of one line, metadata of two values. */
    SMALL("งานคืบหน้า", Map.of("actor", "officer", "lines", List.of(List.of(1, 4))));

    private static final Instant MADE = Instant.parse("2021-02-24T05:00:00.123Z");
    private static final int STREAMS = 1_000;
    private final String narrative;
    private final Map<String, Object> metadata;

    RecordedLike(String narrative, Map<String, Object> metadata) {
        this.narrative = narrative;
        this.metadata = metadata;
    }

    /** The event at a position, of one of a thousand streams. */
    NewEvent event(long at) {
        return event(at, "project-" + at % STREAMS, at / STREAMS);
    }

    /** An event that is the only one of its stream, so that its append waits for no other. */
    NewEvent alone(long at) {
        return event(at, "alone-" + at, 0);
    }

    private NewEvent event(long at, String stream, long sequence) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                "project",
                stream,
                sequence,
                "progress-reported",
                "1",
                MADE.plusMillis(at * 997),
                "{\"project\":\"50470000-3298\",\"reportNo\":%d,\"content\":{\"percent\":90.00,\"narrative\":\"%s\"}}"
                        .formatted(at, narrative),
                metadata);
    }
}
