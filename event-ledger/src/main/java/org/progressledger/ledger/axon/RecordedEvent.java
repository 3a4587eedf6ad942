package org.progressledger.ledger.axon;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.LedgerEvent;

/** An event of the ledger as Axon takes it from a storage engine. */
class RecordedEvent implements TrackedEventData<Object> {

    static final String POSITION = "ledger.position";
    static final String RECORDED_AT = "ledger.recordedAt";
    static final String LEAF_HASH = "ledger.leafHash";

    private final LedgerEvent event;
    private final boolean stamped;

    private RecordedEvent(LedgerEvent event, boolean stamped) {
        this.event = event;
        this.stamped = stamped;
    }

    /** What a stream of all events gives: an event of no aggregate is no domain event. */
    static RecordedEvent tracked(LedgerEvent event, boolean stamped) {
        boolean ofNoAggregate = event.aggregateType().isEmpty()
                && event.sequence() == 0
                && event.stream().equals(event.eventId());
        return ofNoAggregate ? new RecordedEvent(event, stamped) : new OfAggregate(event, stamped);
    }

    static OfAggregate ofAggregate(LedgerEvent event, boolean stamped) {
        return new OfAggregate(event, stamped);
    }

    LedgerEvent event() {
        return event;
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(event.position());
    }

    @Override
    public String getEventIdentifier() {
        return event.eventId();
    }

    @Override
    public Instant getTimestamp() {
        return event.timestamp();
    }

    @Override
    public SerializedObject<Object> getMetaData() {
        return new StoredMetaData(this);
    }

    private MetaData metaData() {
        Map<String, Object> values = event.metadata();
        if (stamped) {
            values = new LinkedHashMap<>(values);
            values.put(POSITION, event.position());
            values.put(RECORDED_AT, event.recordedAt().toString());
            values.put(LEAF_HASH, event.leafHash());
        }
        return MetaData.from(values);
    }

    /** Read and stamped only when somebody asks for them. */
    private record StoredMetaData(RecordedEvent of) implements SerializedObject<Object> {

        @Override
        public Class<Object> getContentType() {
            return Object.class;
        }

        @Override
        public SerializedType getType() {
            return RecordedMetaDataSerializer.RECORDED_META_DATA;
        }

        @Override
        public Object getData() {
            return of.metaData();
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // Axon asks for one type of payload and metadata
    public SerializedObject<Object> getPayload() {
        return (SerializedObject) new SimpleSerializedObject<>(
                event.payload(), String.class, new StoredType(event.type(), event.revision()));
    }

    /** The stored name and revision. */
    record StoredType(String name, @Nullable String revision) implements SerializedType {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public @Nullable String getRevision() {
            return revision;
        }
    }

    /** One that belongs to an aggregate. */
    static final class OfAggregate extends RecordedEvent implements DomainEventData<Object> {

        private OfAggregate(LedgerEvent event, boolean stamped) {
            super(event, stamped);
        }

        @Override
        public @Nullable String getType() {
            return event().aggregateType().isEmpty() ? null : event().aggregateType();
        }

        @Override
        public String getAggregateIdentifier() {
            return event().stream();
        }

        @Override
        public long getSequenceNumber() {
            return event().sequence();
        }
    }
}
