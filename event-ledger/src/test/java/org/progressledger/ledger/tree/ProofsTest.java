package org.progressledger.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every proof of every tree up to a size holds, and what is not quite that proof does not. */
class ProofsTest {

    private static final int SIZES = 280;
    private static final Naive.Tiles TILES = new Naive.Tiles();
    private static final List<Hash> ROOTS = new ArrayList<>();
    private static final Random RANDOM = new Random(20_261_123);

    @BeforeAll
    static void trees() {
        GrowingTree tree = new GrowingTree(TILES::put);
        ROOTS.add(tree.root());
        for (int size = 1; size <= SIZES; size++) {
            tree.append(Naive.entry(size - 1));
            tree.edge().forEach(TILES::put);
            ROOTS.add(tree.root());
        }
    }

    @Test
    void every_leaf_is_shown_to_be_in_every_tree_and_nothing_else_is() {
        for (int size = 1; size <= SIZES; size++) {
            TiledTree tree = new TiledTree(TILES, size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = tree.inclusion(index);
                Hash leaf = tree.leaf(index);
                Hash root = ROOTS.get(size);
                assertThat(proof.proves(leaf, root)).isTrue();
                assertThat(proof.proves(Hash.ofLeaf(Naive.entry(size)), root)).isFalse();
                assertThat(proof.proves(leaf, ROOTS.get(size - 1))).isFalse();
                // in a later tree the same path may show the same, where the leaf's subtree was perfect already
                assertThat(new InclusionProof(index + 1, size, proof.path()).proves(leaf, root))
                        .isFalse();
                assertThat(new InclusionProof(index, index, proof.path()).proves(leaf, root))
                        .isFalse();
                assertThat(new InclusionProof(-1, size, proof.path()).proves(leaf, root))
                        .isFalse();
                assertThat(new InclusionProof(index, size, longer(proof.path())).proves(leaf, root))
                        .isFalse();
                if (size > 1) {
                    assertThat(new InclusionProof(index, size, changed(proof.path())).proves(leaf, root))
                            .isFalse();
                    assertThat(new InclusionProof(index, size, shorter(proof.path())).proves(leaf, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void the_steps_of_a_proof_join_left_and_right_up_to_the_root() {
        InclusionProof proof = new TiledTree(TILES, 7).inclusion(4);
        Hash leaf = Hash.ofLeaf(Naive.entry(4));

        List<InclusionProof.Step> steps = proof.steps(leaf);

        assertThat(steps.stream().map(InclusionProof.Step::left)).containsExactly(false, false, true);
        assertThat(steps.getFirst().hash()).isEqualTo(Hash.ofNode(leaf, Hash.ofLeaf(Naive.entry(5))));
        assertThat(steps.getLast().hash()).isEqualTo(ROOTS.get(7));
        assertThatThrownBy(() -> new InclusionProof(4, 7, shorter(proof.path())).steps(leaf))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_tree_is_shown_to_begin_with_every_earlier_one_and_with_nothing_else() {
        for (int to = 1; to <= SIZES; to++) {
            TiledTree tree = new TiledTree(TILES, to);
            Hash later = ROOTS.get(to);
            for (int from = 0; from <= to; from++) {
                ConsistencyProof proof = tree.consistency(from);
                Hash earlier = ROOTS.get(from);
                assertThat(proof.proves(earlier, later)).isTrue();
                assertThat(proof.proves(ROOTS.get((from + 1) % SIZES), later)).isFalse();
                assertThat(new ConsistencyProof(from, to, longer(proof.path())).proves(earlier, later))
                        .isFalse();
                assertThat(new ConsistencyProof(to + 1, to, proof.path()).proves(earlier, later))
                        .isFalse();
                assertThat(new ConsistencyProof(-1, to, proof.path()).proves(earlier, later))
                        .isFalse();
                if (from > 0 && from < to) {
                    assertThat(proof.proves(earlier, ROOTS.get(to - 1))).isFalse();
                    assertThat(new ConsistencyProof(from, to, changed(proof.path())).proves(earlier, later))
                            .isFalse();
                    assertThat(new ConsistencyProof(from, to, shorter(proof.path())).proves(earlier, later))
                            .isFalse();
                    assertThat(new ConsistencyProof(to, from, proof.path()).proves(later, earlier))
                            .isFalse();
                }
            }
        }
    }

    private static List<Hash> changed(List<Hash> path) {
        List<Hash> changed = new ArrayList<>(path);
        int which = RANDOM.nextInt(path.size());
        byte[] bytes = path.get(which).bytes();
        bytes[RANDOM.nextInt(Hash.BYTES)] ^= (byte) (1 << RANDOM.nextInt(8));
        changed.set(which, Hash.of(bytes));
        return changed;
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(RANDOM.nextInt(path.size() + 1), ROOTS.get(RANDOM.nextInt(SIZES)));
        return longer;
    }

    private static List<Hash> shorter(List<Hash> path) {
        List<Hash> shorter = new ArrayList<>(path);
        shorter.remove(RANDOM.nextInt(path.size()));
        return shorter;
    }
}
