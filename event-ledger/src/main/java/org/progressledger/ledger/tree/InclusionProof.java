package org.progressledger.ledger.tree;

import java.util.List;

/**
 * That a leaf is in a tree.
 *
 * @param index the leaf's place, from 0
 * @param size of the tree
 * @param path RFC 6962, section 2.1.1: the hashes to be joined to the leaf's, from its sibling upwards
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether it shows that the tree with this root has this leaf; RFC 9162, section 2.1.3.2. */
    public boolean proves(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        Climb climb = new Climb(index, size - 1);
        Hash hash = leaf;
        for (Hash beside : path) {
            if (climb.isAtTheTop()) {
                return false;
            }
            hash = climb.isLeftNeighbour() ? Hash.ofNode(beside, hash) : Hash.ofNode(hash, beside);
            climb.up();
        }
        return climb.isAtTheTop() && hash.equals(root);
    }
}
