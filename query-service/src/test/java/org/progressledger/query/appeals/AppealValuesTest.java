package org.progressledger.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.query.appeals.AppealPage.Words;
import org.progressledger.query.projection.TextDiff.Op;
import org.progressledger.query.projection.TextDiff.Piece;

class AppealValuesTest {
    private static final List<Piece> PIECES = List.of(
            new Piece(Op.EQUAL, "จัด"),
            new Piece(Op.DELETE, "ประชุม"),
            new Piece(Op.INSERT, "อบรม"),
            new Piece(Op.EQUAL, " ("),
            new Piece(Op.DELETE, "4"),
            new Piece(Op.INSERT, "2"),
            new Piece(Op.EQUAL, " ครั้ง)"));

    @Test
    void each_side_is_its_text_to_the_letter_and_changes_that_a_sign_parts_are_one() {
        assertThat(AppealValues.joined(PIECES, Op.DELETE))
                .containsExactly(new Words(false, "จัด"), new Words(true, "ประชุม (4"), new Words(false, " ครั้ง)"));
        assertThat(AppealValues.joined(PIECES, Op.INSERT))
                .containsExactly(new Words(false, "จัด"), new Words(true, "อบรม (2"), new Words(false, " ครั้ง)"));
    }

    @Test
    void words_that_stayed_between_two_changes_part_them() {
        List<Piece> pieces =
                List.of(new Piece(Op.DELETE, "ก"), new Piece(Op.EQUAL, " และ "), new Piece(Op.DELETE, "ข"));

        assertThat(AppealValues.joined(pieces, Op.DELETE))
                .containsExactly(new Words(true, "ก"), new Words(false, " และ "), new Words(true, "ข"));
        assertThat(AppealValues.joined(pieces, Op.INSERT)).containsExactly(new Words(false, " และ "));
    }
}
