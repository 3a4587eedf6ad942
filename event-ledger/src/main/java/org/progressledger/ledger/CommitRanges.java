package org.progressledger.ledger;

import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoDatabase;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * Reads many commits with one question, and looks at them where they lie in its answer. Like {@link CommitScan} it only says yes: of
 * whatever is missing, unusual or wrong, and of a server that does not answer, it says nothing; {@link CommitReader} has to look.
 *
 * <p>An answer holds all that it will: no cursor stays open on the server.
 */
class CommitRanges {

    private final MongoDatabase database;
    private final String collection;
    private volatile boolean known;
    private volatile boolean hasRanges;

    CommitRanges(MongoDatabase database, LedgerSettings settings) {
        this.database = database.withTimeout(settings.operationTimeout().toMillis(), TimeUnit.MILLISECONDS);
        this.collection = settings.collection();
    }

    /**
     * Commits that begin in a range of positions, each right after the one before it; fewer than there are, perhaps none, where
     * anything else is found or the most is reached.
     *
     * @param most payloads and metadata in bytes, after which it is enough
     */
    List<Commit> following(long startInclusive, long endExclusive, long most) {
        List<Commit> commits = new ArrayList<>();
        try {
            CommitScan scan = new CommitScan();
            long weight = 0;
            for (BsonValue document : ask(startInclusive, endExclusive)) {
                Optional<Commit> commit = document instanceof RawBsonDocument raw ? read(scan, raw) : Optional.empty();
                if (commit.isEmpty() || !follows(commit.get(), commits) || weight >= most) {
                    return commits;
                }
                commits.add(commit.get());
                weight += commit.get().weight();
            }
        } catch (MongoException notNow) {
            // whoever asks for what is missing is told
        }
        return commits;
    }

    static Optional<Commit> read(CommitScan scan, RawBsonDocument document) {
        ByteBuffer bytes = document.getByteBuffer().asNIO();
        return scan.read(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    private static boolean follows(Commit commit, List<Commit> commits) {
        return commits.isEmpty()
                || commit.firstPosition() == commits.getLast().lastPosition() + 1
                        && !commit.recordedAt().isBefore(commits.getLast().recordedAt());
    }

    private BsonArray ask(long startInclusive, long endExclusive) {
        int positions = (int) (endExclusive - startInclusive);
        BsonDocument find = new BsonDocument("find", new BsonString(collection))
                .append("filter", new BsonDocument(CommitDocument.ID, within(startInclusive, endExclusive)))
                .append("sort", new BsonDocument(CommitDocument.ID, new BsonInt32(1)))
                .append("batchSize", new BsonInt32(positions))
                .append("singleBatch", BsonBoolean.TRUE)
                .append("readConcern", new BsonDocument("level", new BsonString("majority")));
        return database.runCommand(find, ReadPreference.primary(), RawBsonDocument.class)
                .getDocument("cursor")
                .getArray("firstBatch");
    }

    /** Not every server of the protocol has an index of ranges; any has one of each position. */
    private BsonDocument within(long startInclusive, long endExclusive) {
        return hasRanges()
                ? new BsonDocument("$gte", new BsonInt64(startInclusive)).append("$lt", new BsonInt64(endExclusive))
                : new BsonDocument(
                        "$in",
                        new BsonArray(LongStream.range(startInclusive, endExclusive)
                                .mapToObj(BsonInt64::new)
                                .toList()));
    }

    /** Only a MongoDB says which version of the topology it knows. */
    private boolean hasRanges() {
        if (!known) {
            hasRanges = database.runCommand(new BsonDocument("hello", new BsonInt32(1)))
                    .containsKey("topologyVersion");
            known = true;
        }
        return hasRanges;
    }
}
