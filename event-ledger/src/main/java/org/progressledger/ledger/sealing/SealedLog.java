package org.progressledger.ledger.sealing;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.progressledger.ledger.tree.TileSource;
import org.progressledger.ledger.tree.TiledTree;

/**
 * What was sealed, as the database has it; safe for many threads. Nothing of it is trusted here: whoever checks the log
 * opens the checkpoints with keys got elsewhere, and compares the root of {@link #tree} with theirs.
 *
 * <p>All methods throw the driver's exceptions when the database does not answer.
 */
public final class SealedLog {

    private final TreeCollections stored;

    private SealedLog(TreeCollections stored) {
        this.stored = stored;
    }

    /** The sealed log in the database of a ledger. */
    public static SealedLog of(MongoDatabase database) {
        return new SealedLog(TreeCollections.of(database));
    }

    /** Keys and newest checkpoint; nothing before a sealer ran. */
    public Optional<SealedHead> head() {
        return Optional.ofNullable(stored.head()
                        .find(new Document(TreeCollections.ID, HeadState.ONLY))
                        .first())
                .map(document -> HeadState.of(document).sealed());
    }

    /** The tiles; also such as no checkpoint covers yet. Who serves them looks at {@link SealedHead#size()} first. */
    public TileSource tiles() {
        return new StoredTiles(stored);
    }

    /** The tree of a size for which the tiles are there: that of any checkpoint. */
    public TiledTree tree(long size) {
        return new TiledTree(tiles(), size);
    }

    /** The checkpoint of exactly that size. */
    public Optional<SealedCheckpoint> checkpoint(long size) {
        return Optional.ofNullable(stored.checkpoints()
                        .find(new Document(TreeCollections.ID, size))
                        .first())
                .map(HeadState::checkpoint);
    }

    /**
     * Checkpoints from the largest on.
     *
     * @param below only smaller ones than this
     * @param limit at most so many
     */
    public List<SealedCheckpoint> checkpoints(long below, int limit) {
        return stored.checkpoints()
                .find(new Document(TreeCollections.ID, new Document("$lt", below)))
                .sort(new Document(TreeCollections.ID, -1))
                .limit(limit)
                .map(HeadState::checkpoint)
                .into(new ArrayList<>());
    }

    /** Checkpoints from the largest on, some of them passed over; for showing them in pages. */
    public List<SealedCheckpoint> page(int passedOver, int limit) {
        return stored.checkpoints()
                .find()
                .sort(new Document(TreeCollections.ID, -1))
                .skip(passedOver)
                .limit(limit)
                .map(HeadState::checkpoint)
                .into(new ArrayList<>());
    }

    /** How many checkpoints there are, about: while one is being written it may not be counted. */
    public long count() {
        return stored.checkpoints().estimatedDocumentCount();
    }
}
