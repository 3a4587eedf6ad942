package org.progressledger.ledger;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.BSONException;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * The form in which appends and what became of them travel between processes: BSON, as they are stored.
 *
 * <p>An append travels with its salts, so that both processes recognise what is recorded of it. Of a commit only its place and
 * time travel back: who sent the append makes the same commit of it. Somebody else's commit travels whole, and is checked.
 */
final class AppendWire {

    /** Of the whole exchange: whoever meets another one appends by itself. */
    private static final int FORM = 1;

    private static final Pattern SALT = Pattern.compile("[0-9a-f]{64}");
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    /**
     * An append that another process sent.
     *
     * @param payloadSalts of each event
     * @param metadataSalts of each event
     * @param patience of whoever asked there, as far as it is left
     */
    record Forwarded(Append append, List<String> payloadSalts, List<String> metadataSalts, Duration patience) {}

    /** What became of an append. */
    sealed interface Outcome {

        /** It stands there. */
        record Recorded(long position, Instant recordedAt) implements Outcome {}

        /** It was refused. */
        record Refused(LedgerException reason) implements Outcome {}
    }

    private AppendWire() {}

    static byte[] question(List<Pending> appends) {
        return bytes("appends", appends.stream().map(AppendWire::append).toList());
    }

    /** @throws IllegalArgumentException if it is nothing of the kind */
    static List<Forwarded> readQuestion(byte[] bytes) {
        return read(bytes, "appends").stream().map(AppendWire::append).toList();
    }

    static byte[] answer(List<Outcome> outcomes) {
        return bytes("outcomes", outcomes.stream().map(AppendWire::outcome).toList());
    }

    /**
     * @param asked for how many appends
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    static List<Outcome> readAnswer(byte[] bytes, int asked) {
        List<Outcome> outcomes = new ArrayList<>();
        for (BsonDocument one : read(bytes, "outcomes")) {
            try {
                outcomes.add(outcome(one));
            } catch (BSONException | DateTimeException | LedgerDamaged e) {
                throw new IllegalArgumentException("Not an outcome: " + e.getMessage(), e);
            }
        }
        if (outcomes.size() != asked) {
            throw new IllegalArgumentException(outcomes.size() + " outcomes of " + asked + " appends");
        }
        return outcomes;
    }

    private static byte[] bytes(String name, List<? extends BsonValue> values) {
        return bytes(new BsonDocument("form", new BsonInt32(FORM)).append(name, new BsonArray(values)));
    }

    private static byte[] bytes(BsonDocument document) {
        ByteBuf buffer = new RawBsonDocument(document, CODEC).getByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static List<BsonDocument> read(byte[] bytes, String name) {
        try {
            BsonDocument document = new RawBsonDocument(bytes).decode(CODEC);
            if (document.getInt32("form").getValue() != FORM) {
                throw new IllegalArgumentException("Another form: " + document.get("form"));
            }
            return document.getArray(name).stream().map(BsonValue::asDocument).toList();
        } catch (BSONException e) {
            throw new IllegalArgumentException("Not of this form: " + e.getMessage(), e);
        }
    }

    private static BsonDocument append(Pending pending) {
        Draft draft = pending.draft();
        CommandIdentity command = draft.append().command();
        List<NewEvent> events = draft.append().events();
        BsonArray written = new BsonArray(events.size());
        for (int i = 0; i < events.size(); i++) {
            written.add(event(events.get(i), draft.payloadSalt(i), draft.metadataSalt(i)));
        }
        BsonDocument document = new BsonDocument("patience", new BsonInt64(pending.nanosLeft()))
                .append("actor", new BsonString(command.actor()))
                .append("commandId", new BsonString(command.commandId()));
        append(document, "requestDigest", command.requestDigest());
        return document.append("events", written);
    }

    private static BsonDocument event(NewEvent event, String payloadSalt, String metadataSalt) {
        BsonDocument document = new BsonDocument("id", new BsonString(event.eventId()))
                .append("aggregateType", new BsonString(event.aggregateType()))
                .append("stream", new BsonString(event.stream()))
                .append("sequence", new BsonInt64(event.sequence()))
                .append("type", new BsonString(event.type()));
        append(document, "revision", event.revision());
        return document.append("timestamp", new BsonDateTime(event.timestamp().toEpochMilli()))
                .append("payload", new BsonString(event.payload()))
                .append("payloadSalt", new BsonString(payloadSalt))
                .append("metadata", new BsonString(CanonicalJson.write(event.metadata())))
                .append("metadataSalt", new BsonString(metadataSalt));
    }

    private static void append(BsonDocument document, String name, @Nullable String value) {
        if (value != null) {
            document.append(name, new BsonString(value));
        }
    }

    private static Forwarded append(BsonDocument document) {
        try {
            List<BsonDocument> events = document.getArray("events").stream()
                    .map(BsonValue::asDocument)
                    .toList();
            Append append = new Append(
                    new CommandIdentity(
                            text(document, "actor"),
                            text(document, "commandId"),
                            optionalText(document, "requestDigest")),
                    events.stream().map(AppendWire::event).toList());
            return new Forwarded(
                    append,
                    events.stream().map(event -> salt(event, "payloadSalt")).toList(),
                    events.stream().map(event -> salt(event, "metadataSalt")).toList(),
                    Duration.ofNanos(document.getInt64("patience").getValue()));
        } catch (BSONException | DateTimeException e) {
            throw new IllegalArgumentException("Not an append: " + e.getMessage(), e);
        }
    }

    private static NewEvent event(BsonDocument document) {
        Map<String, Object> metadata = Envelope.parse(text(document, "metadata"));
        return new NewEvent(
                text(document, "id"),
                text(document, "aggregateType"),
                text(document, "stream"),
                document.getInt64("sequence").getValue(),
                text(document, "type"),
                optionalText(document, "revision"),
                instant(document, "timestamp"),
                text(document, "payload"),
                metadata);
    }

    private static String salt(BsonDocument document, String name) {
        String salt = text(document, name);
        if (!SALT.matcher(salt).matches()) {
            throw new IllegalArgumentException("Not a salt: " + name);
        }
        return salt;
    }

    private static BsonDocument outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded ->
                kind("Recorded")
                        .append("position", new BsonInt64(recorded.position()))
                        .append("recordedAt", date(recorded.recordedAt()));
            case Outcome.Refused refused -> refusal(refused.reason());
        };
    }

    private static BsonDocument refusal(LedgerException reason) {
        return switch (reason) {
            case AppendTooLarge large ->
                kind("AppendTooLarge")
                        .append("limit", new BsonString(large.limit()))
                        .append("allowed", new BsonInt64(large.allowed()))
                        .append("actual", new BsonInt64(large.actual()));
            case ClockBehindLedger behind ->
                kind("ClockBehindLedger")
                        .append("clock", date(behind.clock()))
                        .append("lastRecordedAt", date(behind.lastRecordedAt()));
            case CommandAlreadyRecorded before ->
                kind("CommandAlreadyRecorded")
                        .append("commit", new BsonBinary(bytes(CommitDocument.of(before.commit()))));
            case DuplicateEventId duplicate ->
                kind("DuplicateEventId").append("eventId", new BsonString(duplicate.eventId()));
            case LedgerDamaged damaged ->
                kind("LedgerDamaged")
                        .append("position", new BsonInt64(damaged.position()))
                        .append("field", new BsonString(damaged.field()))
                        .append("reason", new BsonString(damaged.reason()));
            case LedgerUnavailable unavailable ->
                kind("LedgerUnavailable")
                        .append("reason", new BsonString(String.valueOf(unavailable.getMessage())))
                        .append("outcomeUnknown", BsonBoolean.valueOf(unavailable.outcomeUnknown()));
            case SequenceConflict conflict ->
                kind("SequenceConflict")
                        .append("stream", new BsonString(conflict.stream()))
                        .append("sequence", new BsonInt64(conflict.sequence()))
                        .append("reason", new BsonString(conflict.reason()));
        };
    }

    private static Outcome outcome(BsonDocument document) {
        return switch (text(document, "kind")) {
            case "Recorded" ->
                new Outcome.Recorded(document.getInt64("position").getValue(), instant(document, "recordedAt"));
            case "AppendTooLarge" ->
                new Outcome.Refused(new AppendTooLarge(
                        text(document, "limit"),
                        document.getInt64("allowed").getValue(),
                        document.getInt64("actual").getValue()));
            case "ClockBehindLedger" ->
                new Outcome.Refused(
                        new ClockBehindLedger(instant(document, "clock"), instant(document, "lastRecordedAt")));
            case "CommandAlreadyRecorded" ->
                new Outcome.Refused(new CommandAlreadyRecorded(CommitCheck.read(
                        new RawBsonDocument(document.getBinary("commit").getData()).decode(CODEC))));
            case "DuplicateEventId" -> new Outcome.Refused(new DuplicateEventId(text(document, "eventId")));
            case "LedgerDamaged" ->
                new Outcome.Refused(new LedgerDamaged(
                        document.getInt64("position").getValue(), text(document, "field"), text(document, "reason")));
            case "LedgerUnavailable" ->
                new Outcome.Refused(new LedgerUnavailable(
                        text(document, "reason"),
                        document.getBoolean("outcomeUnknown").getValue(),
                        null));
            case "SequenceConflict" ->
                new Outcome.Refused(new SequenceConflict(
                        text(document, "stream"), document.getInt64("sequence").getValue(), text(document, "reason")));
            default -> throw new IllegalArgumentException("Not an outcome: " + document.get("kind"));
        };
    }

    private static BsonDocument kind(String name) {
        return new BsonDocument("kind", new BsonString(name));
    }

    private static BsonDateTime date(Instant instant) {
        return new BsonDateTime(instant.toEpochMilli());
    }

    private static Instant instant(BsonDocument document, String name) {
        return Instant.ofEpochMilli(document.getDateTime(name).getValue());
    }

    private static String text(BsonDocument document, String name) {
        return document.getString(name).getValue();
    }

    private static @Nullable String optionalText(BsonDocument document, String name) {
        return document.containsKey(name) ? text(document, name) : null;
    }
}
