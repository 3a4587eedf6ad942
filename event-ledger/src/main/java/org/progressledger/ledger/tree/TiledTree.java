package org.progressledger.ledger.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tree of a size, as its tiles tell it: its root, its leaves and its proofs.
 *
 * <p>The tiles are not trusted. What is derived from them is worth as much as {@link #root()} being that of a checkpoint,
 * or a proof that {@link InclusionProof#proves proves} something about one. Some tiles are kept in memory. Not safe for
 * several threads.
 */
public final class TiledTree {

    private static final int KEPT = 64;

    private final TileSource source;
    private final long size;
    private final Map<TilePath, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** @throws IllegalArgumentException if the size is negative */
    public TiledTree(TileSource source, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size: " + size);
        }
        this.source = source;
        this.size = size;
    }

    public long size() {
        return size;
    }

    /** @throws TreeDamaged if a tile is missing or of a wrong length */
    public Hash root() {
        return root(size);
    }

    /**
     * The root that the tree had when it was smaller.
     *
     * @throws IllegalArgumentException if the size is negative or larger than the tree's
     * @throws TreeDamaged if a tile is missing or of a wrong length
     */
    public Hash root(long earlierSize) {
        requireWithin("size", earlierSize, size);
        return range(earlierSize).root();
    }

    /** What is needed to grow the tree, or to check that another history leads to the same one. */
    public CompactRange range() {
        return range(size);
    }

    private CompactRange range(long until) {
        List<Hash> subtrees = new ArrayList<>();
        long from = 0;
        for (long rest = until; rest > 0; rest -= Long.highestOneBit(rest)) {
            subtrees.add(perfect(from, Long.numberOfTrailingZeros(Long.highestOneBit(rest))));
            from += Long.highestOneBit(rest);
        }
        return new CompactRange(until, subtrees);
    }

    /** The hash of a leaf. */
    public Hash leaf(long index) {
        requireWithin("index", index, size - 1);
        return perfect(index, 0);
    }

    /** The entries of a bundle, by its index: 256, or as many as the tree has of it. */
    public List<byte[]> bundle(long index) {
        TilePath path = TilePath.in(size, TilePath.ENTRIES, index)
                .orElseThrow(() -> new IllegalArgumentException("No bundle " + index + " in a tree of " + size));
        return EntryBundle.decode(fetch(path));
    }

    /** A log entry, as its bundle tells it; its leaf hash is not compared. */
    public byte[] entry(long index) {
        requireWithin("index", index, size - 1);
        return bundle(index / TilePath.FULL).get((int) (index % TilePath.FULL));
    }

    /** That a leaf is in this tree. */
    public InclusionProof inclusion(long index) {
        requireWithin("index", index, size - 1);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long until = size;
        while (until - from > 1) {
            long middle = from + split(until - from);
            if (index < middle) {
                path.addFirst(subtree(middle, until));
                until = middle;
            } else {
                path.addFirst(subtree(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, path);
    }

    /** That this tree begins with an earlier one. */
    public ConsistencyProof consistency(long earlierSize) {
        requireWithin("size", earlierSize, size);
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long until = size;
        while (earlierSize > 0 && until != earlierSize) {
            long middle = from + split(until - from);
            if (earlierSize <= middle) {
                path.addFirst(subtree(middle, until));
                until = middle;
            } else {
                path.addFirst(subtree(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.addFirst(subtree(from, until)); // left out where it is the whole earlier tree, which the asker knows
        }
        return new ConsistencyProof(earlierSize, size, path);
    }

    /** RFC 6962: where a tree of that many leaves is split. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private Hash subtree(long from, long until) {
        long leaves = until - from;
        long largest = Long.highestOneBit(leaves);
        Hash left = perfect(from, Long.numberOfTrailingZeros(largest));
        return leaves == largest ? left : Hash.ofNode(left, subtree(from + largest, until));
    }

    /** The root of a perfect subtree: within one tile, that of neighbouring hashes. */
    private Hash perfect(long from, int height) {
        int level = height / TilePath.HEIGHT;
        long first = from >>> (TilePath.HEIGHT * level);
        byte[] tile = tile(level, first / TilePath.FULL);
        int count = 1 << (height % TilePath.HEIGHT);
        int at = (int) (first % TilePath.FULL);
        CompactRange neighbours = new CompactRange();
        for (int i = at; i < at + count; i++) {
            neighbours.append(Hash.at(tile, i * Hash.BYTES, (i + 1) * Hash.BYTES));
        }
        return neighbours.root();
    }

    private byte[] tile(int level, long index) {
        TilePath path = TilePath.in(size, level, index).orElseThrow();
        byte[] known = kept.get(path);
        if (known == null) {
            known = fetch(path);
            kept.put(path, known);
        }
        return known;
    }

    /** A log may drop a partial tile once the full one is there. */
    byte[] fetch(TilePath path) {
        Optional<byte[]> exact = source.tile(path);
        if (exact.isPresent() || path.isFull()) {
            return whole(path, exact.orElseThrow(() -> new TreeDamaged("There is no " + path)));
        }
        byte[] full = source.tile(path.full()).orElseThrow(() -> new TreeDamaged("There is no " + path));
        return part(whole(path.full(), full), path);
    }

    private static byte[] whole(TilePath path, byte[] tile) {
        int length = path.holdsEntries() ? EntryBundle.decode(tile).size() : tile.length / Hash.BYTES;
        if (length != path.width() || (!path.holdsEntries() && tile.length % Hash.BYTES != 0)) {
            throw new TreeDamaged("%s has %d bytes, which is not its width".formatted(path, tile.length));
        }
        return tile;
    }

    /** What a narrower tile in the same place holds. */
    static byte[] part(byte[] wider, TilePath narrower) {
        if (!narrower.holdsEntries() && wider.length < narrower.width() * Hash.BYTES) {
            throw new TreeDamaged("Too few bytes for " + narrower);
        }
        return narrower.holdsEntries()
                ? EntryBundle.first(wider, narrower.width())
                : Arrays.copyOf(wider, narrower.width() * Hash.BYTES);
    }

    private void requireWithin(String what, long value, long most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("No %s %d in a tree of %d".formatted(what, value, size));
        }
    }
}
