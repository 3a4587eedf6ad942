package org.progressledger.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestMongoTest {
    @ParameterizedTest
    @MethodSource("org.progressledger.testservers.TestMongo#servers")
    void keeps_what_was_written_to_a_fresh_database(TestMongo server) {
        var database = server.freshDatabase();
        database.getCollection("notes").insertOne(new Document("_id", 1));
        assertThat(database.getCollection("notes").countDocuments()).isEqualTo(1);
        assertThat(server.freshDatabase().getCollection("notes").countDocuments())
                .isZero();

        try (MongoClient other = MongoClients.create(server.connectionString(database.getName()))) {
            assertThat(other.getDatabase(database.getName())
                            .getCollection("notes")
                            .countDocuments())
                    .isEqualTo(1);
        }
    }
}
