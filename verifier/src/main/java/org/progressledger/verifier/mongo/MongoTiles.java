package org.progressledger.verifier.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.progressledger.ledger.tree.EntryBundle;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.TilePath;
import org.progressledger.ledger.tree.TileSource;
import org.progressledger.ledger.tree.TreeDamaged;
import org.progressledger.verifier.CopyUnreadable;

/**
 * Tiles in a database: full ones by their path, partial ones with the size of the tree that had them. Where full ones are asked for one
 * after the other, the next few come with each. Not safe for several threads.
 */
final class MongoTiles implements TileSource {
    private static final int AHEAD = 16; // 1.5 MB of entries and hashes
    private final MongoCollection<BsonDocument> full;
    private final MongoCollection<BsonDocument> edges;
    private final Map<String, byte[]> ahead = new HashMap<>();
    private final Map<Integer, TilePath> next = new HashMap<>();

    MongoTiles(MongoDatabase database) {
        this.full = database.getCollection("tree_tiles", BsonDocument.class);
        this.edges = database.getCollection("tree_edges", BsonDocument.class);
    }

    @Override
    public Optional<byte[]> tile(TilePath path) {
        try {
            Optional<byte[]> found = fromFull(path);
            if (found.isPresent() || path.isFull()) {
                return found;
            }
            return fromEdge(path).or(() -> fromFull(path)); // it may have filled between these two looks
        } catch (MongoException e) {
            throw new CopyUnreadable("The database does not answer: " + e.getMessage(), e);
        }
    }

    private Optional<byte[]> fromFull(TilePath path) {
        TilePath wanted = path.full();
        byte[] known = ahead.remove(wanted.toString());
        if (known == null) {
            boolean inTurn = path.isFull() && path.level() <= 0 && wanted.equals(next.get(path.level()));
            fetch(wanted, inTurn ? AHEAD : 1);
            known = ahead.remove(wanted.toString());
        }
        if (path.isFull()) {
            next.put(path.level(), following(wanted, 1));
        }
        return Optional.ofNullable(known).map(bytes -> first(path, bytes));
    }

    /** That tile, and those that follow it on its level. */
    private void fetch(TilePath first, int count) {
        List<BsonValue> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paths.add(new BsonString(following(first, i).toString()));
        }
        BsonDocument among = new BsonDocument("_id", new BsonDocument("$in", new BsonArray(paths)));
        for (BsonDocument found : full.find(among)) {
            ahead.put(found.getString("_id").getValue(), bytes(found));
        }
    }

    private static TilePath following(TilePath path, int by) {
        return new TilePath(path.level(), path.index() + by, TilePath.FULL);
    }

    private Optional<byte[]> fromEdge(TilePath path) {
        for (BsonDocument edge :
                edges.find().sort(new BsonDocument("_id", new BsonInt32(-1))).limit(2)) {
            if (!edge.isArray("tiles")) {
                continue;
            }
            for (BsonValue tile : edge.getArray("tiles")) {
                if (tile.isDocument() && covers(tile.asDocument(), path)) {
                    return Optional.of(first(path, bytes(tile.asDocument())));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean covers(BsonDocument tile, TilePath path) {
        return tile.isString("path")
                && TilePath.parse(tile.getString("path").getValue())
                        .filter(kept -> kept.level() == path.level()
                                && kept.index() == path.index()
                                && kept.width() >= path.width())
                        .isPresent();
    }

    private static byte[] bytes(BsonDocument tile) {
        return tile.isBinary("bytes") ? tile.getBinary("bytes").getData() : new byte[0];
    }

    /** The beginning of a wider tile; the wider one as it is where that has no such beginning. */
    private static byte[] first(TilePath path, byte[] wider) {
        if (path.isFull()) {
            return wider;
        }
        if (!path.holdsEntries()) {
            int length = path.width() * Hash.BYTES;
            return wider.length < length ? wider : Arrays.copyOf(wider, length);
        }
        List<byte[]> entries;
        try {
            entries = EntryBundle.decode(wider);
        } catch (TreeDamaged e) {
            return wider;
        }
        return entries.size() < path.width() ? wider : EntryBundle.encode(entries.subList(0, path.width()));
    }
}
