package org.progressledger.ledger.sealing;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.progressledger.ledger.sealing.Refusal.Reason;
import org.progressledger.ledger.tree.Tile;

/** Writes the tree. What two sealers write at the same time is the same, except for the head, which only one may write. */
final class TreeStore {

    private static final int TILES_AT_ONCE = 32; // 3 MB at most, usually

    private final TreeCollections stored;

    TreeStore(TreeCollections stored) {
        this.stored = stored;
    }

    Optional<HeadState> head() {
        return Optional.ofNullable(stored.head()
                        .find(new Document(TreeCollections.ID, HeadState.ONLY))
                        .first())
                .map(HeadState::of);
    }

    /** Makes the head with its first holder; false if it is there. */
    boolean create(String holder) {
        Document head = new Document(TreeCollections.ID, HeadState.ONLY)
                .append(HeadState.HOLDER, holder)
                .append(HeadState.TOKEN, 1L)
                .append(HeadState.BEAT, 1L);
        try {
            stored.head().insertOne(head);
            return true;
        } catch (MongoException e) {
            if (TreeCollections.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Hands the head to a holder, if it is still as it was seen; false if it is not. */
    boolean handOver(HeadState seen, String holder) {
        Document asSeen = mine(seen.holder(), seen.token()).append(HeadState.BEAT, seen.beat());
        Document next = new Document(HeadState.HOLDER, holder)
                .append(HeadState.TOKEN, seen.token() + 1)
                .append(HeadState.BEAT, seen.beat() + 1);
        return matched(asSeen, new Document("$set", next));
    }

    /** A sign of life; false if somebody else holds the head now. */
    boolean beat(String holder, long token) {
        return matched(mine(holder, token), new Document("$inc", new Document(HeadState.BEAT, 1L)));
    }

    /** Lets go of the head. */
    boolean release(String holder, long token) {
        return matched(mine(holder, token), new Document("$set", new Document(HeadState.HOLDER, "")));
    }

    /**
     * Makes a checkpoint the newest one; false, and nothing changed, if somebody else holds the head now or published meanwhile.
     *
     * @param before size of the checkpoint that it follows; -1 for the first
     */
    boolean publish(String holder, long token, long before, SealedCheckpoint next) {
        Document expected =
                mine(holder, token).append(HeadState.SIZE, before < 0 ? new Document("$exists", false) : before);
        return matched(
                expected,
                new Document("$set", HeadState.stored(next))
                        .append("$inc", new Document(HeadState.BEAT, 1L))
                        .append("$unset", new Document(HeadState.REFUSAL, "")));
    }

    /** Adds a key; false if somebody else holds the head now. */
    boolean addKey(String holder, long token, SealedKey key) {
        return matched(
                mine(holder, token),
                new Document("$push", new Document(HeadState.KEYS, HeadState.stored(key)))
                        .append("$inc", new Document(HeadState.BEAT, 1L)));
    }

    /** Says in the head why nothing is signed, for those who answer questions. */
    void tell(String holder, long token, Refusal refusal) {
        matched(mine(holder, token), new Document("$set", new Document(HeadState.REFUSAL, refusal.toString())));
    }

    void stopTelling(String holder, long token) {
        matched(mine(holder, token), new Document("$unset", new Document(HeadState.REFUSAL, "")));
    }

    /** Keeps a checkpoint for ever. */
    void keep(SealedCheckpoint sealed) {
        insert(
                stored.checkpoints(),
                new Document(TreeCollections.ID, sealed.checkpoint().size()),
                HeadState.stored(sealed),
                HeadState.NOTE);
    }

    /** Keeps full tiles for ever: together, for each write waits for the disk, and one by one only where some stand there already. */
    void putFull(List<Tile> tiles) {
        for (int from = 0; from < tiles.size(); from += TILES_AT_ONCE) {
            List<Tile> some = tiles.subList(from, Math.min(from + TILES_AT_ONCE, tiles.size()));
            try {
                stored.tiles()
                        .insertMany(
                                some.stream().map(TreeStore::document).toList(),
                                new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                some.forEach(this::putFull);
            }
        }
    }

    private static Document document(Tile tile) {
        return new Document(TreeCollections.ID, tile.path().toString())
                .append(StoredTiles.BYTES, new Binary(tile.bytes()));
    }

    private void putFull(Tile tile) {
        insert(
                stored.tiles(),
                new Document(TreeCollections.ID, tile.path().toString()),
                new Document(StoredTiles.BYTES, new Binary(tile.bytes())),
                StoredTiles.BYTES);
    }

    /** Keeps the partial tiles of a tree until a larger one is sealed. */
    void putEdge(long size, List<Tile> edge) {
        List<Document> tiles = edge.stream()
                .map(tile -> new Document(StoredTiles.PATH, tile.path().toString())
                        .append(StoredTiles.BYTES, new Binary(tile.bytes())))
                .toList();
        insert(
                stored.edges(),
                new Document(TreeCollections.ID, size),
                new Document(StoredTiles.TILES, tiles),
                StoredTiles.TILES);
    }

    void dropEdgesBefore(long size) {
        stored.edges().deleteMany(new Document(TreeCollections.ID, new Document("$lt", size)));
    }

    /** Inserts what does not stand there yet, and makes sure that what stands there is the same. */
    private static void insert(MongoCollection<Document> into, Document id, Document content, String compared) {
        Document document = new Document(id);
        document.putAll(content);
        try {
            into.insertOne(document);
        } catch (MongoException e) {
            if (!TreeCollections.isDuplicate(e)) {
                throw e;
            }
            Document standing = into.find(id).first();
            if (standing != null && !content.get(compared, Object.class).equals(standing.get(compared))) {
                throw new SealingRefused(
                        Reason.HISTORY_CHANGED,
                        "%s %s was made of other events than those now in the database"
                                .formatted(into.getNamespace().getCollectionName(), id.get(TreeCollections.ID)),
                        e);
            }
        }
    }

    private static Document mine(String holder, long token) {
        return new Document(TreeCollections.ID, HeadState.ONLY)
                .append(HeadState.HOLDER, holder)
                .append(HeadState.TOKEN, token);
    }

    private boolean matched(Document filter, Document update) {
        return stored.head().updateOne(filter, update).getMatchedCount() == 1;
    }
}
