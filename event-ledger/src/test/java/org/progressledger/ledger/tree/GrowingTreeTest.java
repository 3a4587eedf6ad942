package org.progressledger.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingTreeTest {

    private static final int LARGEST = 65_537;
    private static final List<Hash> LEAVES = new ArrayList<>();

    @BeforeAll
    static void leaves() {
        for (int i = 0; i < LARGEST; i++) {
            LEAVES.add(Hash.ofLeaf(Naive.entry(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537})
    void a_tree_that_grew_is_the_tree_that_is_defined(int size) {
        Naive.Tiles tiles = new Naive.Tiles();
        GrowingTree grown = Naive.grown(tiles, size);
        TiledTree tree = new TiledTree(tiles, size);
        Hash defined = Naive.root(LEAVES.subList(0, size));
        assertThat(grown.root()).isEqualTo(defined);
        assertThat(tree.root()).isEqualTo(defined);
        for (int index = 0; index < size; index += 1 + size / 5) {
            assertThat(tree.inclusion(index).path()).isEqualTo(Naive.path(index, LEAVES.subList(0, size)));
            assertThat(tree.leaf(index)).isEqualTo(LEAVES.get(index));
            assertThat(tree.entry(index)).isEqualTo(Naive.entry(index));
        }
        for (int from = 1; from < size; from += 1 + size / 5) {
            assertThat(tree.consistency(from).path()).isEqualTo(Naive.proof(from, LEAVES.subList(0, size), true));
            assertThat(tree.root(from)).isEqualTo(Naive.root(LEAVES.subList(0, from)));
        }
    }

    @Test
    void a_tree_that_was_put_away_after_each_step_is_the_same() {
        Naive.Tiles small = new Naive.Tiles();
        int size = 0;
        while (size < 600) {
            GrowingTree again = new GrowingTree(new TiledTree(small, size), small::put);
            assertThat(again.root()).isEqualTo(Naive.root(LEAVES.subList(0, size)));
            size += 1 + size % 13;
            Naive.grow(again, size);
            again.edge().forEach(small::put);
        }
        Naive.Tiles large = new Naive.Tiles();
        Naive.grown(large, size);
        large.all.forEach((path, bytes) -> assertThat(small.tile(path)).hasValue(bytes));
    }

    @Test
    void has_the_partial_tiles_of_the_specifications_example() {
        assertThat(GrowingTree.partialTiles(70_000))
                .extracting(TilePath::toString)
                .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1", "tile/entries/273.p/112");
        assertThat(GrowingTree.partialTiles(256)).extracting(TilePath::toString).containsExactly("tile/1/000.p/1");
        assertThat(GrowingTree.partialTiles(0)).isEmpty();
    }

    @Test
    void a_full_tile_stands_in_for_a_partial_one_that_was_dropped() {
        Naive.Tiles tiles = new Naive.Tiles();
        Naive.grown(tiles, 300);
        Naive.grown(tiles, 512);
        tiles.all.keySet().removeIf(path -> path.width() == 44);
        TiledTree earlier = new TiledTree(tiles, 300);
        assertThat(earlier.root()).isEqualTo(Naive.root(LEAVES.subList(0, 300)));
        assertThat(earlier.bundle(1)).hasSize(44);
        assertThat(new GrowingTree(earlier, tile -> {}).root()).isEqualTo(earlier.root());
    }

    @Test
    void missing_and_misshapen_tiles_are_told_apart_from_proofs() {
        Naive.Tiles tiles = new Naive.Tiles();
        Naive.grown(tiles, 300);
        TilePath edge = new TilePath(0, 1, 44);
        byte[] genuine = tiles.all.remove(edge);
        assertThatExceptionOfType(TreeDamaged.class)
                .isThrownBy(new TiledTree(tiles, 300)::root)
                .withMessageContaining("tile/0/001.p/44");
        tiles.all.put(edge, new byte[genuine.length - 1]);
        assertThatExceptionOfType(TreeDamaged.class).isThrownBy(new TiledTree(tiles, 300)::root);
        tiles.all.put(edge, new byte[genuine.length - Hash.BYTES]);
        assertThatExceptionOfType(TreeDamaged.class).isThrownBy(new TiledTree(tiles, 300)::root);
        TilePath bundle = new TilePath(TilePath.ENTRIES, 1, 44);
        tiles.all.put(bundle, new byte[] {0, 5, 1});
        assertThatExceptionOfType(TreeDamaged.class).isThrownBy(() -> new TiledTree(tiles, 300).entry(256));
        tiles.all.put(bundle, new byte[] {0});
        assertThatExceptionOfType(TreeDamaged.class).isThrownBy(() -> new TiledTree(tiles, 300).entry(256));
    }

    @Test
    void entries_are_at_most_65535_bytes() {
        GrowingTree tree = new GrowingTree(tile -> {});
        tree.append(new byte[65_535]);
        assertThat(tree.edge().getLast().bytes()).hasSize(65_537).startsWith(0xFF, 0xFF);
        assertThatIllegalArgumentException().isThrownBy(() -> tree.append(new byte[65_536]));
    }

    @Test
    void asks_for_nothing_beyond_the_tree() {
        TiledTree tree = new TiledTree(new Naive.Tiles(), 10);
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(10));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(11));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.leaf(10));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.bundle(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TiledTree(new Naive.Tiles(), -1));
    }
}
