package org.progressledger.verifier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.EntryBundle;
import org.progressledger.ledger.tree.GrowingTree;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.Tile;
import org.progressledger.ledger.tree.TilePath;
import org.progressledger.ledger.tree.TileSource;
import org.progressledger.ledger.tree.TiledTree;
import org.progressledger.ledger.tree.TreeDamaged;
import org.progressledger.verifier.Finding.Kind;

/**
 * Compares the tiles that are kept with those that the events give. A difference is remembered, not told: whether the tile or the
 * event is wrong, the next checkpoint says.
 */
final class TileComparison {
    private final TileSource kept;
    private @Nullable Difference first;
    private @Nullable Difference firstLeaf;
    private long compared;

    /** @param position of the first event that the tile has otherwise; -1 if it is a tile of inner hashes */
    record Difference(TilePath tile, long position, boolean isMissing) {
        Finding finding() {
            Kind kind = isMissing ? Kind.TILE_MISSING : Kind.TILE_DIFFERS;
            return new Finding(kind, position, tile.toString(), tile.toString(), "");
        }
    }

    TileComparison(TileSource kept) {
        this.kept = kept;
    }

    long compared() {
        return compared;
    }

    Optional<Difference> first() {
        return Optional.ofNullable(first);
    }

    void compare(List<Tile> computed) {
        computed.forEach(this::compare);
    }

    void compare(Tile computed) {
        compared++;
        Optional<byte[]> stored = stored(computed.path());
        if (stored.isEmpty() || !Arrays.equals(stored.get(), computed.bytes())) {
            Difference difference = new Difference(
                    computed.path(),
                    stored.map(bytes -> firstPosition(computed, bytes)).orElse(-1L),
                    stored.isEmpty());
            first = first == null ? difference : first;
            firstLeaf = firstLeaf == null && computed.path().level() == 0 ? difference : firstLeaf;
        }
    }

    private Optional<byte[]> stored(TilePath path) {
        try {
            return kept.tile(path);
        } catch (TreeDamaged e) {
            return Optional.of(new byte[0]);
        }
    }

    private static long firstPosition(Tile computed, byte[] stored) {
        long base = computed.path().index() * TilePath.FULL;
        if (computed.path().holdsEntries()) {
            return base + firstEntry(computed.bytes(), stored);
        }
        int at = Math.max(0, Arrays.mismatch(computed.bytes(), stored)) / Hash.BYTES;
        return computed.path().level() == 0 ? base + at : -1;
    }

    private static int firstEntry(byte[] computed, byte[] stored) {
        List<byte[]> entries = EntryBundle.decode(computed);
        int at = 0;
        while (at + 1 < entries.size()) {
            int length = EntryBundle.encode(entries.subList(0, at + 1)).length;
            if (length > stored.length || Arrays.mismatch(computed, 0, length, stored, 0, length) >= 0) {
                return at;
            }
            at++;
        }
        return at;
    }

    /**
     * The first event that is not the one that was sealed, as far as the tree has grown. Only tiles that add up to a signed root are
     * believed.
     */
    Optional<Finding> firstReplaced(GrowingTree grown, Checkpoint signed) {
        try {
            if (!new TiledTree(kept, signed.size()).root().equals(signed.root())) {
                return Optional.empty();
            }
            for (Tile edge : grown.edge()) {
                if (edge.path().level() == 0 && edge.path().isWithin(signed.size())) {
                    compare(edge);
                }
            }
        } catch (TreeDamaged | IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(firstLeaf)
                .filter(difference -> difference.position() >= 0 && difference.position() < signed.size())
                .map(difference -> Finding.at(Kind.EVENT_REPLACED, difference.position(), "leafHash"));
    }
}
