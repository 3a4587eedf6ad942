package org.progressledger.query.rawevents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyJsonTest {
    @Test
    void a_number_keeps_its_digits() {
        assertThat(PrettyJson.of("{\"a\":10.00,\"b\":[1E+3,12345678901234567890.10,-0.0]}"))
                .contains("\"a\" : 10.00", "1E+3", "12345678901234567890.10", "-0.0");
    }

    @Test
    void each_value_has_a_line_and_words_stay_as_they_are() {
        assertThat(PrettyJson.of("{\"narrative\":\"ก\\u202E<b> 👩\u200D👧\",\"none\":null,\"is\":true}")
                        .lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("<b> 👩\u200D👧\"") && line.contains("ก"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "no JSON", "{\"a\":1}}"})
    void what_is_no_json_is_shown_as_it_is(String stored) {
        assertThat(PrettyJson.of(stored)).isEqualTo(stored);
    }
}
