package org.progressledger.verifier.cli;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.progressledger.verifier.mongo.MongoCopy;

/** A ledger in a MongoDB database, open until it is closed. */
record Database(MongoClient client, MongoDatabase database, MongoCopy ledger) implements AutoCloseable {
    private static final int WAIT_SECONDS = 10;

    /** @throws Usage if the URI is none, or names no database and none is given */
    static Database open(String uri, String database, String collection) {
        ConnectionString connection;
        try {
            connection = new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw new Usage("--mongodb: " + e.getMessage());
        }
        String name = database.isEmpty() ? String.valueOf(connection.getDatabase()) : database;
        if (database.isEmpty() && connection.getDatabase() == null) {
            throw new Usage("--database is missing, and the URI names none");
        }
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(WAIT_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(connection) // which may say how long to wait
                .build());
        MongoDatabase opened = client.getDatabase(name);
        return new Database(client, opened, new MongoCopy(opened, collection));
    }

    @Override
    public void close() {
        client.close();
    }
}
