package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.EventCatalogue;

/** Every example of every row of the table of proposals, found or left. */
class ProposalTableTest {
    /** Of each kind, so that a row cannot be added with a thin excuse. */
    private static final int LEAST_EXAMPLES = 10;

    static Stream<Arguments> found() {
        return ProposalTable.rules().stream()
                .flatMap(rule -> rule.finds().stream().map(example -> Arguments.of(rule.id(), rule, example)));
    }

    static Stream<Arguments> left() {
        return ProposalTable.rules().stream()
                .flatMap(rule -> rule.leaves().stream().map(example -> Arguments.of(rule.id(), rule, example)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("found")
    void finds_what_its_examples_tell(String id, Rule rule, String example) {
        String[] parts = example.split(" => ");
        List<Proposal> told = proposals(parts[0], rule.proposes());

        assertThat(told.stream()
                        .filter(each -> each.origin().rule().equals(id))
                        .map(each -> PrintedForms.what(each).replaceFirst("^\\S+ ", ""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(parts[1]);
        assertThat(told).filteredOn(each -> each.origin().rule().equals(id)).allSatisfy(each -> {
            assertThat(each.origin().confidence()).isEqualTo(rule.confidence());
            assertThat(each.matched()).isNotBlank();
            assertThat(each.lines()).isNotEmpty();
        });
        if (rule.proposes() != EventCatalogue.LETTER_CITED) {
            assertThat(told)
                    .as("and nothing else of its kind")
                    .allMatch(each -> each.origin().rule().equals(id));
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("left")
    void leaves_what_its_counter_examples_tell(String id, Rule rule, String example) {
        assertThat(proposals(example, rule.proposes()).stream()
                        .map(PrintedForms::what)
                        .toList())
                .isEmpty();
    }

    @Test
    void every_kind_has_examples_enough_and_every_row_says_why() {
        Map<EventCatalogue, List<Rule>> kinds =
                ProposalTable.rules().stream().collect(Collectors.groupingBy(Rule::proposes));
        assertThat(kinds).allSatisfy((kind, rules) -> {
            assertThat(rules.stream().mapToInt(rule -> rule.finds().size()).sum())
                    .as(kind + " finds")
                    .isGreaterThanOrEqualTo(LEAST_EXAMPLES);
            assertThat(rules.stream().mapToInt(rule -> rule.leaves().size()).sum())
                    .as(kind + " leaves")
                    .isGreaterThanOrEqualTo(LEAST_EXAMPLES);
        });
        assertThat(ProposalTable.rules()).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(ProposalTable.rules())
                .allSatisfy(rule -> assertThat(List.of(rule.thai(), rule.english(), rule.because()))
                        .noneMatch(String::isBlank));
    }

    /** What the last of the narratives, of 31/03/2565, is taken to tell of that kind. */
    private static List<Proposal> proposals(String narratives, EventCatalogue kind) {
        String[] each = narratives.split(" ¦ ");
        ReadResult.Read read = PrintedForms.form(paper(each));
        return read.proposals().stream()
                .filter(proposal -> proposal.reportNo() == each.length && kind(proposal) == kind)
                .toList();
    }

    private static EventCatalogue kind(Proposal proposal) {
        return ProposalTable.rules().stream()
                .filter(rule -> rule.id().equals(proposal.origin().rule()))
                .findFirst()
                .orElseThrow()
                .proposes();
    }

    private static String paper(String... narratives) {
        String head = """
                แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ
                ชื่อโครงการ : ก
                รหัสโครงการ : 12345678-0001
                ปีงบประมาณ พ.ศ. : 2565
                เริ่มต้นโครงการ : 2021-10-01
                สิ้นสุดโครงการ : 2022-09-30
                งบประมาณที่ได้รับ : 1 บาท
                หน่วยงานที่รับผิดชอบ : ข
                2. รายงานความก้าวหน้าของโครงการและการใช้จ่ายงบประมาณ
                """;
        return head
                + IntStream.rangeClosed(1, narratives.length)
                        .mapToObj(n -> """
                                รายงานครั้งที่ %d :: %s : %s
                                :: ความก้าวหน้าของงานฯ = 5 %% งบประมาณที่เบิกใช้ (ครั้งที่ %d) = 0 บาท : เป็นไปตามแผน : เป็นไปตามเป้าหมาย
                                """.formatted(
                                        n, n == narratives.length ? "31/03/2565" : "28/02/2565", narratives[n - 1], n))
                        .collect(Collectors.joining());
    }
}
