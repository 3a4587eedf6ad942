package org.progressledger.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TextsTest {
    private static final Term PERIOD = new Term("word.period", "period");

    private final Texts texts = new Texts(List.of(new MessageBundle("messages/sample")));

    private String told(Language language, Object percent) {
        return texts.find(language, "PROGRESS_WENT_BACKWARDS", Map.of("percent", percent))
                .orElseThrow();
    }

    @Test
    void a_term_is_said_in_the_readers_language() {
        assertThat(told(Language.TH, PERIOD)).endsWith("ระยะเวลา");
        assertThat(told(Language.EN, PERIOD)).contains("the period");
    }

    @Test
    void a_term_without_a_word_is_said_by_its_code() {
        assertThat(told(Language.TH, new Term("word.unknown", "unknown"))).endsWith("unknown");
    }

    @Test
    void a_program_reads_the_code_of_a_term() {
        assertThat(JsonMapper.shared().writeValueAsString(Map.of("detail", PERIOD)))
                .isEqualTo("{\"detail\":\"period\"}");
    }
}
