package org.progressledger.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.progressledger.ledger.LogEntry;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.PublishedEntry.ToldEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published log entries. */
public final class Entries {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Entries() {}

    /** One that is in its form and, if its event was told as well, is what that event hashes to. */
    static CheckedCommit of(PublishedEntry published, Fingerprint.Maker fingerprints) {
        LogEntry entry = parse(published.bytes());
        Fingerprint id = published
                .event()
                .map(event -> CheckedCommit.fingerprint(sameAs(event, entry), fingerprints))
                .orElse(null);
        return new CheckedCommit(
                entry.position(),
                entry.recordedAt(),
                null,
                List.of(new CheckedCommit.Event(
                        id, entry.stream(), entry.sequence(), published.bytes(), Hash.ofLeaf(published.bytes()))));
    }

    /** Reads an entry that is written exactly as entries are. */
    public static LogEntry parse(byte[] bytes) {
        long position = -1;
        try {
            JsonNode json = JSON.readTree(bytes);
            position = json.path("position").asLong(-1);
            String revision = json.path("revision").asString("");
            LogEntry entry = new LogEntry(
                    position,
                    json.path("stream").asString(""),
                    json.path("sequence").asLong(-1),
                    json.path("type").asString(""),
                    revision.isEmpty() ? null : revision,
                    Instant.parse(json.path("recordedAt").asString("")),
                    json.path("payloadHash").asString(""),
                    json.path("metadataHash").asString(""));
            if (Arrays.equals(entry.bytes(), bytes)) {
                return entry;
            }
        } catch (JacksonException | DateTimeParseException | IllegalArgumentException e) {
            throw new Wrong(new Finding(Kind.ENTRY_MALFORMED, position, "entry", "", String.valueOf(e.getMessage())));
        }
        throw new Wrong(Finding.at(Kind.ENTRY_MALFORMED, position, "entry"));
    }

    private static String sameAs(ToldEvent event, LogEntry entry) {
        if (!saltedHash(event.payloadSalt(), event.payload()).equals(entry.payloadHash())) {
            throw new Wrong(Finding.at(Kind.EVENT_NOT_AS_PUBLISHED, entry.position(), "payload"));
        }
        if (!saltedHash(event.metadataSalt(), event.metadata()).equals(entry.metadataHash())) {
            throw new Wrong(Finding.at(Kind.EVENT_NOT_AS_PUBLISHED, entry.position(), "metadata"));
        }
        try {
            if (JSON.readTree(event.metadata()).path("eventId").asString("").equals(event.eventId())) {
                return event.eventId();
            }
        } catch (JacksonException e) {
            throw new Wrong(new Finding(
                    Kind.EVENT_NOT_AS_PUBLISHED, entry.position(), "metadata", "", String.valueOf(e.getMessage())));
        }
        throw new Wrong(Finding.at(Kind.EVENT_NOT_AS_PUBLISHED, entry.position(), "eventId"));
    }

    /** SHA-256 of a salt and a text in hex; empty if the salt is none. */
    public static String saltedHash(String saltHex, String text) {
        try {
            byte[] salt = HexFormat.of().parseHex(saltHex);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] both = Arrays.copyOf(salt, salt.length + bytes.length);
            System.arraycopy(bytes, 0, both, salt.length, bytes.length);
            return Sha256.hex(both);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The leaf hash of an entry in hex. */
    public static String leafHash(byte[] entry) {
        return Hash.ofLeaf(entry).hex();
    }
}
