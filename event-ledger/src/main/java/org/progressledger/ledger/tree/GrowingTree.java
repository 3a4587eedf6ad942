package org.progressledger.ledger.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A tree to which entries are added one after another. It gives its full tiles away as they fill, and knows its partial
 * ones: at most one of each level. Not safe for several threads.
 */
public final class GrowingTree {

    private static final int LEVELS = 64 / TilePath.HEIGHT;

    private final CompactRange range;
    private final Consumer<Tile> full;
    private final CompactRange.Completed completed = this::completed;
    private final byte[][] edge = new byte[LEVELS][TilePath.FULL * Hash.BYTES];
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();

    /**
     * An empty tree.
     *
     * @param full told of every tile that is full, once, in the order in which they fill
     */
    public GrowingTree(Consumer<Tile> full) {
        this.full = full;
        this.range = new CompactRange();
    }

    /**
     * Goes on where a tree ended. Only its partial tiles and those that hold its perfect subtrees are read.
     *
     * @throws TreeDamaged if one of them is missing or of a wrong length
     */
    public GrowingTree(TiledTree tree, Consumer<Tile> full) {
        this.full = full;
        this.range = tree.range();
        for (TilePath path : partial()) {
            byte[] tile = tree.fetch(path);
            if (path.holdsEntries()) {
                bundle.writeBytes(tile);
            } else {
                System.arraycopy(tile, 0, edge[path.level()], 0, tile.length);
            }
        }
    }

    /** @throws IllegalArgumentException if the entry has more than 65,535 bytes */
    public void append(byte[] entry) {
        append(entry, Hash.ofLeaf(entry));
    }

    /**
     * The same of an entry whose leaf hash is known.
     *
     * @param leaf {@link Hash#ofLeaf} of the entry, which is not looked at again
     */
    public void append(byte[] entry, Hash leaf) {
        EntryBundle.append(bundle, entry);
        range.append(leaf, completed);
        if (range.size() % TilePath.FULL == 0) {
            TilePath path = new TilePath(TilePath.ENTRIES, range.size() / TilePath.FULL - 1, TilePath.FULL);
            full.accept(new Tile(path, bundle.toByteArray()));
            bundle.reset();
        }
    }

    private void completed(int height, long index, Hash root) {
        if (height % TilePath.HEIGHT != 0) {
            return;
        }
        int level = height / TilePath.HEIGHT;
        int at = (int) (index % TilePath.FULL);
        root.copyTo(edge[level], at * Hash.BYTES);
        if (at == TilePath.FULL - 1) {
            full.accept(new Tile(new TilePath(level, index / TilePath.FULL, TilePath.FULL), edge[level].clone()));
        }
    }

    public long size() {
        return range.size();
    }

    public Hash root() {
        return range.root();
    }

    /** The partial tiles as they stand, those of hashes by level and then that of entries. */
    public List<Tile> edge() {
        return partial().stream()
                .map(path -> new Tile(
                        path,
                        path.holdsEntries()
                                ? bundle.toByteArray()
                                : Arrays.copyOf(edge[path.level()], path.width() * Hash.BYTES)))
                .toList();
    }

    private List<TilePath> partial() {
        return partialTiles(range.size());
    }

    /** Which partial tiles a tree of that size has, those of hashes by level and then that of entries. */
    public static List<TilePath> partialTiles(long size) {
        List<TilePath> partial = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            long hashes = size >>> (TilePath.HEIGHT * level);
            if (hashes % TilePath.FULL != 0) {
                partial.add(new TilePath(level, hashes / TilePath.FULL, (int) (hashes % TilePath.FULL)));
            }
        }
        if (size % TilePath.FULL != 0) {
            partial.add(new TilePath(TilePath.ENTRIES, size / TilePath.FULL, (int) (size % TilePath.FULL)));
        }
        return partial;
    }
}
