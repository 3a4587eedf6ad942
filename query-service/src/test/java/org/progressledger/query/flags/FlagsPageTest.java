package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.progressledger.events.AuditFlag;

/** What a new flag needs beside its rule: a test, a line of the page, a word in the glossary. */
class FlagsPageTest {
    private static final Path DOCS = Path.of(System.getProperty("project.root", ".."), "docs");

    private static FlagRule rule(AuditFlag flag) {
        return FlagRules.of(flag, AuditFlagsTest.DEFAULTS);
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_test_of_its_own(AuditFlag flag) throws ClassNotFoundException {
        Class<?> test = Class.forName(rule(flag).getClass().getName() + "Test");

        assertThat(test.getDeclaredMethods())
                .filteredOn((Method method) -> method.isAnnotationPresent(Test.class))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_flag_has_a_line_with_its_version_and_its_meaning_in_both_languages(AuditFlag flag) throws IOException {
        FlagRule rule = rule(flag);

        assertThat(Files.readString(DOCS.resolve("flags.md")).lines())
                .filteredOn(line -> line.startsWith("| `" + flag + "` |"))
                .singleElement()
                .asString()
                .startsWith("| `" + flag + "` | " + rule.version() + " | ")
                .contains(
                        "| " + rule.meaning().en() + " |", "| " + rule.meaning().th() + " |");
    }

    @ParameterizedTest
    @EnumSource
    void a_meaning_is_thai_in_thai_and_english_in_english(AuditFlag flag) {
        assertThat(rule(flag).meaning().th()).containsPattern("\\p{InThai}").doesNotContainPattern("[A-Za-z]{2}");
        assertThat(rule(flag).meaning().en()).doesNotContainPattern("\\p{InThai}");
    }

    @ParameterizedTest
    @EnumSource
    void every_flag_is_in_the_glossary(AuditFlag flag) throws IOException {
        assertThat(Files.readString(DOCS.resolve("glossary.md"))).contains("`" + flag + "`");
    }

    @Test
    void every_threshold_is_on_the_page_of_settings() throws IOException {
        String page = Files.readString(DOCS.resolve("settings.md"));

        assertThat(Arrays.stream(FlagSettings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT)))
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }
}
