package org.progressledger.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.axon.LedgerEventStorageEngine;

/** Axon's own way to a store of events: through its storage engine, with objects and their serializer. */
final class Engine implements Contender {

    /** What the sample's payload says, as an object. */
    record Reported(String project, long reportNo, Content content) {}

    record Content(String percent, String narrative) {}

    private static final AtomicLong MADE_AT = new AtomicLong(Sample.MADE.toEpochMilli());
    private static final long APART_MILLIS = Long.getLong("bench.apart", 997);

    private final MongoClient client;
    private final EventStorageEngine engine;

    private Engine(MongoClient client, EventStorageEngine engine) {
        this.client = client;
        this.engine = engine;
        // made some time apart, as real ones: axon-mongo looks at all of the last ten seconds with every question
        GenericDomainEventMessage.clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(MADE_AT.addAndGet(APART_MILLIS));
            }
        };
    }

    static Engine axonMongo(String uri, String database) {
        MongoClient client = MongoClients.create(uri);
        MongoDatabase events = client.getDatabase(database).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        Jackson3Serializer json = Jackson3Serializer.builder().build();
        return new Engine(
                client,
                MongoEventStorageEngine.builder()
                        .mongoTemplate(DefaultMongoTemplate.builder()
                                .mongoDatabase(events)
                                .build())
                        .transactionManager(NoTransactionManager.instance())
                        .eventSerializer(json)
                        .snapshotSerializer(json)
                        .build());
    }

    static Engine ofLedger(String uri, String database) {
        MongoClient client = MongoClients.create(uri);
        MongoDatabase events = client.getDatabase(database);
        Jackson3Serializer json = Jackson3Serializer.builder().build();
        return new Engine(
                client,
                LedgerEventStorageEngine.builder()
                        .commitLog(CommitLog.open(events, LedgerSettings.defaults(), InstantSource.system()))
                        .database(events)
                        .eventSerializer(json)
                        .snapshotSerializer(json)
                        .build());
    }

    @Override
    public long append(String stream, long sequence) {
        String id = Sample.id();
        engine.appendEvents(new GenericDomainEventMessage<>(
                "project",
                stream,
                sequence,
                new Reported("50470000-3298", sequence, new Content("90.00", Sample.narrative())),
                Map.of("actor", "officer-0100", "commandId", id, "lines", "1-4")));
        return -1;
    }

    @Override
    public long readAll() {
        try (var events = engine.readEvents(null, false)) {
            return events.map(TrackedEventMessage::getPayload)
                    .filter(Reported.class::isInstance)
                    .count();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
