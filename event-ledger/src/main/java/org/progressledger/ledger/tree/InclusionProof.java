package org.progressledger.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * A hash of the path joined to what was reached below it.
     *
     * @param left whether it stands to the left
     * @param hash of the two
     */
    public record Step(boolean left, Hash beside, Hash hash) {}

    /**
     * From a leaf upwards, one step for each hash of the path; where the proof holds the last one reaches the root.
     *
     * @throws IllegalArgumentException for a path that is too long or too short for the tree
     */
    public List<Step> steps(Hash leaf) {
        return climbed(leaf)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No path of leaf %d in a tree of %d: %d hashes".formatted(index, size, path.size())));
    }

    /** Whether it shows that the tree with this root has this leaf; RFC 9162, section 2.1.3.2. */
    public boolean proves(Hash leaf, Hash root) {
        return climbed(leaf)
                .map(steps -> steps.isEmpty() ? leaf : steps.getLast().hash())
                .filter(root::equals)
                .isPresent();
    }

    private Optional<List<Step>> climbed(Hash leaf) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>(path.size());
        Climb climb = new Climb(index, size - 1);
        Hash hash = leaf;
        for (Hash beside : path) {
            if (climb.isAtTheTop()) {
                return Optional.empty();
            }
            boolean left = climb.isLeftNeighbour();
            hash = left ? Hash.ofNode(beside, hash) : Hash.ofNode(hash, beside);
            steps.add(new Step(left, beside, hash));
            climb.up();
        }
        return climb.isAtTheTop() ? Optional.of(steps) : Optional.empty();
    }
}
