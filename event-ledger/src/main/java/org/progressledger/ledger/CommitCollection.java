package org.progressledger.ledger;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * The documents themselves: written to a majority's disks, read at majority, checked whenever they are read.
 *
 * <p>Every filter is equality or {@code $in} on one uniquely indexed field, which any server of the protocol does fast.
 */
class CommitCollection {

    private static final List<String> UNIQUE =
            List.of(CommitDocument.COMMAND, CommitDocument.KEYS, CommitDocument.EVENT_IDS);

    private final MongoDatabase database;
    private final LedgerSettings settings;
    private final MongoCollection<RawBsonDocument> reading;
    private final MongoCollection<RawBsonDocument> writing;
    private final int maxReadBytes;

    CommitCollection(MongoDatabase database, LedgerSettings settings) {
        this.database = database;
        this.settings = settings;
        this.maxReadBytes = settings.maxReadBytes();
        this.reading = database.getCollection(settings.collection(), RawBsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withTimeout(settings.operationTimeout().toMillis(), TimeUnit.MILLISECONDS);
        this.writing = database.getCollection(settings.collection(), RawBsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withTimeout(settings.operationTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The same documents, many with one question. */
    CommitRanges ranges() {
        return new CommitRanges(database, settings);
    }

    /** Rings when one is inserted, and adds it to those that were announced. */
    CommitBell bell(Announced announced) {
        return CommitBell.of(database, settings, announced);
    }

    /** Makes the unique indexes, and makes sure that they are there and unique. */
    void prepare() {
        MongoException failure = null;
        for (String field : missingIndexes()) {
            try {
                writing.createIndex(new BsonDocument(field, new BsonInt32(1)), new IndexOptions().unique(true));
            } catch (MongoException e) {
                failure = e;
            }
        }
        List<String> missing = missingIndexes();
        if (!missing.isEmpty()) {
            throw new LedgerUnavailable(
                    "No unique index on %s of %s".formatted(missing, reading.getNamespace()), false, failure);
        }
    }

    /** Fields that ought to have a unique index and have none. */
    List<String> missingIndexes() {
        List<BsonDocument> indexes =
                asking(() -> reading.listIndexes(BsonDocument.class).into(new ArrayList<>()));
        return UNIQUE.stream()
                .filter(field -> indexes.stream().noneMatch(index -> isUnique(index, field)))
                .toList();
    }

    private static boolean isUnique(BsonDocument index, String field) {
        BsonDocument key = index.getDocument("key");
        return key.size() == 1
                && key.containsKey(field)
                && index.containsKey("unique")
                && index.getBoolean("unique").getValue()
                && !index.containsKey("partialFilterExpression")
                && !index.containsKey("sparse")
                && !index.containsKey("collation");
    }

    /** Throws the driver's exceptions as they are: the caller has to find out what became of the document. */
    void insert(RawBsonDocument document) {
        writing.insertOne(document);
    }

    /** The same for several: one is written only if all before it were. */
    void insertInOrder(List<RawBsonDocument> documents) {
        writing.insertMany(documents, new InsertManyOptions().ordered(true));
    }

    Optional<Commit> at(long position) {
        return only(reading.find(new BsonDocument(CommitDocument.ID, new BsonInt64(position))));
    }

    Optional<Commit> ofCommand(String key) {
        return only(reading.find(new BsonDocument(CommitDocument.COMMAND, new BsonString(key))));
    }

    /** The commits of any of these commands, by position. */
    List<Commit> ofCommands(List<String> keys) {
        return all(reading.find(in(CommitDocument.COMMAND, CommitDocument.strings(keys))));
    }

    /** The commits that begin in that range, by position; fewer when they are large, but never none while there are any. */
    List<Commit> beginningIn(long startInclusive, long endExclusive) {
        List<BsonValue> positions = LongStream.range(startInclusive, endExclusive)
                .mapToObj(position -> (BsonValue) new BsonInt64(position))
                .toList();
        FindIterable<RawBsonDocument> found = reading.find(in(CommitDocument.ID, new BsonArray(positions)))
                .sort(new BsonDocument(CommitDocument.ID, new BsonInt32(1)));
        return asking(() -> {
            List<Commit> commits = new ArrayList<>();
            CommitScan scan = new CommitScan();
            long weight = 0;
            try (MongoCursor<RawBsonDocument> cursor = found.cursor()) {
                while (weight < maxReadBytes && cursor.hasNext()) {
                    commits.add(read(scan, cursor.next()));
                    weight += commits.getLast().weight();
                }
            }
            return commits;
        });
    }

    /** The commits that hold any of these events, by position. */
    List<Commit> holdingKeys(Collection<String> keys) {
        return all(reading.find(in(CommitDocument.KEYS, CommitDocument.strings(List.copyOf(keys)))));
    }

    /** Those of the values that the ledger holds in a field of its commits, which is an array. */
    Set<String> knownOf(String field, List<String> values) {
        FindIterable<RawBsonDocument> found = reading.find(in(field, CommitDocument.strings(values)))
                .projection(new BsonDocument(field, new BsonInt32(1)));
        Set<String> known = new HashSet<>();
        for (RawBsonDocument holding : asking(() -> found.into(new ArrayList<>()))) {
            holding.getArray(field).forEach(value -> known.add(value.asString().getValue()));
        }
        return known;
    }

    /** The last commit, found by a sort, which some servers do by looking at every document. */
    Optional<Commit> lastBySort() {
        return only(reading.find()
                .sort(new BsonDocument(CommitDocument.ID, new BsonInt32(-1)))
                .limit(1));
    }

    private static BsonDocument in(String field, BsonArray values) {
        return new BsonDocument(field, new BsonDocument("$in", values));
    }

    private static Optional<Commit> only(FindIterable<RawBsonDocument> found) {
        return Optional.ofNullable(asking(found::first)).map(document -> read(new CommitScan(), document));
    }

    private static List<Commit> all(FindIterable<RawBsonDocument> found) {
        List<RawBsonDocument> documents = asking(() -> found.into(new ArrayList<>()));
        CommitScan scan = new CommitScan();
        return documents.stream()
                .sorted(Comparator.comparingLong(CommitCheck::position))
                .map(document -> read(scan, document))
                .toList();
    }

    /** Fast where it is written as usual; carefully where it is not, or something is wrong. */
    private static Commit read(CommitScan scan, RawBsonDocument document) {
        return CommitRanges.read(scan, document)
                .orElseGet(() -> CommitCheck.read(document.decode(new BsonDocumentCodec())));
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoInterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("Interrupted while reading", false, e);
        } catch (MongoException e) {
            throw new LedgerUnavailable("The database does not answer: " + e.getMessage(), false, e);
        }
    }
}
