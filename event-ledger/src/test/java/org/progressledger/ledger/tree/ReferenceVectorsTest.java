package org.progressledger.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Held against the leaves, roots and paths that Certificate Transparency's own implementations are tested with. */
class ReferenceVectorsTest {

    private static final List<byte[]> ENTRIES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();
    private static final List<Hash> ROOTS = hashes(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void roots_of_every_size() {
        CompactRange range = new CompactRange();
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(range.root()).isEqualTo(ROOTS.get(size));
            assertThat(tree(size).root()).isEqualTo(ROOTS.get(size));
            if (size < ENTRIES.size()) {
                range.append(Hash.ofLeaf(ENTRIES.get(size)));
            }
        }
    }

    @Test
    void paths_of_leaves() {
        assertThat(tree(8).inclusion(0).path())
                .isEqualTo(hashes(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(tree(8).inclusion(5).path())
                .isEqualTo(hashes(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
        assertThat(tree(3).inclusion(2).path())
                .isEqualTo(hashes("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"));
        assertThat(tree(1).inclusion(0).path()).isEmpty();
        for (int size = 1; size <= 8; size++) {
            for (int index = 0; index < size; index++) {
                assertThat(tree(size).inclusion(index).proves(Hash.ofLeaf(ENTRIES.get(index)), ROOTS.get(size)))
                        .isTrue();
            }
        }
    }

    @Test
    void paths_between_sizes() {
        assertThat(tree(8).consistency(1).path())
                .isEqualTo(hashes(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(tree(8).consistency(6).path())
                .isEqualTo(hashes(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
        assertThat(tree(5).consistency(2).path())
                .isEqualTo(hashes(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
        assertThat(tree(8).consistency(8).path()).isEmpty();
        for (int to = 0; to <= 8; to++) {
            for (int from = 0; from <= to; from++) {
                assertThat(tree(to).consistency(from).proves(ROOTS.get(from), ROOTS.get(to)))
                        .isTrue();
            }
        }
    }

    private static TiledTree tree(int size) {
        Naive.Tiles tiles = new Naive.Tiles();
        GrowingTree tree = new GrowingTree(tiles::put);
        ENTRIES.subList(0, size).forEach(tree::append);
        tree.edge().forEach(tiles::put);
        return new TiledTree(tiles, size);
    }

    private static List<Hash> hashes(String... hex) {
        return Stream.of(hex).map(Hash::fromHex).toList();
    }
}
