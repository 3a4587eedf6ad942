package org.progressledger.ledger.axon;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandAlreadyRecorded;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.DuplicateEventId;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.LedgerException;
import org.progressledger.ledger.NewEvent;
import org.progressledger.ledger.SequenceConflict;

/**
 * Axon's storage engine on the ledger: one call of {@code appendEvents} is one commit, a token is a position.
 *
 * <p>A taken sequence or event id ends in Axon's own exceptions; {@link CommandAlreadyRecorded} and every other
 * {@link LedgerException} reach the caller as they are. Metadata values must be what {@link NewEvent} allows.
 */
public class LedgerEventStorageEngine extends BatchingEventStorageEngine {

    private static final long BEFORE_THE_FIRST = -1;
    private static final int WINDOW = 256;

    private final CommitLog log;
    private final Snapshots snapshots;
    private final Function<List<? extends EventMessage<?>>, CommandIdentity> identity;
    private final boolean stampReadEvents;
    private final Duration timestampLead;

    protected LedgerEventStorageEngine(Builder builder) {
        super(builder);
        this.log = requireNonNull(builder.log);
        this.snapshots =
                new Snapshots(requireNonNull(builder.database), builder.snapshotCollection, builder.snapshotTimeout);
        this.identity = builder.identity;
        this.stampReadEvents = builder.stampReadEvents;
        this.timestampLead = builder.timestampLead;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        Append append = new Append(
                identity.apply(events),
                events.stream().map(event -> toRecord(event, serializer)).toList());
        try {
            log.append(append);
        } catch (SequenceConflict e) {
            handlePersistenceException(
                    e,
                    refused(
                            events,
                            append,
                            event -> event.stream().equals(e.stream()) && event.sequence() == e.sequence()));
        } catch (DuplicateEventId e) {
            handlePersistenceException(
                    e, refused(events, append, event -> event.eventId().equals(e.eventId())));
        }
    }

    private static EventMessage<?> refused(
            List<? extends EventMessage<?>> events, Append append, Predicate<NewEvent> isRefused) {
        for (int i = 0; i < events.size(); i++) {
            if (isRefused.test(append.events().get(i))) {
                return events.get(i);
            }
        }
        return events.getFirst();
    }

    private static NewEvent toRecord(EventMessage<?> message, Serializer serializer) {
        SerializedObject<String> payload = message.serializePayload(serializer, String.class);
        String revision = payload.getType().getRevision();
        boolean ofAggregate = message instanceof DomainEventMessage<?>;
        DomainEventMessage<?> domainEvent = ofAggregate ? (DomainEventMessage<?>) message : null;
        return new NewEvent(
                message.getIdentifier(),
                domainEvent == null || domainEvent.getType() == null ? "" : domainEvent.getType(),
                domainEvent == null ? message.getIdentifier() : domainEvent.getAggregateIdentifier(),
                domainEvent == null ? 0 : domainEvent.getSequenceNumber(),
                payload.getType().getName(),
                revision == null || revision.isEmpty() ? null : revision,
                message.getTimestamp(),
                payload.getData(),
                message.getMetaData());
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.newest(aggregateIdentifier).stream();
    }

    /** Read ahead where there is much; ends where the ledger does, whatever the size of a batch. */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken after, boolean mayBlock) {
        return log.follow(position(after) + 1).map(event -> RecordedEvent.tracked(event, stampReadEvents));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return log.read(position(lastToken) + 1, batchSize).stream()
                .map(event -> RecordedEvent.tracked(event, stampReadEvents))
                .toList();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        try (Stream<LedgerEvent> events = log.streamOf(aggregateIdentifier, firstSequenceNumber)) {
            return events.limit(batchSize)
                    .map(event -> RecordedEvent.ofAggregate(event, stampReadEvents))
                    .toList();
        }
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = log.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(BEFORE_THE_FIRST);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.lastPosition().orElse(BEFORE_THE_FIRST));
    }

    /**
     * A token after which the first event made at {@code dateTime} or later comes; the end if there is none.
     *
     * <p>Nothing orders events by when they were made. The search begins where the ledger recorded {@code dateTime}, less
     * the lead that an event's timestamp may have over the ledger's clock.
     */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        long from = log.firstPositionRecordedSince(dateTime.minus(timestampLead));
        List<LedgerEvent> events = log.read(from, WINDOW);
        while (!events.isEmpty()) {
            for (LedgerEvent event : events) {
                if (!event.timestamp().isBefore(dateTime)) {
                    return new GlobalSequenceTrackingToken(event.position() - 1);
                }
            }
            events = log.read(events.getLast().position() + 1, WINDOW);
        }
        return createHeadToken();
    }

    private static long position(@Nullable TrackingToken token) {
        if (token == null) {
            return BEFORE_THE_FIRST;
        }
        if (WrappedToken.unwrapLowerBound(token) instanceof GlobalSequenceTrackingToken position) {
            return position.getGlobalIndex();
        }
        throw new IllegalArgumentException("Not a token of this ledger: " + token);
    }

    /** What an engine needs: the ledger, its database and the two serializers; the rest has defaults. */
    public static class Builder extends BatchingEventStorageEngine.Builder {

        private @Nullable CommitLog log;
        private @Nullable MongoDatabase database;
        private String snapshotCollection = "snapshots";
        private Duration snapshotTimeout = Duration.ofSeconds(5);
        private Function<List<? extends EventMessage<?>>, CommandIdentity> identity = new MetaDataIdentity();
        private boolean stampReadEvents;
        private Duration timestampLead = Duration.ofMinutes(5);

        @SuppressWarnings("this-escape") // sets a field of Axon's builder, which has no other way
        protected Builder() {
            super.persistenceExceptionResolver(e -> e instanceof SequenceConflict || e instanceof DuplicateEventId);
        }

        /** Where the events are. */
        public Builder commitLog(CommitLog commitLog) {
            this.log = commitLog;
            return this;
        }

        /** Where the snapshots are. */
        public Builder database(MongoDatabase snapshotDatabase) {
            this.database = snapshotDatabase;
            return this;
        }

        /** Name of the snapshots' collection; default {@code snapshots}. */
        public Builder snapshotCollection(String name) {
            this.snapshotCollection = name;
            return this;
        }

        /** How long storing or reading a snapshot may take; default 5 seconds. */
        public Builder snapshotTimeout(Duration timeout) {
            this.snapshotTimeout = timeout;
            return this;
        }

        /**
         * Tells who asked for the events of one append; default: metadata {@code actor}, {@code commandId} and
         * {@code requestDigest} of the first event.
         */
        public Builder commandIdentity(Function<List<? extends EventMessage<?>>, CommandIdentity> function) {
            this.identity = function;
            return this;
        }

        /**
         * Whether events that are read carry metadata {@code ledger.position} (Long), {@code ledger.recordedAt} (ISO 8601)
         * and {@code ledger.leafHash}; default false.
         */
        public Builder stampReadEvents(boolean stamp) {
            this.stampReadEvents = stamp;
            return this;
        }

        /** How far an event's timestamp may be ahead of the ledger's clock; default 5 minutes. See createTokenAt. */
        public Builder timestampLead(Duration lead) {
            this.timestampLead = lead;
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer serializer) {
            super.snapshotSerializer(serializer);
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer serializer) {
            super.eventSerializer(new RecordedMetaDataSerializer(serializer));
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver resolver) {
            super.persistenceExceptionResolver(resolver);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter snapshotFilter) {
            super.snapshotFilter(snapshotFilter);
            return this;
        }

        @Override
        public Builder batchSize(int batchSize) {
            super.batchSize(batchSize);
            return this;
        }

        @Override
        protected void validate() {
            super.validate();
            if (log == null || database == null) {
                throw new AxonConfigurationException("commitLog and database are hard requirements");
            }
        }

        public LedgerEventStorageEngine build() {
            return new LedgerEventStorageEngine(this);
        }
    }
}
