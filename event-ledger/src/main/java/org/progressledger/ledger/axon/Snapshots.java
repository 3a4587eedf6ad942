package org.progressledger.ledger.axon;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.bson.Document;

/**
 * The newest snapshot of each aggregate, one document per aggregate. Snapshots are no facts: no hash covers them, and
 * they can all be deleted.
 */
final class Snapshots {

    private static final String SEQUENCE = "sequence";

    private final MongoCollection<Document> snapshots;

    Snapshots(MongoDatabase database, String collection, Duration timeout) {
        this.snapshots = database.getCollection(collection)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY)
                .withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        Document id = new Document("_id", snapshot.getAggregateIdentifier());
        Document stored = snapshots.find(id).first();
        if (stored != null && stored.getLong(SEQUENCE) > snapshot.getSequenceNumber()) {
            return;
        }
        SerializedObject<String> payload = snapshot.serializePayload(serializer, String.class);
        SerializedObject<String> metadata = snapshot.serializeMetaData(serializer, String.class);
        Document document = new Document(id)
                .append("aggregateType", snapshot.getType())
                .append(SEQUENCE, snapshot.getSequenceNumber())
                .append("eventId", snapshot.getIdentifier())
                .append("type", payload.getType().getName())
                .append("revision", payload.getType().getRevision())
                .append("timestamp", snapshot.getTimestamp().toString())
                .append("payload", payload.getData())
                .append("metadata", metadata.getData());
        try {
            snapshots.replaceOne(id, document, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // somebody else stored one at this moment: theirs will do
        }
    }

    Optional<DomainEventData<String>> newest(String aggregateIdentifier) {
        return Optional.ofNullable(
                        snapshots.find(new Document("_id", aggregateIdentifier)).first())
                .map(stored -> new GenericDomainEventEntry<>(
                        stored.getString("aggregateType"),
                        aggregateIdentifier,
                        stored.getLong(SEQUENCE),
                        stored.getString("eventId"),
                        stored.getString("timestamp"),
                        stored.getString("type"),
                        stored.getString("revision"),
                        stored.getString("payload"),
                        stored.getString("metadata")));
    }
}
