package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.Verdict.Outcome;
import org.progressledger.verifier.Verdict.Remark;

class WordingTest {
    private static ResourceBundle messages(String language) {
        return ResourceBundle.getBundle("messages/verifier", Locale.forLanguageTag(language));
    }

    @Test
    void both_languages_say_the_same_things_with_the_same_values() {
        assertThat(new TreeSet<>(messages("th").keySet()))
                .isEqualTo(new TreeSet<>(messages("en").keySet()));
        for (String key : messages("en").keySet()) {
            assertThat(values(messages("th").getString(key)))
                    .as(key)
                    .isEqualTo(values(messages("en").getString(key)));
        }
    }

    private static TreeSet<String> values(String pattern) {
        TreeSet<String> values = new TreeSet<>();
        Pattern.compile("\\{([0-9])").matcher(pattern).results().forEach(one -> values.add(one.group(1)));
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void everything_that_can_be_said_has_words(String language) {
        Wording wording = new Wording(Locale.forLanguageTag(language));
        Stream<String> said = Stream.of(
                        Arrays.stream(Outcome.values()).map(wording::of),
                        Arrays.stream(Remark.values()).map(remark -> wording.of(remark, 7)),
                        Arrays.stream(Kind.values())
                                .map(kind -> wording.of(new Finding(kind, 1234567, "a.field", "some detail", ""))))
                .flatMap(all -> all);
        assertThat(said).allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{"));
    }

    @Test
    void positions_are_written_as_they_are_stored() {
        assertThat(new Wording(Locale.ENGLISH).of(Finding.at(Kind.EVENTS_MISSING, 1234567, "_id")))
                .isEqualTo("Position 1234567 is missing, though the ledger goes on after it.");
    }
}
