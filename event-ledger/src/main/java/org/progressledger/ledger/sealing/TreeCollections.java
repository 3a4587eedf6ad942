package org.progressledger.ledger.sealing;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Where the tree is kept. Everything is found by {@code _id}, and nothing but the head is ever changed.
 *
 * <ul>
 *   <li>{@code tree_head}: one document with the newest checkpoint, the keys, and who may write the next one
 *   <li>{@code tree_tiles}: full tiles by their path; deleted never
 *   <li>{@code tree_edges}: the partial tiles of a tree by its size; deleted once a larger tree is sealed
 *   <li>{@code tree_checkpoints}: all checkpoints by size; deleted never
 * </ul>
 */
record TreeCollections(
        MongoCollection<Document> head,
        MongoCollection<Document> tiles,
        MongoCollection<Document> edges,
        MongoCollection<Document> checkpoints) {

    static final String ID = "_id";
    private static final long WAIT_MS = 5_000;

    static TreeCollections of(MongoDatabase database) {
        return new TreeCollections(
                named(database, "tree_head"),
                named(database, "tree_tiles"),
                named(database, "tree_edges"),
                named(database, "tree_checkpoints"));
    }

    private static MongoCollection<Document> named(MongoDatabase database, String name) {
        return database.getCollection(name)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withTimeout(WAIT_MS, TimeUnit.MILLISECONDS);
    }

    static boolean isDuplicate(MongoException e) {
        return e.getCode() == 11000;
    }
}
