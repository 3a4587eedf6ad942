package org.progressledger.query.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists in forms. */
class RowsTest {
    private static final Map<String, String> SENT = Map.of(
            "parts[0].number",
            " ",
            "parts[1].number",
            "2.1",
            "parts[1].score",
            "50",
            "parts[2].score",
            "",
            "more",
            "x");

    @Test
    void rows_that_are_filled_in_move_up_so_that_the_command_service_counts_as_the_page_does() {
        assertThat(Rows.closed(SENT, "parts"))
                .isEqualTo(Map.of("parts[0].number", "2.1", "parts[0].score", "50", "more", "x"));
        assertThat(Rows.closed(SENT, "others")).isEqualTo(SENT);
    }

    @Test
    void as_many_rows_are_shown_as_before_and_two_more_where_that_is_asked_for() {
        assertThat(Rows.shown(Map.of(), "parts", 3)).isEqualTo(3);
        assertThat(Rows.shown(Map.of("rows.parts", "5"), "parts", 3)).isEqualTo(5);
        assertThat(Rows.shown(Map.of("rows.parts", "5", "more", "parts"), "parts", 3))
                .isEqualTo(7);
        assertThat(Rows.shown(Map.of("rows.parts", "999", "more", "parts"), "parts", 3))
                .isEqualTo(200);
        assertThat(Rows.shown(Map.of("rows.parts", "-1"), "parts", 3)).isEqualTo(3);
        assertThat(Rows.shown(SENT, "parts", 1))
                .as("nothing that was sent is lost")
                .isEqualTo(3);
    }

    @Test
    void a_list_is_sent_as_a_list_and_stands_row_by_row() {
        List<Field> fields = List.of(
                Field.line("words", "ข้อความ"),
                Field.line("parts[0].number", "ข้อ"),
                Field.number("parts[0].score", "คะแนน"),
                Field.line("parts[1].number", "ข้อ"),
                Field.number("parts[1].score", "คะแนน"));
        Form form = Form.typed(
                fields,
                Map.of("words", "x", "parts[0].number", "2.1", "parts[0].score", "50", "parts[1].number", "2.2"));
        assertThat(form.body())
                .isEqualTo(Map.of(
                        "words",
                        "x",
                        "parts",
                        List.of(Map.of("number", "2.1", "score", new BigDecimal("50")), Map.of("number", "2.2"))));
        assertThat(form.rows()).extracting(List::size).containsExactly(1, 2, 2);
        assertThat(fields.get(2).id()).isEqualTo("f-parts-0-score");
    }
}
