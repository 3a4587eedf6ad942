package org.progressledger.ledger;

import static org.progressledger.ledger.BsonWalk.field;
import static org.progressledger.ledger.BsonWalk.require;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.BsonWalk.Unexpected;
import org.progressledger.ledger.tree.Hash;

/**
 * Looks at a stored commit where its bytes lie, many times as fast as {@link CommitCheck} reads it: no document, no maps, no texts are
 * made of them. It accepts only what that would accept too, and leaves to it whatever is not written in the usual order and form:
 * what is wrong, where, is told by that alone. Not safe for several threads.
 */
public final class CommitScan {

    private static final byte[] ID = field(BsonType.INT64, CommitDocument.ID);
    private static final byte[] RECORDED_AT = field(BsonType.DATE_TIME, CommitDocument.RECORDED_AT);
    private static final byte[] COMMAND = field(BsonType.STRING, CommitDocument.COMMAND);
    private static final byte[] ACTOR = field(BsonType.STRING, CommitDocument.ACTOR);
    private static final byte[] COMMAND_ID = field(BsonType.STRING, CommitDocument.COMMAND_ID);
    private static final byte[] REQUEST_DIGEST = field(BsonType.STRING, CommitDocument.REQUEST_DIGEST);
    private static final byte[] KEYS = field(BsonType.ARRAY, CommitDocument.KEYS);
    private static final byte[] EVENT_IDS = field(BsonType.ARRAY, CommitDocument.EVENT_IDS);
    private static final byte[] EVENTS = field(BsonType.ARRAY, CommitDocument.EVENTS);
    private static final byte[] EVENT_ID = field(BsonType.STRING, "id");
    private static final byte[] STREAM = field(BsonType.STRING, "stream");
    private static final byte[] AGGREGATE_TYPE = field(BsonType.STRING, "aggregateType");
    private static final byte[] SEQUENCE = field(BsonType.INT64, "sequence");
    private static final byte[] TYPE = field(BsonType.STRING, "type");
    private static final byte[] REVISION = field(BsonType.STRING, "revision");
    private static final byte[] TIMESTAMP = field(BsonType.DATE_TIME, "timestamp");
    private static final byte[] PAYLOAD = field(BsonType.STRING, "payload");
    private static final byte[] PAYLOAD_SALT = field(BsonType.STRING, "payloadSalt");
    private static final byte[] PAYLOAD_HASH = field(BsonType.STRING, "payloadHash");
    private static final byte[] METADATA = field(BsonType.STRING, "metadata");
    private static final byte[] METADATA_SALT = field(BsonType.STRING, "metadataSalt");
    private static final byte[] METADATA_HASH = field(BsonType.STRING, "metadataHash");
    private static final byte[] LEAF_HASH = field(BsonType.STRING, "leafHash");
    private static final byte LEAF = 0;

    /** What stands between the values of an entry, an envelope and a command. */
    private static final class Json {
        static final byte[] PAIR = ascii("[\"");
        static final byte[] NEXT = ascii("\",\"");
        static final byte[] PAIR_END = ascii("\"]");
        static final byte[] AGGREGATE_TYPE = ascii("{\"aggregateType\":\"");
        static final byte[] COMMIT_ACTOR = ascii("\",\"commit\":{\"actor\":\"");
        static final byte[] COMMAND_ID = ascii("\",\"commandId\":\"");
        static final byte[] FIRST = ascii("\",\"first\":");
        static final byte[] REQUEST_DIGEST = ascii(",\"requestDigest\":\"");
        static final byte[] SIZE = ascii("\",\"size\":");
        static final byte[] EVENT_ID = ascii("},\"eventId\":\"");
        static final byte[] TIMESTAMP = ascii("\",\"timestamp\":\"");
        static final byte[] VALUES = ascii("\",\"values\":");
        static final byte[] METADATA_HASH = ascii("{\"metadataHash\":\"");
        static final byte[] PAYLOAD_HASH = ascii("\",\"payloadHash\":\"");
        static final byte[] POSITION = ascii("\",\"position\":");
        static final byte[] RECORDED_AT = ascii(",\"recordedAt\":\"");
        static final byte[] REVISION = ascii("\",\"revision\":\"");
        static final byte[] SEQUENCE = ascii("\",\"sequence\":");
        static final byte[] STREAM = ascii(",\"stream\":\"");
        static final byte[] TYPE = ascii("\",\"type\":\"");
        static final byte[] ENTRY_END = ascii("\"}");

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final MessageDigest sha256 = Sha256.digest();
    private final byte[] salt = new byte[Hash.BYTES];
    private final byte[] digest = new byte[Hash.BYTES];
    private final Scratch text = new Scratch();
    private final Scratch head = new Scratch();
    private final Scratch recorded = new Scratch();
    private final StoredInstants recordedAts = new StoredInstants();
    private final StoredInstants timestamps = new StoredInstants();
    private Asked asked = Asked.NOTHING;
    private @Nullable List<LedgerEvent> decoded;

    /** What all events of a commit share, as texts. */
    private record Asked(
            Instant recordedAt,
            String actor,
            String commandId,
            @Nullable String requestDigest) {
        static final Asked NOTHING = new Asked(Instant.EPOCH, "", "", null);
    }

    /**
     * A commit all of whose fields agree.
     *
     * @param firstPosition position of its first event
     * @param recordedAt when the ledger took it
     * @param command its actor and command id as one text, unambiguous
     * @param events by position
     */
    public record Scanned(long firstPosition, Instant recordedAt, StoredBytes command, List<ScannedEvent> events) {}

    /**
     * An event of it.
     *
     * @param id unique in the ledger
     * @param entry the log entry's canonical bytes; not to be changed
     * @param leaf the entry's hash
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    public record ScannedEvent(StoredBytes id, String stream, long sequence, byte[] entry, Hash leaf) {}

    /**
     * The commit, if it is written as the ledger writes it and all its fields agree. Otherwise nothing, which does not mean that it is
     * wrong: that is for {@link CommitCheck} to say.
     *
     * @param bytes that hold the document; not to be changed while what is returned is in use
     */
    public Optional<Scanned> scan(byte[] bytes, int from, int length) {
        try {
            return Optional.of(commit(new BsonWalk(bytes, from, length)));
        } catch (Unexpected e) {
            return Optional.empty();
        }
    }

    /** The same, all of it: what {@link CommitCheck#read} gives of such a document. */
    Optional<Commit> read(byte[] bytes, int from, int length) {
        decoded = new ArrayList<>(1);
        try {
            Scanned scanned = commit(new BsonWalk(bytes, from, length));
            return Optional.of(new Commit(
                    scanned.firstPosition(),
                    decoded.size(),
                    scanned.recordedAt(),
                    asked.actor(),
                    asked.commandId(),
                    asked.requestDigest(),
                    decoded));
        } catch (Unexpected e) {
            return Optional.empty();
        } finally {
            decoded = null;
        }
    }

    /** Texts of an array, as many as there are. */
    private static List<StoredBytes> texts(BsonWalk walk, byte[] field) {
        List<StoredBytes> texts = new ArrayList<>(1);
        int around = walk.enter(field);
        while (!walk.isOver()) {
            walk.element(BsonType.STRING, texts.size());
            texts.add(walk.text());
        }
        walk.leave(around);
        return texts;
    }

    private Scanned commit(BsonWalk walk) {
        long first = inRange(walk.number(ID));
        long recordedAt = walk.number(RECORDED_AT);
        StoredBytes command = walk.text(COMMAND);
        StoredBytes actor = walk.plain(ACTOR);
        StoredBytes commandId = walk.plain(COMMAND_ID);
        StoredBytes digested = walk.isNext(REQUEST_DIGEST) ? walk.plain(REQUEST_DIGEST) : StoredBytes.NONE;
        List<StoredBytes> keys = texts(walk, KEYS);
        List<StoredBytes> ids = texts(walk, EVENT_IDS);
        require(!keys.isEmpty() && keys.size() == ids.size());
        require(text.clear()
                .add(Json.PAIR)
                .add(actor)
                .add(Json.NEXT)
                .add(commandId)
                .add(Json.PAIR_END)
                .is(command));
        head.clear().add(Json.COMMIT_ACTOR).add(actor).add(Json.COMMAND_ID).add(commandId);
        head.add(Json.FIRST).add(first).add(Json.REQUEST_DIGEST).add(digested);
        head.add(Json.SIZE).add((long) keys.size()).add(Json.EVENT_ID);
        recordedAts.add(recordedAt, recorded.clear());
        if (decoded != null) {
            asked = new Asked(
                    Instant.ofEpochMilli(recordedAt),
                    actor.toString(),
                    commandId.toString(),
                    digested == StoredBytes.NONE ? null : digested.toString());
        }
        List<ScannedEvent> events = new ArrayList<>(keys.size());
        int around = walk.enter(EVENTS);
        int index = 0;
        while (!walk.isOver()) {
            require(index < keys.size());
            walk.element(BsonType.DOCUMENT, index);
            event(walk, inRange(first + index), keys.get(index), ids.get(index), events);
            index++;
        }
        require(index == keys.size());
        walk.leave(around);
        walk.end();
        return new Scanned(first, Instant.ofEpochMilli(recordedAt), command, events);
    }

    /** Adds the event to those, or to what is decoded. */
    private void event(BsonWalk walk, long position, StoredBytes key, StoredBytes knownId, List<ScannedEvent> events) {
        int around = walk.enter();
        StoredBytes id = walk.plain(EVENT_ID);
        StoredBytes stream = walk.plain(STREAM);
        StoredBytes aggregateType = walk.plain(AGGREGATE_TYPE);
        long sequence = inRange(walk.number(SEQUENCE));
        StoredBytes type = walk.plain(TYPE);
        StoredBytes revision = walk.isNext(REVISION) ? walk.plain(REVISION) : StoredBytes.NONE;
        long timestamp = walk.number(TIMESTAMP);
        StoredBytes payload = walk.text(PAYLOAD);
        StoredBytes payloadSalt = walk.text(PAYLOAD_SALT);
        StoredBytes payloadHash = hashed(payload, payloadSalt, walk.text(PAYLOAD_HASH));
        StoredBytes metadata = walk.text(METADATA);
        StoredBytes metadataSalt = walk.text(METADATA_SALT);
        StoredBytes metadataHash = hashed(metadata, metadataSalt, walk.text(METADATA_HASH));
        StoredBytes leafHash = walk.text(LEAF_HASH);
        walk.leave(around);

        require(id.is(knownId));
        require(text.clear().add(stream).add((byte) '/').add(sequence).is(key));
        int beforeValues = requireEnvelope(metadata, aggregateType, id, timestamp);
        text.clear()
                .add(Json.METADATA_HASH)
                .add(metadataHash)
                .add(Json.PAYLOAD_HASH)
                .add(payloadHash);
        text.add(Json.POSITION).add(position).add(Json.RECORDED_AT).add(recorded);
        text.add(Json.REVISION).add(revision).add(Json.SEQUENCE).add(sequence);
        text.add(Json.STREAM).add(stream).add(Json.TYPE).add(type).add(Json.ENTRY_END);
        sha256.update(LEAF);
        text.addTo(sha256);
        finish();
        require(StoredHex.is(leafHash, digest));
        if (decoded == null) {
            events.add(new ScannedEvent(id, stream.toString(), sequence, text.copy(), Hash.of(digest)));
        } else {
            String envelope = metadata.toString();
            decoded.add(new LedgerEvent(
                    position,
                    stream.toString(),
                    aggregateType.toString(),
                    sequence,
                    id.toString(),
                    type.toString(),
                    revision == StoredBytes.NONE ? null : revision.toString(),
                    Instant.ofEpochMilli(timestamp),
                    asked.recordedAt(),
                    asked.actor(),
                    asked.commandId(),
                    payload.toString(),
                    new EnvelopeValues(envelope, beforeValues),
                    envelope,
                    payloadSalt.toString(),
                    payloadHash.toString(),
                    metadataSalt.toString(),
                    metadataHash.toString(),
                    leafHash.toString()));
        }
    }

    /** The hash, if it is that of salt and text. */
    private StoredBytes hashed(StoredBytes stored, StoredBytes hexSalt, StoredBytes hash) {
        require(Utf8.isValid(stored.bytes(), stored.from(), stored.from() + stored.length()));
        require(StoredHex.read(hexSalt, salt));
        sha256.update(salt);
        sha256.update(stored.bytes(), stored.from(), stored.length());
        finish();
        require(StoredHex.is(hash, digest));
        return hash;
    }

    /** The metadata has to begin with what the other fields say, and to end with canonical values; how many bytes are before these. */
    private int requireEnvelope(StoredBytes metadata, StoredBytes aggregateType, StoredBytes id, long timestamp) {
        text.clear()
                .add(Json.AGGREGATE_TYPE)
                .add(aggregateType)
                .add(head)
                .add(id)
                .add(Json.TIMESTAMP);
        timestamps.add(timestamp, text);
        text.add(Json.VALUES);
        require(text.begins(metadata.bytes(), metadata.from(), metadata.length()));
        int end = metadata.from() + metadata.length() - 1;
        require(metadata.bytes()[end] == '}');
        require(CanonicalBytes.isObject(metadata.bytes(), metadata.from() + text.size(), end));
        return text.size();
    }

    private void finish() {
        try {
            sha256.digest(digest, 0, digest.length);
        } catch (DigestException e) {
            throw new IllegalStateException("A SHA-256 has 32 bytes", e);
        }
    }

    private static long inRange(long number) {
        require(number >= 0 && number <= CanonicalJson.MAX_INTEGER);
        return number;
    }
}
