package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThaiTextTest {
    @ParameterizedTest
    @CsvSource({
        "สํานัก, สำนัก",
        "นํ้า, น้ำ",
        "น้ํา, น้ำ",
        "นำ้, น้ำ",
        "พ.ศ. ๒๕๖๔, พ.ศ. 2564",
        "KPI, kpi",
        "'  สอง   คำ ', สอง คำ",
        "กา\u200Bแฟ, กาแฟ",
        "สอง\u00A0คำ, สอง คำ"
    })
    void folds_spellings_of_one_word_into_one(String typed, String folded) {
        assertThat(ThaiText.folded(typed)).isEqualTo(folded);
    }

    @Test
    void trigrams_are_every_three_characters_in_a_row() {
        assertThat(ThaiText.trigrams("กขคง")).containsExactly("กขค", "ขคง");
        assertThat(ThaiText.trigrams("กข")).isEmpty();
    }

    @Test
    void names_sort_as_in_a_thai_dictionary() {
        List<String> sorted = List.of("เกาะ", "ขวด", "แก้ว", "กา", "ไก่", "กบ").stream()
                .sorted(java.util.Comparator.comparing(ThaiText::sortKey))
                .toList();

        assertThat(sorted).containsExactly("กบ", "กา", "เกาะ", "แก้ว", "ไก่", "ขวด");
    }

    @Test
    void dates_are_told_in_buddhist_years() {
        assertThat(ThaiText.date(LocalDate.of(2021, 8, 30))).isEqualTo("30 ส.ค. 2564");
    }
}
