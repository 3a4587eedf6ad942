package org.progressledger.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    @OnEmbeddedStore
    void is_the_same_server_each_time_it_is_asked_for() {
        assertThat(TestMongo.embedded()).isSameAs(TestMongo.embedded());
    }

    @Test
    @OnRealMongo
    void has_sessions_and_transactions_on_the_real_server() {
        var client = TestMongo.real().client();
        var notes = TestMongo.real().freshDatabase().getCollection("notes");
        try (var session = client.startSession()) {
            session.withTransaction(() -> notes.insertOne(session, new Document("_id", 1)));
        }
        assertThat(notes.countDocuments()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://h:1, mongodb://h:1/db",
        "mongodb://h:1/, mongodb://h:1/db",
        "'mongodb://h:1,g:2/old?replicaSet=rs', 'mongodb://h:1,g:2/db?replicaSet=rs'",
        "mongodb://u:p@h, mongodb://u:p@h/db?authSource=admin",
        "mongodb://u:p@h/old?w=1, mongodb://u:p@h/db?w=1&authSource=old",
        "mongodb://u:p@h/?authSource=x, mongodb://u:p@h/db?authSource=x",
        "mongodb+srv://h/?w=1, mongodb+srv://h/db?w=1"
    })
    void puts_a_database_into_a_connection_string(String uri, String expected) {
        assertThat(TestMongo.withDatabase(uri, "db")).isEqualTo(expected);
    }

    @Test
    void fails_what_needs_a_real_server_where_one_is_required() {
        String before = System.setProperty("real.mongodb.required", "true");
        try {
            assertThatThrownBy(() -> TestMongo.leftOut("a test", "nothing found"))
                    .hasMessage("A real MongoDB is required here, and there is none: nothing found");
            System.setProperty("real.mongodb.required", "false");
            assertThat(TestMongo.leftOut("a test", "nothing found"))
                    .isEqualTo("LEFT OUT: a test, no real MongoDB: nothing found");
        } finally {
            System.setProperty("real.mongodb.required", before == null ? "false" : before);
        }
    }
}
