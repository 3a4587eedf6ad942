package org.progressledger.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.Date;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** The driver alone: one document an event, and the unique index that every store of events needs. */
final class RawDriver implements Contender {

    private final MongoClient client;
    private final MongoCollection<Document> events;

    RawDriver(String uri, String database) {
        client = MongoClients.create(uri);
        events = client.getDatabase(database)
                .getCollection("events")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        events.createIndex(
                new Document("aggregateIdentifier", 1).append("sequenceNumber", 1), new IndexOptions().unique(true));
    }

    @Override
    public long append(String stream, long sequence) {
        events.insertOne(new Document("aggregateIdentifier", stream)
                .append("sequenceNumber", sequence)
                .append("type", "project")
                .append("eventIdentifier", Sample.id())
                .append("timestamp", Date.from(Sample.MADE))
                .append("payloadType", Sample.TYPE)
                .append("payloadRevision", "1")
                .append("serializedPayload", Sample.payload(sequence))
                .append("serializedMetaData", Sample.metadataJson()));
        return -1;
    }

    /** Documents as they come, in order of their ids, and not decoded. */
    @Override
    public long readAll() {
        long number = 0;
        try (var cursor = events.withDocumentClass(RawBsonDocument.class)
                .find()
                .sort(new Document("_id", 1))
                .cursor()) {
            while (cursor.hasNext()) {
                cursor.next();
                number++;
            }
        }
        return number;
    }

    @Override
    public void close() {
        client.close();
    }
}
