package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.query.projection.TextDiff.Op;
import org.progressledger.query.projection.TextDiff.Piece;
import org.progressledger.query.projection.TextDiff.Unit;

class TextDiffTest {
    private static List<Piece> pieces(String before, String after) {
        return TextDiff.of(before, after, 2_000).pieces();
    }

    private static String without(Op op, TextDiff diff) {
        return diff.pieces().stream()
                .filter(piece -> piece.op() != op)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void tells_which_thai_word_was_replaced_though_no_space_stands_between_words() {
        assertThat(pieces("จัดประชุมเครือข่าย 4 ครั้ง", "จัดอบรมเครือข่าย 2 ครั้ง"))
                .containsExactly(
                        new Piece(Op.EQUAL, "จัด"),
                        new Piece(Op.DELETE, "ประชุม"),
                        new Piece(Op.INSERT, "อบรม"),
                        new Piece(Op.EQUAL, "เครือข่าย "),
                        new Piece(Op.DELETE, "4"),
                        new Piece(Op.INSERT, "2"),
                        new Piece(Op.EQUAL, " ครั้ง"));
    }

    @Test
    void tells_words_that_came_and_words_that_went() {
        assertThat(pieces("จัด 4 ครั้ง", "จัด 4 ครั้ง ทางไกลได้"))
                .first()
                .isEqualTo(new Piece(Op.EQUAL, "จัด 4 ครั้ง"));
        assertThat(pieces("ก ข", "ก")).containsExactly(new Piece(Op.EQUAL, "ก"), new Piece(Op.DELETE, " ข"));
    }

    @Test
    void the_same_text_is_one_equal_piece() {
        assertThat(pieces("จัด 4 ครั้ง", "จัด 4 ครั้ง")).containsExactly(new Piece(Op.EQUAL, "จัด 4 ครั้ง"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void both_texts_can_be_put_together_again_to_the_letter(long seed) {
        Random random = new Random(seed);
        String[] words = {"เกณฑ์", "ร้อยละ", " ", "80", "\n", "😀", "จัดประชุม", ", ", "โควิด-19", "ๆ"};
        String before =
                random.ints(120, 0, words.length).mapToObj(at -> words[at]).collect(Collectors.joining());
        String after =
                random.ints(140, 0, words.length).mapToObj(at -> words[at]).collect(Collectors.joining());

        for (int most : new int[] {2_000, 100}) {
            TextDiff diff = TextDiff.of(before, after, most);
            assertThat(without(Op.INSERT, diff)).isEqualTo(before);
            assertThat(without(Op.DELETE, diff)).isEqualTo(after);
        }
    }

    @Test
    void texts_of_more_words_are_compared_phrase_by_phrase_and_it_says_so() {
        TextDiff diff = TextDiff.of("จัดประชุมเครือข่าย 4 ครั้ง", "จัดอบรมเครือข่าย 4 ครั้ง", 4);

        assertThat(diff.unit()).isEqualTo(Unit.PHRASES);
        assertThat(diff.pieces())
                .containsExactly(
                        new Piece(Op.DELETE, "จัดประชุมเครือข่าย "),
                        new Piece(Op.INSERT, "จัดอบรมเครือข่าย "),
                        new Piece(Op.EQUAL, "4 ครั้ง"));
        assertThat(diff.note()).isNotNull();
        assertThat(diff.note().en()).contains("more than 4 words");
    }

    @Test
    void texts_of_more_phrases_are_not_compared_and_it_says_why() {
        TextDiff diff = TextDiff.of("ก ข ค ง", "ก ข ค จ", 3);

        assertThat(diff.unit()).isEqualTo(Unit.NOTHING);
        assertThat(diff.pieces()).isEmpty();
        assertThat(diff.note().th()).contains("3 วลี");
    }
}
