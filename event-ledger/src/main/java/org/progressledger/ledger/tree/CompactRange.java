package org.progressledger.ledger.tree;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;

/**
 * All that is needed of a tree to add leaves to it: the roots of its perfect subtrees, one for each one bit of its size.
 * Not safe for several threads.
 */
public final class CompactRange {

    private final Deque<Hash> roots = new ArrayDeque<>();
    private long size;

    /** The range of an empty tree. */
    public CompactRange() {}

    /**
     * The range of a tree of that size.
     *
     * @param subtrees the roots of its perfect subtrees from left to right, the largest first
     * @throws IllegalArgumentException if there are not as many as the size has one bits
     */
    public CompactRange(long size, Collection<Hash> subtrees) {
        if (size < 0 || Long.bitCount(size) != subtrees.size()) {
            throw new IllegalArgumentException(
                    "A tree of %d leaves does not have %d perfect subtrees".formatted(size, subtrees.size()));
        }
        this.size = size;
        roots.addAll(subtrees);
    }

    /** Told of each perfect subtree that is complete. */
    interface Completed {

        /** @param height its number of leaves is two to the power of this; @param index its place among those of its height */
        void subtree(int height, long index, Hash root);
    }

    /** Adds a leaf. */
    public void append(Hash leaf) {
        append(leaf, (height, index, root) -> {});
    }

    void append(Hash leaf, Completed completed) {
        Hash root = leaf;
        completed.subtree(0, size, root);
        int height = 0;
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            root = Hash.ofNode(roots.removeLast(), root);
            height++;
            completed.subtree(height, size >>> height, root);
        }
        roots.addLast(root);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root of the tree as it stands. */
    public Hash root() {
        if (roots.isEmpty()) {
            return Hash.ofEmptyTree();
        }
        Iterator<Hash> fromTheRight = roots.descendingIterator();
        Hash root = fromTheRight.next();
        while (fromTheRight.hasNext()) {
            root = Hash.ofNode(fromTheRight.next(), root);
        }
        return root;
    }
}
