package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/proposals.md} is the table of the code, for people to read. */
class ProposalsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("project.root", ".."), "docs", "proposals.md");
    private static final String WRITE = "GOLDEN_WRITE=yes ./mvnw -q -B -pl command-service -am test"
            + " -Dtest=ProposalsPageTest -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void the_page_is_in_step_with_the_table() throws IOException {
        if ("yes".equals(System.getenv("GOLDEN_WRITE"))) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("write it anew, then read what changed: " + WRITE)
                .isEqualTo(page());
    }

    private static String page() {
        return """
                # Proposals
                ข้อเสนอจากข้อความรายงาน. What a narrative tells becomes a proposal of a draft, by one of these rules and no other. Nobody is
                bound by it: a person accepts it, changes it (`edit`) or leaves it. Written from the table of the code (`ProposalTable` in
                `command-service`) by a test, which also goes through every example; change it there, and here by

                ```sh
                %s
                ```

                - A proposal names its `lines`, the `matched` words, its `rule` and its `confidence`: `HIGH` (the words say it outright), `MEDIUM` (they could
                  be meant otherwise) or `LOW` (look twice). An activity whose month is misspelt, or whose day is more than a year before the
                  report, is `LOW`.
                - Words are looked for in one statement: a list item, a paragraph, or what stands between slashes. Patterns are matched on text with
                  Arabic digits and without tags; what is recorded is what is printed.
                - What an earlier report of the paper told is not proposed again: an activity of that day, a letter of that number and date, an appeal
                  of that stage and round, a pause that goes on. In one report two statements may tell of two activities on one day.
                - A pause without a day of its own, and a resumption without one, stand at the report's date. A resumption is proposed only after a
                  pause that an earlier report told of, and not before its day; a pause that the same narrative tells as over is none.
                - An amendment is proposed only where its value differs from what stands: in the ledger, or else in the form's own head. A longer
                  time is proposed, not a shorter one.
                - That criteria were changed is told with the appeal that is cited (`criteriaChanged`). A change of an adopted indicator's criteria is proposed
                  to coordinators, who alone may record one, from the letter's date, else the report's.

                Dates are read as `2020-10-01` (also with a time), `28/10/2563`, `28/10/63`, `28-10-2563`, `28.10.2563`, `28 มกราคม 2564`, `28 ม.ค. 64`,
                `๒๘ มกราคม พ.ศ. ๒๕๖๔`, `17 และ 19 มีนาคม 2564` (two days), `17 - 19 มีนาคม 2564` and `30 มีนาคม - 2 เมษายน 2564` (the first day). A year of two digits
                is 25xx; of four digits it is Buddhist from 2400 on. A month's full name may have two wrong letters, before a year of four digits, if it
                is like no other month.

                In the examples the report is dated 31/03/2565, and those before it, parted by `¦`, 28/02/2565.

                %s""".formatted(
                        WRITE,
                        ProposalTable.rules().stream()
                                .collect(Collectors.groupingBy(Rule::proposes, LinkedHashMap::new, Collectors.toList()))
                                .entrySet()
                                .stream()
                                .map(kind -> "## " + kind.getKey().storedName() + "\n" + summary(kind.getValue())
                                        + sections(kind.getValue()))
                                .collect(Collectors.joining("\n")));
    }

    private static String summary(List<Rule> rules) {
        return "| rule | confidence | finds | ภาษาไทย | why not more, or less, sure |\n|---|---|---|---|---|\n"
                + rules.stream()
                        .map(rule -> "| `%s` | %s | %s | %s | %s |\n"
                                .formatted(rule.id(), rule.confidence(), rule.english(), rule.thai(), rule.because()))
                        .collect(Collectors.joining());
    }

    /** What withholds proposals is told where it first comes. */
    private static String sections(List<Rule> rules) {
        StringBuilder sections = new StringBuilder();
        String told = "";
        for (Rule rule : rules) {
            String unless = rule.unless() == null ? "" : rule.unless().pattern();
            sections.append(section(rule, unless.equals(told) ? "" : unless));
            told = unless.isEmpty() ? told : unless;
        }
        return sections.toString();
    }

    private static String section(Rule rule, String unless) {
        return "\n### " + rule.id() + "\n```text\n" + rule.words().pattern()
                + (unless.isEmpty() ? "" : "\n\nunless, here and below\n" + unless) + "\n```\n"
                + rule.finds().stream().map(each -> "- ✓ " + each + "\n").collect(Collectors.joining())
                + rule.leaves().stream().map(each -> "- ✗ " + each + "\n").collect(Collectors.joining());
    }
}
