package org.progressledger.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 0, 1, tile/0/000.p/1",
        "63, 999, 255, tile/63/999.p/255",
        "1, 1000, 256, tile/1/x001/000",
        "-1, 1234067, 8, tile/entries/x001/x234/067.p/8",
        "-1, 5, 256, tile/entries/005",
        "0, 999999999999999999, 256, tile/0/x999/x999/x999/x999/x999/999"
    })
    void is_written_and_read_as_the_specification_says(int level, long index, int width, String path) {
        TilePath tile = new TilePath(level, index, width);
        assertThat(tile).hasToString(path);
        assertThat(TilePath.parse(path)).hasValue(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/0",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/x000/000",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/../000",
                "tile/0/٠٠٠",
                "tile/data/000",
                "tile/0/x001/x001/x001/x001/x001/x001/000"
            })
    void every_other_spelling_is_refused(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    @Test
    void knows_which_tile_a_tree_of_a_size_has() {
        assertThat(TilePath.in(70_000, 0, 273)).hasValue(new TilePath(0, 273, 112));
        assertThat(TilePath.in(70_000, 0, 272)).hasValue(new TilePath(0, 272, 256));
        assertThat(TilePath.in(70_000, 0, 274)).isEmpty();
        assertThat(TilePath.in(70_000, 2, 0)).hasValue(new TilePath(2, 0, 1));
        assertThat(TilePath.in(70_000, 3, 0)).isEmpty();
        assertThat(TilePath.in(Long.MAX_VALUE, 8, 0)).isEmpty();
        assertThat(TilePath.in(70_000, TilePath.ENTRIES, 273)).hasValue(new TilePath(TilePath.ENTRIES, 273, 112));
        assertThat(new TilePath(0, 273, 112).isWithin(70_000)).isTrue();
        assertThat(new TilePath(0, 273, 113).isWithin(70_000)).isFalse();
        assertThat(new TilePath(1, 0, 256).isWithin(65_536)).isTrue();
        assertThat(new TilePath(1, 0, 256).isWithin(65_535)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TilePath(0, 0, 257));
    }
}
