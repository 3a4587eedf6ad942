package org.progressledger.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.Envelope.CommitHead;

/** Reads a stored commit and trusts none of it: every field is covered by a hash or equals what it derives from. */
public final class CommitCheck {

    private CommitCheck() {}

    /**
     * The commit, if all its fields agree.
     *
     * @param document as it is stored
     * @throws LedgerDamaged naming the position and the field that disagrees; position -1 if the document has none
     */
    public static Commit read(BsonDocument document) {
        long first = position(document);
        StoredFields fields = new StoredFields(document, first, "");
        fields.number(CommitDocument.ID);
        Instant recordedAt = fields.instant(CommitDocument.RECORDED_AT);
        List<StoredFields> stored = fields.documents(CommitDocument.EVENTS);
        if (stored.isEmpty()) {
            throw fields.damaged(CommitDocument.EVENTS, "holds no event");
        }
        CommitHead head = new CommitHead(
                fields.text(CommitDocument.ACTOR),
                fields.text(CommitDocument.COMMAND_ID),
                fields.optionalText(CommitDocument.REQUEST_DIGEST),
                first,
                stored.size());
        List<LedgerEvent> events = new ArrayList<>(stored.size());
        for (int i = 0; i < stored.size(); i++) {
            events.add(event(stored.get(i), first + i, head, recordedAt));
        }
        Commit commit = new Commit(
                first, events.size(), recordedAt, head.actor(), head.commandId(), head.requestDigest(), events);
        checkCopies(fields, commit);
        fields.nothingElse();
        return commit;
    }

    static long position(BsonDocument document) {
        if (!document.isInt64(CommitDocument.ID)) {
            throw new LedgerDamaged(-1, CommitDocument.ID, "not a position: " + document.get(CommitDocument.ID));
        }
        return document.getInt64(CommitDocument.ID).getValue();
    }

    private static LedgerEvent event(StoredFields fields, long position, CommitHead head, Instant recordedAt) {
        String payload = fields.text("payload");
        String payloadSalt = fields.hash("payloadSalt");
        String payloadHash = fields.hash("payloadHash");
        if (!agree(payloadSalt, payload, payloadHash)) {
            throw fields.damaged("payload", "payload, payloadSalt and payloadHash do not agree");
        }
        String metadata = fields.text("metadata");
        String metadataSalt = fields.hash("metadataSalt");
        String metadataHash = fields.hash("metadataHash");
        if (!agree(metadataSalt, metadata, metadataHash)) {
            throw fields.damaged("metadata", "metadata, metadataSalt and metadataHash do not agree");
        }
        Map<String, Object> values = values(fields, metadata);
        Envelope envelope = new Envelope(
                head, fields.text("aggregateType"), fields.text("id"), fields.instant("timestamp"), values);
        checkEnvelope(fields, envelope, metadata);
        LedgerEvent event = new LedgerEvent(
                position,
                fields.text("stream"),
                envelope.aggregateType(),
                fields.number("sequence"),
                envelope.eventId(),
                fields.text("type"),
                fields.optionalText("revision"),
                envelope.timestamp(),
                recordedAt,
                head.actor(),
                head.commandId(),
                payload,
                values,
                metadata,
                payloadSalt,
                payloadHash,
                metadataSalt,
                metadataHash,
                fields.hash("leafHash"));
        checkLeaf(fields, event);
        fields.nothingElse();
        return event;
    }

    private static boolean agree(String salt, String text, String hash) {
        try {
            return SaltedHash.of(salt, text).equals(hash);
        } catch (IllegalArgumentException e) {
            return false; // text without a UTF-8 form was never written
        }
    }

    private static Map<String, Object> values(StoredFields fields, String metadata) {
        try {
            if (Envelope.parse(metadata).get("values") instanceof Map<?, ?> values) {
                return asNamed(values); // a copy that nobody else has
            }
        } catch (IllegalArgumentException e) {
            throw fields.damaged("metadata", String.valueOf(e.getMessage()));
        }
        throw fields.damaged("metadata", "holds no values");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asNamed(Map<?, ?> members) {
        return (Map<String, Object>) members; // members of parsed JSON have names
    }

    private static void checkEnvelope(StoredFields fields, Envelope expected, String metadata) {
        String json;
        try {
            json = expected.json();
        } catch (IllegalArgumentException e) {
            throw fields.damaged("metadata", String.valueOf(e.getMessage()));
        }
        if (!json.equals(metadata)) {
            Map<String, Object> stored = Envelope.parse(metadata);
            throw differs(fields, firstDifference("", stored, expected.members()));
        }
    }

    private static String firstDifference(String path, Map<String, Object> stored, Map<String, Object> expected) {
        for (Map.Entry<String, Object> member : expected.entrySet()) {
            Object was = stored.get(member.getKey());
            if (was instanceof Map<?, ?> inner && member.getValue() instanceof Map<?, ?> expectedInner) {
                String deeper = firstDifference(member.getKey() + '.', asNamed(inner), asNamed(expectedInner));
                if (!deeper.isEmpty()) {
                    return deeper;
                }
            } else if (!Objects.equals(was, member.getValue())) {
                return path + member.getKey();
            }
        }
        return "";
    }

    private static LedgerDamaged differs(StoredFields fields, String member) {
        String reason = "the hashed metadata says otherwise";
        return switch (member) {
            case "commit.actor" -> fields.damagedCommit(CommitDocument.ACTOR, reason);
            case "commit.commandId" -> fields.damagedCommit(CommitDocument.COMMAND_ID, reason);
            case "commit.requestDigest" -> fields.damagedCommit(CommitDocument.REQUEST_DIGEST, reason);
            case "commit.first" -> fields.damagedCommit(CommitDocument.ID, reason);
            case "commit.size" -> fields.damagedCommit(CommitDocument.EVENTS, reason);
            case "eventId" -> fields.damaged("id", reason);
            case "" -> fields.damaged("metadata", "not in its canonical form");
            default -> fields.damaged(member, reason);
        };
    }

    private static void checkLeaf(StoredFields fields, LedgerEvent event) {
        @Nullable String leaf;
        try {
            leaf = event.logEntry().leafHash();
        } catch (IllegalArgumentException e) {
            leaf = null; // text without a UTF-8 form was never written
        }
        if (!event.leafHash().equals(leaf)) {
            throw fields.damaged(
                    "leafHash",
                    "stream, sequence, type, revision, recordedAt or a hash is not what was hashed into leafHash");
        }
    }

    private static void checkCopies(StoredFields fields, Commit commit) {
        if (!fields.text(CommitDocument.COMMAND).equals(CommitDocument.commandKey(commit))) {
            throw fields.damaged(CommitDocument.COMMAND, "is not made of actor and commandId");
        }
        checkCopy(fields, CommitDocument.KEYS, CommitDocument.keys(commit), "stream/sequence");
        checkCopy(fields, CommitDocument.EVENT_IDS, CommitDocument.eventIds(commit), "id");
    }

    private static void checkCopy(StoredFields fields, String field, List<String> expected, String of) {
        List<String> stored = fields.texts(field);
        if (!stored.equals(expected)) {
            throw fields.damaged(field, "is not the list of its events' " + of);
        }
    }
}
