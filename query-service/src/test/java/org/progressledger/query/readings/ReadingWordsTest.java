package org.progressledger.query.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Allow;
import org.progressledger.access.RoleMatrix;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.Texts;

class ReadingWordsTest {
    private static final Texts TEXTS = new Texts(List.of(new MessageBundle("messages/pages")));

    private static String words(String path) {
        return TEXTS.find(Language.EN, "page." + ReadingWords.key(path), Map.of())
                .orElse("");
    }

    @Test
    void whatever_is_noted_is_told_in_words() {
        List<String> noted = RoleMatrix.of(RoleMatrix.Service.QUERY).allows().stream()
                .filter(ReadingWords::isNoted)
                .map(Allow::pathPattern)
                .toList();
        assertThat(noted)
                .contains("/", "/projects/{code}/timeline", "/api/v1/events", "/import/{id}")
                .doesNotContain("/ledger", "/live", "/projects/{code}/live", "/accounts");
        assertThat(noted).allSatisfy(path -> assertThat(words(path)).as(path).isNotEmpty());
    }

    @Test
    void a_page_and_the_answer_of_the_same_name_are_told_alike() {
        assertThat(words("/projects/{code}/timeline"))
                .isEqualTo("the project’s timeline")
                .isEqualTo(words("/api/v1/projects/{code}/timeline"));
        assertThat(words("/api/v1/projects/{code}/export.csv")).isEqualTo(words("/api/v1/projects/{code}/export.json"));
        assertThat(ReadingWords.byProgram("/api/v1/flags")).isTrue();
        assertThat(ReadingWords.byProgram("/flags")).isFalse();
    }
}
