package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a printout is laid out, the same is proposed from it. */
class LaidOutProposalsTest {
    @ParameterizedTest
    @ValueSource(strings = {PrintedForms.DISTRICT, PrintedForms.COUNCIL})
    void indented_lines_propose_the_same(String code) {
        String sample = sample(code);
        assertThat(proposed(sample.lines().map("      "::concat).collect(Collectors.joining("\n", "", "\n"))))
                .isEqualTo(proposed(sample));
    }

    @ParameterizedTest
    @ValueSource(strings = {PrintedForms.DISTRICT, PrintedForms.COUNCIL})
    void lines_that_are_paragraphs_of_a_page_propose_the_same(String code) {
        String sample = sample(code);
        String page = sample.lines()
                .map(line -> "<p>" + line + "</p>")
                .collect(Collectors.joining("\n", "<html><body>", "</body></html>\n"));
        assertThat(proposed(page)).isEqualTo(proposed(sample));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "      "})
    void a_page_may_end_between_a_day_and_its_month(String indent) {
        String sample = sample(PrintedForms.DISTRICT);
        List<String> lines = sample.lines().toList();
        String pageLine =
                lines.stream().filter(line -> line.contains("****")).findFirst().orElseThrow();
        String torn = lines.stream()
                .map(line -> line.startsWith("เมษายน 2564 และ ที่ กท8401/1869")
                        ? indent + pageLine + "\n\n" + indent + line
                        : indent + line)
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(torn.split("\\*{4} แบบ", -1)).hasSizeGreaterThan(sample.split("\\*{4} แบบ", -1).length);
        assertThat(proposed(torn)).isEqualTo(proposed(sample));
    }

    private static String sample(String code) {
        return new String(PrintedForms.sample(code), StandardCharsets.UTF_8);
    }

    private static List<String> proposed(String text) {
        return PrintedForms.form(text).proposals().stream()
                .map(proposal -> proposal.reportNo() + " " + PrintedForms.what(proposal))
                .toList();
    }
}
