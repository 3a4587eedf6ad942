package org.progressledger.ledger.deadletter;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;

/**
 * Keeps messages whole, for queues of events that stand nowhere else. Whoever can read the queue can read what they say. A
 * message's place in a stream is not kept.
 */
public final class SerializedContent implements LetterContent {
    private final Serializer serializer;

    public SerializedContent(Serializer serializer) {
        this.serializer = serializer;
    }

    @Override
    public Document keep(EventMessage<?> message) {
        SerializedObject<String> payload = message.serializePayload(serializer, String.class);
        Document kept = new Document("type", payload.getType().getName())
                .append("revision", payload.getType().getRevision())
                .append("payload", payload.getData())
                .append(
                        "metadata",
                        message.serializeMetaData(serializer, String.class).getData())
                .append("timestamp", message.getTimestamp().toString())
                .append("id", message.getIdentifier());
        if (message instanceof DomainEventMessage<?> event) {
            kept.append("aggregateType", event.getType())
                    .append("aggregate", event.getAggregateIdentifier())
                    .append("sequence", event.getSequenceNumber());
        }
        return kept;
    }

    @Override
    public EventMessage<?> read(Document kept) {
        SerializedObject<String> payload = new SimpleSerializedObject<>(
                kept.getString("payload"), String.class, kept.getString("type"), kept.getString("revision"));
        SerializedObject<String> metadata =
                new SimpleSerializedObject<>(kept.getString("metadata"), String.class, MetaData.class.getName(), null);
        String id = kept.getString("id");
        Instant timestamp = Instant.parse(kept.getString("timestamp"));
        SerializedMessage<Object> message = new SerializedMessage<>(id, payload, metadata, serializer);
        return kept.containsKey("aggregate")
                ? new GenericDomainEventMessage<>(
                        kept.getString("aggregateType"),
                        kept.getString("aggregate"),
                        kept.getLong("sequence"),
                        message,
                        () -> timestamp)
                : new GenericEventMessage<>(message, () -> timestamp);
    }
}
