package org.progressledger.ledger.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions of RFC 6962, written as they stand there, and what grows by them. */
final class Naive {

    private Naive() {}

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.ofEmptyTree();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = split(leaves.size());
        return Hash.ofNode(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<Hash> path(int m, List<Hash> leaves) {
        List<Hash> path = new ArrayList<>();
        if (leaves.size() > 1) {
            int k = split(leaves.size());
            List<Hash> left = leaves.subList(0, k);
            List<Hash> right = leaves.subList(k, leaves.size());
            path.addAll(m < k ? path(m, left) : path(m - k, right));
            path.add(root(m < k ? right : left));
        }
        return path;
    }

    static List<Hash> proof(int m, List<Hash> leaves, boolean whole) {
        List<Hash> path = new ArrayList<>();
        int n = leaves.size();
        if (m == n) {
            if (!whole) {
                path.add(root(leaves));
            }
            return path;
        }
        int k = split(n);
        if (m <= k) {
            path.addAll(proof(m, leaves.subList(0, k), whole));
            path.add(root(leaves.subList(k, n)));
        } else {
            path.addAll(proof(m - k, leaves.subList(k, n), false));
            path.add(root(leaves.subList(0, k)));
        }
        return path;
    }

    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    static byte[] entry(long index) {
        return ("{\"position\":" + index + "}" + "x".repeat((int) (index % 7))).getBytes(StandardCharsets.UTF_8);
    }

    /** Tiles in memory: the full ones as they came, and those partial ones that somebody put there. */
    static final class Tiles implements TileSource {

        final Map<TilePath, byte[]> all = new HashMap<>();

        void put(Tile tile) {
            all.put(tile.path(), tile.bytes());
        }

        @Override
        public Optional<byte[]> tile(TilePath path) {
            return Optional.ofNullable(all.get(path)).map(byte[]::clone);
        }
    }

    /** A tree of that many entries, its tiles in the source. */
    static GrowingTree grown(Tiles tiles, int size) {
        GrowingTree tree = new GrowingTree(tiles::put);
        grow(tree, size);
        tree.edge().forEach(tiles::put);
        return tree;
    }

    static void grow(GrowingTree tree, int until) {
        while (tree.size() < until) {
            tree.append(entry(tree.size()));
        }
    }
}
