package org.progressledger.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What code that runs on either server may rely on. */
class WhatBothServersKeepIT {
    private static final String BOTH = "org.progressledger.testservers.TestMongo#servers";

    @ParameterizedTest
    @MethodSource(BOTH)
    void refuses_an_array_element_that_another_document_has(TestMongo server) {
        var commits = commits(server);
        commits.createIndex(new Document("keys", 1), unique());
        commits.insertOne(new Document("_id", 0).append("keys", List.of("a/0", "a/1")));

        var refused = refusal(commits, new Document("_id", 1).append("keys", List.of("a/2", "a/1")));
        assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
        assertThat(refused.getError().getMessage())
                .contains(
                        "E11000",
                        "index: keys_1 dup key: { keys: \"a/1\" }",
                        commits.getNamespace().getFullName());
        assertThat(commits.countDocuments()).isEqualTo(1);

        commits.insertOne(new Document("_id", 1).append("keys", List.of("a/2", "b/0")));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void takes_the_same_array_element_twice_in_one_document(TestMongo server) {
        var commits = commits(server);
        commits.createIndex(new Document("keys", 1), unique());
        commits.insertOne(new Document("_id", 0).append("keys", List.of("a/0", "a/0")));
        assertThat(commits.countDocuments()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void refuses_a_second_document_with_the_same_text(TestMongo server) {
        var commits = commits(server);
        commits.createIndex(new Document("eventId", 1), unique().name("once"));
        commits.insertOne(new Document("_id", 0).append("eventId", "ก"));
        var refused = refusal(commits, new Document("_id", 1).append("eventId", "ก"));
        assertThat(refused.getError().getMessage()).contains("index: once dup key: { eventId: \"ก\" }");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void refuses_a_second_document_with_the_same_two_texts(TestMongo server) {
        var commits = commits(server);
        commits.createIndex(new Document("actor", 1).append("commandId", 1), unique());
        commits.insertOne(new Document("_id", 0).append("actor", "a").append("commandId", "1"));
        commits.insertOne(new Document("_id", 1).append("actor", "b").append("commandId", "1"));
        var refused =
                refusal(commits, new Document("_id", 2).append("actor", "a").append("commandId", "1"));
        assertThat(refused.getError().getMessage())
                .contains("index: actor_1_commandId_1 dup key: { actor: \"a\", commandId: \"1\" }");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void names_the_index_of_a_position_that_is_taken(TestMongo server) {
        var commits = commits(server);
        commits.insertOne(new Document("_id", 7L));
        var refused = refusal(commits, new Document("_id", 7L));
        assertThat(refused.getError().getCode()).isEqualTo(11000);
        assertThat(refused.getError().getMessage()).contains("index: _id_ dup key: { _id: 7 }");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void refuses_a_duplicate_made_by_an_update(TestMongo server) {
        var commits = commits(server);
        commits.createIndex(new Document("keys", 1), unique());
        commits.insertMany(List.of(
                new Document("_id", 0).append("keys", List.of("a")),
                new Document("_id", 1).append("keys", List.of("b"))));
        assertThatThrownBy(() -> commits.findOneAndUpdate(new Document("_id", 1), set("keys", List.of("a"))))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("index: keys_1 dup key");
        assertThat(commits.find(new Document("_id", 1)).first()).containsEntry("keys", List.of("b"));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void stops_an_ordered_insert_at_the_first_document_refused(TestMongo server) {
        var commits = commits(server);
        commits.insertOne(new Document("_id", 2));
        var refused = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> commits.insertMany(
                        List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3)),
                        new InsertManyOptions().ordered(true)));
        assertThat(refused.getWriteErrors()).hasSize(1);
        assertThat(refused.getWriteErrors().getFirst().getIndex()).isEqualTo(1);
        assertThat(refused.getWriteErrors().getFirst().getMessage()).contains("index: _id_ dup key: { _id: 2 }");
        assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(ids(commits, new Document())).containsExactlyInAnyOrder(1, 2);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void keeps_what_the_majority_has_in_the_journal(TestMongo server) {
        var commits = commits(server)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        commits.insertMany(List.of(new Document("_id", 0), new Document("_id", 1), new Document("_id", 2)));
        assertThat(ids(commits, new Document("_id", new Document("$in", List.of(2, 0, 9)))))
                .containsExactlyInAnyOrder(0, 2);
        assertThat(commits.find().sort(new Document("_id", -1)).limit(1).first())
                .containsEntry("_id", 2);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void finds_a_document_by_any_of_its_array_elements(TestMongo server) {
        var commits = commits(server);
        commits.createIndex(new Document("keys", 1), unique());
        commits.insertMany(List.of(
                new Document("_id", 0).append("keys", List.of("a/0", "a/1")),
                new Document("_id", 1).append("keys", List.of("a/2")),
                new Document("_id", 2).append("keys", List.of("b/0"))));
        assertThat(ids(commits, new Document("keys", "a/1"))).containsExactly(0);
        assertThat(ids(commits, new Document("keys", new Document("$in", List.of("a/0", "a/1", "a/2", "a/3")))))
                .containsExactlyInAnyOrder(0, 1);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void reads_on_in_batches_while_others_write(TestMongo server) {
        var commits = commits(server);
        for (int i = 0; i < 20; i++) commits.insertOne(new Document("_id", i).append("n", i));
        List<Integer> seen = new ArrayList<>();
        for (Document commit : commits.find().sort(new Document("_id", 1)).batchSize(3)) {
            seen.add(commit.getInteger("_id"));
            commits.updateOne(new Document("_id", commit.get("_id")), set("n", -1));
        }
        assertThat(seen).hasSize(20).isSorted();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void counts_up_without_giving_a_number_twice(TestMongo server) throws Exception {
        var counters = commits(server);
        var after = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        counters.insertOne(new Document("_id", "n").append("n", 0));
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<java.util.concurrent.Future<Integer>> numbers = new ArrayList<>();
            for (int i = 0; i < 320; i++) {
                numbers.add(threads.submit(() -> counters.findOneAndUpdate(
                                new Document("_id", "n"), new Document("$inc", new Document("n", 1)), after)
                        .getInteger("n")));
            }
            List<Integer> all = new ArrayList<>();
            for (var number : numbers) all.add(number.get());
            assertThat(all).doesNotHaveDuplicates();
        }
    }

    private static MongoCollection<Document> commits(TestMongo server) {
        return server.freshDatabase().getCollection("commits");
    }

    private static MongoWriteException refusal(MongoCollection<Document> commits, Document commit) {
        return catchThrowableOfType(MongoWriteException.class, () -> commits.insertOne(commit));
    }

    private static List<Integer> ids(MongoCollection<Document> commits, Bson filter) {
        return commits.find(filter).map(d -> d.getInteger("_id")).into(new ArrayList<>());
    }

    private static IndexOptions unique() {
        return new IndexOptions().unique(true);
    }

    private static Document set(String field, Object value) {
        return new Document("$set", new Document(field, value));
    }
}
