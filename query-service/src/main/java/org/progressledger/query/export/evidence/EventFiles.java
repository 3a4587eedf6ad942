package org.progressledger.query.export.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.progressledger.events.EventJson;
import org.progressledger.ledger.LedgerEvent;

/**
 * Events as files. {@code events.jsonl} holds them all, one a line, payload, metadata and log entry as strings; below
 * {@code events/<position>/} the same three stand byte by byte, so that they can be hashed by any program.
 */
final class EventFiles {
    private EventFiles() {}

    static void addTo(ZipPack pack, Evidence evidence) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (LedgerEvent event : evidence.events()) {
            lines.append(EventJson.mapper().writeValueAsString(members(event))).append('\n');
        }
        pack.add("events.jsonl", lines.toString());
        for (LedgerEvent event : evidence.events()) {
            String folder = "events/" + event.position() + "/";
            pack.add(folder + "payload.json", event.payload());
            pack.add(folder + "metadata.json", event.metadataJson());
            pack.add(folder + "entry.json", event.logEntry().bytes());
        }
    }

    private static Map<String, Object> members(LedgerEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("position", event.position());
        members.put("stream", event.stream());
        members.put("aggregateType", event.aggregateType());
        members.put("sequence", event.sequence());
        members.put("eventId", event.eventId());
        members.put("type", event.type());
        members.put("revision", event.revision() == null ? "" : event.revision());
        members.put("timestamp", event.timestamp());
        members.put("recordedAt", event.recordedAt());
        members.put("actor", event.actor());
        members.put("commandId", event.commandId());
        members.put("payload", event.payload());
        members.put("payloadSalt", event.payloadSalt());
        members.put("payloadHash", event.payloadHash());
        members.put("metadata", event.metadataJson());
        members.put("metadataSalt", event.metadataSalt());
        members.put("metadataHash", event.metadataHash());
        members.put("logEntry", new String(event.logEntry().bytes(), StandardCharsets.UTF_8));
        members.put("leafHash", event.leafHash());
        return members;
    }
}
