package org.progressledger.ledger;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * The stored form of a commit, fixed for ever. A revision or request digest that is not there is left out.
 *
 * <p>{@code command}, {@code keys}, {@code eventIds} and {@code leafHash} repeat what other fields say: the first three
 * for their unique indexes, the last so that a change of what only the log entry covers shows before the log is sealed.
 */
final class CommitDocument {

    static final String ID = "_id";
    static final String RECORDED_AT = "recordedAt";
    static final String COMMAND = "command";
    static final String ACTOR = "actor";
    static final String COMMAND_ID = "commandId";
    static final String REQUEST_DIGEST = "requestDigest";
    static final String KEYS = "keys";
    static final String EVENT_IDS = "eventIds";
    static final String EVENTS = "events";

    private CommitDocument() {}

    static RawBsonDocument of(Commit commit) {
        BsonDocument document = new BsonDocument()
                .append(ID, new BsonInt64(commit.firstPosition()))
                .append(RECORDED_AT, new BsonDateTime(commit.recordedAt().toEpochMilli()))
                .append(COMMAND, new BsonString(commandKey(commit)))
                .append(ACTOR, new BsonString(commit.actor()))
                .append(COMMAND_ID, new BsonString(commit.commandId()));
        if (commit.requestDigest() != null) {
            document.append(REQUEST_DIGEST, new BsonString(commit.requestDigest()));
        }
        document.append(KEYS, strings(keys(commit)))
                .append(EVENT_IDS, strings(eventIds(commit)))
                .append(
                        EVENTS,
                        new BsonArray(commit.events().stream()
                                .map(CommitDocument::event)
                                .toList()));
        return new RawBsonDocument(document, new BsonDocumentCodec());
    }

    static int bytes(RawBsonDocument document) {
        return document.getByteBuffer().remaining();
    }

    static String commandKey(Commit commit) {
        return CommandIdentity.key(commit.actor(), commit.commandId());
    }

    static List<String> keys(Commit commit) {
        return commit.events().stream()
                .map(event -> StreamKey.of(event.stream(), event.sequence()))
                .toList();
    }

    static List<String> eventIds(Commit commit) {
        return commit.events().stream().map(LedgerEvent::eventId).toList();
    }

    static BsonArray strings(List<String> values) {
        return new BsonArray(
                values.stream().map(value -> (BsonValue) new BsonString(value)).toList());
    }

    private static BsonValue event(LedgerEvent event) {
        BsonDocument document = new BsonDocument()
                .append("id", new BsonString(event.eventId()))
                .append("stream", new BsonString(event.stream()))
                .append("aggregateType", new BsonString(event.aggregateType()))
                .append("sequence", new BsonInt64(event.sequence()))
                .append("type", new BsonString(event.type()));
        if (event.revision() != null) {
            document.append("revision", new BsonString(event.revision()));
        }
        return document.append("timestamp", new BsonDateTime(event.timestamp().toEpochMilli()))
                .append("payload", new BsonString(event.payload()))
                .append("payloadSalt", new BsonString(event.payloadSalt()))
                .append("payloadHash", new BsonString(event.payloadHash()))
                .append("metadata", new BsonString(event.metadataJson()))
                .append("metadataSalt", new BsonString(event.metadataSalt()))
                .append("metadataHash", new BsonString(event.metadataHash()))
                .append("leafHash", new BsonString(event.leafHash()));
    }
}
