package org.progressledger.query.rawevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.ProjectDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history as the ledger holds it, each event checked against its hash; persons stay sealed. */
@RestController
class EventsController {
    private static final int MOST = 1000;

    private final CommitLog log;
    private final ProjectDesk desk;

    EventsController(CommitLog log, ProjectDesk desk) {
        this.log = log;
        this.desk = desk;
    }

    /** One event as stored. */
    record RawEvent(
            long position,
            String stream,
            long sequence,
            String type,
            @Nullable String revision,
            String eventId,
            Instant timestamp,
            Instant recordedAt,
            String actor,
            String commandId,
            @JsonRawValue @Schema(type = "object") String payload,
            Map<String, Object> metadata,
            String hash,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Stored stored) {
        static RawEvent of(LedgerEvent event, boolean stored) {
            return new RawEvent(
                    event.position(),
                    event.stream(),
                    event.sequence(),
                    event.type(),
                    event.revision(),
                    event.eventId(),
                    event.timestamp(),
                    event.recordedAt(),
                    event.actor(),
                    event.commandId(),
                    // the very text that was hashed: read and written anew, 10.00 might become 10.0
                    event.payload().isBlank() ? "null" : event.payload(),
                    event.metadata(),
                    event.leafHash(),
                    stored ? Stored.of(event) : null);
        }
    }

    /** What the hashes of an event were made of: texts to the letter, salts and hashes in hex. */
    record Stored(
            String payload,
            String payloadSalt,
            String payloadHash,
            String metadata,
            String metadataSalt,
            String metadataHash) {
        static Stored of(LedgerEvent event) {
            return new Stored(
                    event.payload(),
                    event.payloadSalt(),
                    event.payloadHash(),
                    event.metadataJson(),
                    event.metadataSalt(),
                    event.metadataHash());
        }
    }

    @Operation(summary = "Raw events, each checked against its hash", tags = "Ledger")
    @GetMapping("/api/v1/events")
    ResponseEntity<List<RawEvent>> events(
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(defaultValue = "false") boolean stored,
            @RequestParam(required = false) @Nullable Long atLeast) {
        if (from < 0) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "from"));
        }
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "limit"));
        }
        return desk.answer(
                atLeast,
                () -> log.read(from, limit).stream()
                        .map(event -> RawEvent.of(event, stored))
                        .toList());
    }
}
