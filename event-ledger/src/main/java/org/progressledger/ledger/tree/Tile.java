package org.progressledger.ledger.tree;

/**
 * A tile with what is in it.
 *
 * @param path which one
 * @param bytes as {@link TileSource#tile} gives them; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // tiles are many and large, and never compared as records
public record Tile(TilePath path, byte[] bytes) {

    /**
     * The bytes of a narrower tile in the same place: the beginning of this one.
     *
     * @throws TreeDamaged if these bytes do not hold so many hashes or entries
     */
    public byte[] first(int width) {
        return TiledTree.part(bytes, new TilePath(path.level(), path.index(), width));
    }
}
