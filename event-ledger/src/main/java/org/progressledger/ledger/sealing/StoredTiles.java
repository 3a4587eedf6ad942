package org.progressledger.ledger.sealing;

import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.progressledger.ledger.tree.Tile;
import org.progressledger.ledger.tree.TilePath;
import org.progressledger.ledger.tree.TileSource;

/** The tiles in the database. A partial one is the beginning of the full one, or of what the newest edge has in its place. */
final class StoredTiles implements TileSource {

    static final String BYTES = "bytes";
    static final String TILES = "tiles";
    static final String PATH = "path";

    private final TreeCollections stored;

    StoredTiles(TreeCollections stored) {
        this.stored = stored;
    }

    @Override
    public Optional<byte[]> tile(TilePath path) {
        return fromFull(path)
                .or(() -> path.isFull() ? Optional.empty() : fromEdge(path))
                // it may have filled, and its edge gone, between these two looks
                .or(() -> path.isFull() ? Optional.empty() : fromFull(path));
    }

    private Optional<byte[]> fromFull(TilePath path) {
        return Optional.ofNullable(stored.tiles()
                        .find(new Document(TreeCollections.ID, path.full().toString()))
                        .first())
                .map(document -> new Tile(path.full(), bytes(document)).first(path.width()));
    }

    private Optional<byte[]> fromEdge(TilePath path) {
        for (Document edge :
                stored.edges().find().sort(new Document(TreeCollections.ID, -1)).limit(2)) {
            for (Document tile : edge.getList(TILES, Document.class)) {
                TilePath kept = TilePath.parse(tile.getString(PATH)).orElseThrow();
                if (kept.level() == path.level() && kept.index() == path.index() && kept.width() >= path.width()) {
                    return Optional.of(new Tile(kept, bytes(tile)).first(path.width()));
                }
            }
        }
        return Optional.empty();
    }

    static byte[] bytes(Document document) {
        return document.get(BYTES, Binary.class).getData();
    }
}
