package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThaiTextTest {
    @Test
    void sara_am_in_two_pieces_is_found_as_the_one_it_looks_like() {
        assertThat(ThaiText.folded("ส\u0E4D\u0E32นักงาน")).isEqualTo(ThaiText.folded("ส\u0E33นักงาน"));
    }

    @Test
    void case_white_space_and_marks_without_width_make_no_difference() {
        assertThat(ThaiText.folded(" Covid\u200B-19\n\t โครงการ ")).isEqualTo("covid-19 โครงการ");
    }

    @Test
    void every_three_characters_in_a_row_are_indexed_once() {
        assertThat(ThaiText.trigrams("abcabc")).containsExactly("abc", "bca", "cab");
        assertThat(ThaiText.trigrams("ab")).isEmpty();
    }

    @Test
    void names_stand_in_the_order_of_the_thai_dictionary_where_a_leading_vowel_comes_second() {
        assertThat(List.of("แพทย์", "เกษตร", "พยาบาล", "กฎหมาย").stream()
                        .sorted(java.util.Comparator.comparing(ThaiText::sortKey)))
                .containsExactly("กฎหมาย", "เกษตร", "พยาบาล", "แพทย์");
    }

    @Test
    void dates_are_told_in_buddhist_years() {
        assertThat(ThaiText.date(LocalDate.of(2021, 8, 30))).isEqualTo("30 ส.ค. 2564");
    }
}
