package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.LineRange;

/** Whatever was read names lines, and those lines of the source really hold it. */
class SourceLinesTest {
    static Stream<byte[]> papers() {
        return Stream.of(
                PrintedForms.sample(PrintedForms.DISTRICT),
                PrintedForms.sample(PrintedForms.COUNCIL),
                PrintedForms.anotherProject());
    }

    @ParameterizedTest
    @MethodSource("papers")
    void a_reports_lines_hold_its_number_date_percentage_and_words(byte[] bytes) {
        ReadResult.Read read = PrintedForms.form(bytes);
        for (PrintedReport report : read.form().reports()) {
            String held = Folding.of(text(read, report.lines())).text();
            assertThat(held)
                    .contains("(ครั้งที่ " + report.reportNo() + ")")
                    .containsPattern(
                            "= " + report.percent().value().stripTrailingZeros().toPlainString() + "[.0]* ?%")
                    .contains(report.schedulePrinted(), report.targetPrinted());
            assertThat(ThaiDates.in(held, 0, held.length()))
                    .anySatisfy(date -> assertThat(date.days()).contains(report.reportedOn()));
            String source = text(read, report.lines()).replaceAll("<[^>]*>", " ");
            assertThat(List.of(report.narrative().split("\\s+")))
                    .allSatisfy(word -> assertThat(source).contains(word));
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void a_fields_lines_hold_what_was_printed(byte[] bytes) {
        ReadResult.Read read = PrintedForms.form(bytes);
        PrintedForm form = read.form();
        Stream.of(
                        form.projectCode(),
                        form.name(),
                        form.fiscalYear(),
                        form.startsOn(),
                        form.endsOn(),
                        form.budgetAllocated(),
                        form.budgetSpent(),
                        form.agency(),
                        form.responsibleOfficer(),
                        form.rationale(),
                        form.strategy(),
                        form.certification())
                .forEach(stated -> assertHeld(read, stated));
        form.objectives().forEach(stated -> assertHeld(read, stated));
        form.indicators().forEach(stated -> assertHeld(read, stated));
    }

    private static void assertHeld(ReadResult.Read read, Stated<?> stated) {
        String source = text(read, stated.lines());
        assertThat(List.of(stated.asPrinted().split("\n")))
                .allSatisfy(line -> assertThat(source).contains(line));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void a_proposals_lines_hold_its_words(byte[] bytes) {
        ReadResult.Read read = PrintedForms.form(bytes);
        for (Proposal proposal : read.proposals()) {
            String source = text(read, proposal.lines());
            assertThat(List.of(proposal.matched().split(" ")))
                    .allSatisfy(word -> assertThat(source).contains(word));
        }
    }

    private static String text(ReadResult.Read read, List<LineRange> ranges) {
        return ranges.stream()
                .flatMap(range -> read.sourceLines().subList(range.first() - 1, range.last()).stream())
                .collect(Collectors.joining("\n"));
    }
}
