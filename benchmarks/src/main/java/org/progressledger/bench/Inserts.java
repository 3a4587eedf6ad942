package org.progressledger.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.progressledger.ledger.LedgerSettings;

/**
 * What the server alone makes of the documents that the ledger stores: the same ones, so many with one insert, one insert after the
 * other, with and without the ledger's unique indexes. No appender can be faster that waits for each insert before the next.
 */
final class Inserts {
    private static final List<String> INDEXED = List.of("command", "keys", "eventIds");
    private static final int DOCUMENTS = 40_000;
    private static final int APPENDING = 64;
    private static final int STREAM = 50;
    private static final int LONGEST_SECONDS = 8;
    private static final int ROUNDS = 3;

    private final String uri;
    private final Server server;
    private final String database;

    Inserts(String uri, Server server, String database) {
        this.uri = uri;
        this.server = server;
        this.database = database;
    }

    void measure() throws Exception {
        System.out.printf(
                "%nThe ledger's documents, inserted one insert after the other, median of %d rounds%n%n", ROUNDS);
        System.out.println(
                "| documents an insert | unique indexes beside _id | documents/s | ms an insert | µs of mongod |");
        System.out.println("|---|---|---|---|---|");
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase own = client.getDatabase(database);
            List<RawBsonDocument> documents = documents(own);
            for (int together : List.of(1, 16, 56)) {
                for (List<String> indexed : List.of(INDEXED, List.<String>of())) {
                    List<Double> rates = new ArrayList<>();
                    List<Double> busy = new ArrayList<>();
                    for (int round = 0; round < ROUNDS; round++) {
                        insert(own, documents, together, indexed, rates, busy);
                    }
                    double rate = Benchmark.middle(rates);
                    System.out.printf(
                            "| %d | %d | %,.0f | %.2f | %.0f |%n",
                            together, indexed.size(), rate, together * 1e3 / rate, Benchmark.middle(busy));
                }
            }
        }
    }

    private List<RawBsonDocument> documents(MongoDatabase own) throws Exception {
        try (Ledger ledger = new Ledger(uri, database);
                ExecutorService clerks = Executors.newFixedThreadPool(APPENDING)) {
            List<Future<?>> all = new ArrayList<>();
            for (int stream = 0; stream < DOCUMENTS / STREAM; stream++) {
                String name = "stream-" + stream;
                all.add(clerks.submit(() -> {
                    for (int sequence = 0; sequence < STREAM; sequence++) {
                        ledger.append(name, sequence);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return own.getCollection(LedgerSettings.defaults().collection(), RawBsonDocument.class)
                .find()
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    private void insert(
            MongoDatabase own,
            List<RawBsonDocument> documents,
            int together,
            List<String> indexed,
            List<Double> rates,
            List<Double> busy) {
        MongoCollection<RawBsonDocument> into = own.getCollection("inserts", RawBsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        into.drop();
        indexed.forEach(field -> into.createIndex(new Document(field, 1), new IndexOptions().unique(true)));
        long before = server.cpuNanos();
        long began = System.nanoTime();
        int done = 0;
        while (done + together <= documents.size() && System.nanoTime() - began < LONGEST_SECONDS * 1_000_000_000L) {
            into.insertMany(documents.subList(done, done + together));
            done += together;
        }
        rates.add(done * 1e9 / (System.nanoTime() - began));
        busy.add((server.cpuNanos() - before) / 1e3 / done);
    }
}
