package org.progressledger.verifier.mongo;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.cursor.TimeoutMode;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.tree.TileSource;
import org.progressledger.verifier.CopyUnreadable;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.LedgerCopy;
import org.progressledger.verifier.Listener;
import org.progressledger.verifier.Wrong;

/**
 * A ledger in a database, read as far as a majority holds it. It may grow meanwhile: what is checked is at least what there was at the
 * beginning.
 */
public final class MongoCopy implements LedgerCopy {
    private static final long WAIT_SECONDS = 60;
    /** Small enough that a server makes the next ones while those before them are looked at. */
    public static final int BATCH = 1_000;

    private static final int LEAST_BYTES_OF_EVENT = 128;
    private static final byte[] ID = {0x12, '_', 'i', 'd', 0}; // a number of 64 bits
    private static final int ID_BYTES = Integer.BYTES + ID.length + Long.BYTES;
    private static final BsonDocument BY_ID = new BsonDocument("_id", new BsonInt32(1));
    private static final BsonDocument BY_ID_BACKWARDS = new BsonDocument("_id", new BsonInt32(-1));
    private static final BsonDocument THE_HEAD = new BsonDocument("_id", new BsonString("log"));
    private final MongoCollection<RawBsonDocument> commits;
    private final MongoCollection<RawBsonDocument> checkpoints;
    private final MongoCollection<RawBsonDocument> anchors;
    private final MongoCollection<RawBsonDocument> head;
    private final TileSource tiles;
    private long events = -1;

    /**
     * The ledger of a database.
     *
     * @param collection of the commits, usually {@code commits}
     */
    public MongoCopy(MongoDatabase database, String collection) {
        MongoDatabase majority = database.withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withTimeout(WAIT_SECONDS, TimeUnit.SECONDS);
        this.commits = majority.getCollection(collection, RawBsonDocument.class);
        this.checkpoints = majority.getCollection(TreeDocuments.CHECKPOINTS, RawBsonDocument.class);
        this.anchors = majority.getCollection(TreeDocuments.ANCHORS, RawBsonDocument.class);
        this.head = majority.getCollection(TreeDocuments.HEAD, RawBsonDocument.class);
        this.tiles = new MongoTiles(majority);
    }

    @Override
    public void tell(Listener listener) {
        tell(new Reading(listener));
    }

    /** Tells the documents as they are stored. */
    public void tell(StoredDocuments listener) {
        try {
            RawBsonDocument first = head.find(THE_HEAD).first();
            long sealed = sealed(first);
            events = end();
            listener.head(first);
            try (ReadAhead recorded = new ReadAhead(all(commits).batchSize(BATCH));
                    MongoCursor<RawBsonDocument> signed = all(checkpoints).cursor();
                    MongoCursor<RawBsonDocument> anchored = all(anchors).cursor()) {
                new Merge(listener, signed, anchored, sealed).all(recorded);
            }
        } catch (MongoException e) {
            throw new CopyUnreadable("The database does not answer: " + e.getMessage(), e);
        }
    }

    // the time is for each batch, for all of them may take hours
    private static FindIterable<RawBsonDocument> all(MongoCollection<RawBsonDocument> documents) {
        return documents.find().sort(BY_ID).timeoutMode(TimeoutMode.ITERATION);
    }

    @Override
    public Optional<TileSource> tiles() {
        return Optional.of(tiles);
    }

    @Override
    public long events() {
        return events;
    }

    private long end() {
        RawBsonDocument last = commits.find().sort(BY_ID_BACKWARDS).first();
        if (last == null || !last.isInt64("_id") || !last.isArray("events")) {
            return -1;
        }
        return last.getInt64("_id").getValue() + last.getArray("events").size();
    }

    private static long sealed(@Nullable RawBsonDocument head) {
        return head != null && head.isInt64("size") ? head.getInt64("size").getValue() : -1;
    }

    /** Puts each checkpoint before the commit that reaches it. */
    private final class Merge {
        private final StoredDocuments listener;
        private final MongoCursor<RawBsonDocument> signed;
        private final MongoCursor<RawBsonDocument> anchored;
        private final long sealed;
        private @Nullable RawBsonDocument waiting;
        private long waitingSize;
        private boolean noneLeft;
        private @Nullable RawBsonDocument waitingAnchors;

        Merge(
                StoredDocuments listener,
                MongoCursor<RawBsonDocument> signed,
                MongoCursor<RawBsonDocument> anchored,
                long sealed) {
            this.listener = listener;
            this.signed = signed;
            this.anchored = anchored;
            this.sealed = sealed;
        }

        void all(ReadAhead recorded) {
            for (RawBsonDocument commit = recorded.next(); commit != null; commit = recorded.next()) {
                checkpointsUntil(end(commit));
                listener.commit(commit);
            }
            checkpointsUntil(Long.MAX_VALUE);
            anchorsUntil(sealed);
            listener.over();
        }

        /** Not before the commit's end: an event takes more than that many bytes, its salts alone do. */
        private static long end(RawBsonDocument commit) {
            ByteBuf bytes = commit.getByteBuffer();
            return first(bytes) + bytes.remaining() / LEAST_BYTES_OF_EVENT;
        }

        /** The number in the field that stands first; 0 if it is another, which is then found where the commit is read. */
        private static long first(ByteBuf commit) {
            for (int i = 0; i < ID.length; i++) {
                if (commit.remaining() < ID_BYTES || commit.get(commit.position() + Integer.BYTES + i) != ID[i]) {
                    return 0;
                }
            }
            return commit.order(ByteOrder.LITTLE_ENDIAN).getLong(commit.position() + Integer.BYTES + ID.length);
        }

        private void checkpointsUntil(long end) {
            while (true) {
                if (waiting == null && !noneLeft) {
                    waiting = signed.tryNext();
                    noneLeft = waiting == null;
                    waitingSize = waiting == null ? Long.MAX_VALUE : size(waiting);
                }
                if (waiting == null || waitingSize > end) {
                    return;
                }
                tell(waiting);
                waiting = null;
            }
        }

        private void tell(RawBsonDocument checkpoint) {
            if (size(checkpoint) <= sealed) {
                anchorsUntil(size(checkpoint));
                listener.checkpoint(checkpoint);
            } else if (size(checkpoint) > sealed(head.find(THE_HEAD).first())) {
                throw new Wrong(new Finding(
                        Kind.HEAD_PUT_BACK, -1, TreeDocuments.HEAD + ".size", Long.toString(size(checkpoint)), ""));
            } // or it was signed while we looked, and its events are beyond those that are checked now
        }

        private void anchorsUntil(long size) {
            if (waitingAnchors == null) {
                waitingAnchors = nextAnchors();
            }
            while (waitingAnchors != null && size(waitingAnchors) <= size) {
                listener.anchors(waitingAnchors);
                waitingAnchors = nextAnchors();
            }
        }

        /** What is kept under another name than a size is of no checkpoint. */
        private @Nullable RawBsonDocument nextAnchors() {
            while (anchored.hasNext()) {
                RawBsonDocument next = anchored.next();
                if (next.isInt64("_id")) {
                    return next;
                }
            }
            return null;
        }

        private static long size(RawBsonDocument checkpoint) {
            return checkpoint.isInt64("_id") ? checkpoint.getInt64("_id").getValue() : -1;
        }
    }
}
