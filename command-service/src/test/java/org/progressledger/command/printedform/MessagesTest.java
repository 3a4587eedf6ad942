package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Properties thai = load("th");
    private final Properties english = load("en");

    private static Properties load(String language) {
        Properties properties = new Properties();
        String name = "/messages/printedform_" + language + ".properties";
        try (var reader = new InputStreamReader(MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return properties;
    }

    @Test
    void every_code_has_a_text_in_both_languages_and_no_text_is_left_over() {
        Set<String> codes = Stream.concat(
                        Stream.of(UnreadableCode.values()).map(code -> code.name()),
                        Stream.of(WarningCode.values()).map(code -> code.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(thai.stringPropertyNames())).isEqualTo(codes);
        assertThat(new TreeSet<>(english.stringPropertyNames())).isEqualTo(codes);
    }

    @Test
    void both_languages_speak_of_the_same_things() {
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(thai.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @Test
    void every_warning_carries_what_its_text_speaks_of() {
        Stream.of(
                        PrintedForms.sample(PrintedForms.DISTRICT),
                        PrintedForms.sample(PrintedForms.COUNCIL),
                        PrintedForms.anotherProject())
                .flatMap(paper -> PrintedForms.form(paper).warnings().stream())
                .forEach(warning -> assertThat(warning.data().keySet())
                        .as(warning.code().name())
                        .containsAll(
                                placeholders(english.getProperty(warning.code().name()))));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
