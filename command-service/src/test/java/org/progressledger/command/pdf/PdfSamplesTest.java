package org.progressledger.command.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.command.printedform.PrintedForm;
import org.progressledger.command.printedform.PrintedFormReader;
import org.progressledger.command.printedform.PrintedReport;
import org.progressledger.command.printedform.Proposal;
import org.progressledger.command.printedform.ReadLimits;
import org.progressledger.command.printedform.ReadResult;
import org.progressledger.command.printedform.ReadResult.Read;
import org.progressledger.events.Sha256;

/** Both samples, printed as PDF in both layouts and with pages that end anywhere, tell what their text tells. */
class PdfSamplesTest {
    private static final float[] BOTTOMS = {70, 123, 200, 301};

    static Stream<Arguments> printouts() {
        return Stream.of("01000000-2462", "50470000-3298")
                .flatMap(sample -> Stream.of("plain", "table")
                        .flatMap(layout ->
                                Stream.of(0, 1, 2, 3).map(bottom -> Arguments.of(sample, layout, BOTTOMS[bottom]))));
    }

    @ParameterizedTest
    @MethodSource("printouts")
    void a_sample_as_pdf_tells_what_its_text_tells(String sample, String layout, float bottom) {
        String text = text(sample);
        tellsTheSame(text, layout.equals("plain") ? PaperPdf.plain(text, bottom, "") : PaperPdf.table(text, bottom));
    }

    /** Printed by Chromium, with its header and footer on every page, and Thai as it sets it. */
    @ParameterizedTest
    @ValueSource(strings = {"01000000-2462-plain", "01000000-2462-table", "50470000-3298-table", "50470000-3298-plain"})
    void a_sample_that_a_browser_printed_tells_what_its_text_tells(String printed) throws IOException {
        try (InputStream pdf = PdfSamplesTest.class.getResourceAsStream("/pdf/" + printed + ".pdf")) {
            tellsTheSame(text(printed.substring(0, 13)), pdf.readAllBytes());
        }
    }

    private static String text(String sample) {
        try {
            return Files.readString(Path.of(System.getProperty("project.root", ".."), "samples", sample + ".txt"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void tellsTheSame(String text, byte[] pdf) {
        Read expected = (Read) PrintedFormReader.read(
                text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, ReadLimits.DEFAULTS);

        PdfResult result = PdfText.read(pdf, PdfLimits.DEFAULTS);

        assertThat(result).isInstanceOf(PdfResult.Lines.class);
        String lines = String.join("\n", ((PdfResult.Lines) result).texts());
        ReadResult read = PrintedFormReader.readText(lines, Sha256.ofBytes(pdf), ReadLimits.DEFAULTS, Map.of());
        assertThat(read).as(lines).isInstanceOf(Read.class);
        Read form = (Read) read;
        assertThat(head(form.form())).isEqualTo(head(expected.form()));
        assertThat(form.form().reports().stream().map(PdfSamplesTest::values))
                .isEqualTo(expected.form().reports().stream()
                        .map(PdfSamplesTest::values)
                        .toList());
        assertThat(form.form().reports().stream().map(report -> words(report.narrative())))
                .containsExactlyElementsOf(expected.form().reports().stream()
                        .map(report -> words(report.narrative()))
                        .toList());
        assertThat(form.proposals().stream().map(Proposal::id))
                .containsExactlyElementsOf(
                        expected.proposals().stream().map(Proposal::id).toList());
    }

    private static List<Object> values(PrintedReport report) {
        return List.of(
                report.reportNo(),
                report.reportedOn(),
                report.percent(),
                report.disbursed(),
                report.scheduleStatus(),
                report.targetStatus());
    }

    private static List<Object> head(PrintedForm form) {
        return List.of(
                form.projectCode().value(),
                words(form.name().value()),
                form.fiscalYear().value(),
                form.startsOn().value(),
                form.endsOn().value(),
                form.budgetAllocated().value(),
                words(form.agency().value().toString()),
                form.responsibleOfficer().value().toString(),
                form.coordinator().value().toString(),
                form.objectives().size(),
                form.indicators().size());
    }

    /** Where a line was broken there may have been a space. */
    private static String words(String text) {
        return text.replaceAll("\\s", "");
    }
}
