package org.progressledger.query.projection;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.bson.Document;

/** Where Axon keeps how far each processor has come; nothing else of its Mongo extension is used. */
record TokensOf(MongoDatabase database, Family family) implements MongoTemplate {
    @Override
    public MongoCollection<Document> trackingTokensCollection() {
        // with what is kept: another family begins anew, while an older release goes on with its own
        return database.getCollection(family.collection("tokens"))
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY);
    }

    @Override
    public MongoCollection<Document> eventCollection() {
        throw new UnsupportedOperationException("Events are kept in the ledger");
    }

    @Override
    public MongoCollection<Document> snapshotCollection() {
        throw new UnsupportedOperationException("There are no snapshots here");
    }

    @Override
    public MongoCollection<Document> sagaCollection() {
        throw new UnsupportedOperationException("There are no sagas here");
    }

    @Override
    public MongoCollection<Document> deadLetterCollection() {
        throw new UnsupportedOperationException("There are no dead letters here");
    }
}
