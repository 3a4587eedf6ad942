package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThaiSpellingTest {
    @ParameterizedTest
    @CsvSource({
        "ส\u0E4D\u0E32นัก, ส\u0E33นัก",
        "น\u0E4D\u0E49\u0E32, น\u0E49\u0E33",
        "น\u0E49\u0E4D\u0E32, น\u0E49\u0E33",
        "น\u0E33\u0E49, น\u0E49\u0E33",
        "\u0E40\u0E40ขวง, \u0E41ขวง",
        "ก\u0E49\u0E38ง, ก\u0E38\u0E49ง",
        "e\u0301, \u00E9",
        "เขต\u200Bบาง\u00ADนา\uFEFF, เขตบางนา",
        "\u202Aเขต\u2066บางนา\u2069\u202C\u200F, เขตบางนา",
        "'  เขต \t\u00A0 บางนา\u3000', เขต บางนา"
    })
    void shows_one_word_in_one_way(String typed, String shown) {
        assertThat(ThaiSpelling.composed(typed)).isEqualTo(shown);
        assertThat(ThaiSpelling.composed(shown))
                .as("nothing is left to compose")
                .isEqualTo(shown);
    }

    @Test
    void digits_and_capitals_matter_to_the_eye_and_not_to_matching() {
        assertThat(ThaiSpelling.composed("ฝ่าย ๒ KPI")).isEqualTo("ฝ่าย ๒ KPI");
        assertThat(ThaiSpelling.folded("ฝ่าย ๒ KPI")).isEqualTo("ฝ่าย 2 kpi");
    }

    @ParameterizedTest
    @CsvSource({"บางนา, บางน้า", "เขตบางนา, เขต บางนา", "กา, แก", "ก\u0E33, กา"})
    void tells_different_words_apart(String one, String other) {
        assertThat(ThaiSpelling.folded(one)).isNotEqualTo(ThaiSpelling.folded(other));
    }
}
