package org.progressledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.command.pdf.PaperPdf;
import org.progressledger.command.pdf.PdfLimits;
import org.progressledger.command.pdf.PdfResult;
import org.progressledger.command.pdf.PdfText;
import org.progressledger.command.printedform.PrintedFormReader;
import org.progressledger.command.printedform.Proposal;
import org.progressledger.command.printedform.ReadLimits;
import org.progressledger.command.printedform.ReadResult;
import org.progressledger.command.printedform.ReadResult.Read;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.events.LetterCited;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Sha256;

/** What would be recorded names lines of the paper, and what was recorded stands on those lines. */
class RecordedLinesTest {
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*(?:\\.[0-9]+)?");
    private static final Pattern DATE = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    private static final int BUDDHIST = 543;

    static Stream<String> samples() {
        return Stream.of("01000000-2462", "50470000-3298").map(RecordedLinesTest::sample);
    }

    private static String sample(String code) {
        try {
            return Files.readString(Path.of(System.getProperty("project.root", ".."), "samples", code + ".txt"));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static ReadResult read(String text) {
        return PrintedFormReader.readText(
                text, Sha256.ofBytes(text.getBytes(StandardCharsets.UTF_8)), ReadLimits.DEFAULTS, Map.of());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_fact_of_a_sample_stands_on_the_lines_that_it_names(String text) {
        assertHeld((Read) read(text));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void and_on_those_of_the_same_sample_as_pdf(String text) {
        for (byte[] pdf : List.of(PaperPdf.plain(text), PaperPdf.table(text))) {
            PdfResult.Lines lines = (PdfResult.Lines) PdfText.read(pdf, PdfLimits.DEFAULTS);
            assertHeld((Read) read(String.join("\n", lines.texts())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void and_on_those_of_damaged_samples_that_can_be_read(long seed) {
        Random random = new Random(seed);
        int held = 0;
        for (int i = 0; i < Integer.getInteger("lines.damages", 20); i++) {
            for (String text : samples().toList()) {
                if (read(damaged(text, random)) instanceof Read damaged) {
                    assertHeld(damaged);
                    held++;
                }
            }
        }
        assertThat(held).as("samples that could be read still").isGreaterThan(5);
    }

    private static String damaged(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n")));
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(6)) {
                case 0 -> lines.add(at, "");
                case 1 -> lines.add(at, "**** แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ ****");
                case 2 -> lines.add(at, "รายงานครั้งที่" + random.nextInt(14));
                case 3 -> lines.remove(at);
                case 4 -> lines.set(at, lines.get(at).replace(" ", "  "));
                default -> lines.set(at, thaiDigits(lines.get(at)));
            }
        }
        return String.join("\n", lines);
    }

    private static String thaiDigits(String line) {
        return line.chars()
                .map(each -> each >= '0' && each <= '9' ? each - '0' + '๐' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void assertHeld(Read read) {
        List<String> all = read.proposals().stream().map(Proposal::id).toList();
        List<ImportedFact> facts = PaperFacts.of(read, java.util.Set.copyOf(all), person -> PaperFacts.NOBODY);
        assertThat(facts).hasSize(1 + read.form().reports().size() + all.size());
        for (ImportedFact fact : facts) {
            String held = fact.source().lines().stream()
                    .flatMap(range -> read.sourceLines().subList(range.first() - 1, range.last()).stream())
                    .collect(Collectors.joining("\n"));
            assertThat(held).isNotBlank();
            assertHolds(arabic(held), fact);
        }
    }

    private static void assertHolds(String held, ImportedFact fact) {
        switch (fact.event()) {
            case ProgressReported report -> {
                assertThat(numbers(held))
                        .anyMatch(number ->
                                number.compareTo(report.content().percent().value()) == 0)
                        .anyMatch(number ->
                                number.compareTo(report.content().disbursed().value()) == 0);
                assertThat(held.replace(" ", "")).contains("(ครั้งที่" + report.reportNo() + ")");
                assertThat(dates(held)).contains(report.reportedOn());
            }
            case ProjectRegistered registered ->
                assertThat(held)
                        .contains(registered.project().text())
                        .contains(registered.fiscalYear().toString());
            case LetterCited cited ->
                assertThat(held.replaceAll("\\s", ""))
                        .contains(arabic(cited.letter().number()).replaceAll("\\s", ""));
            default -> {
                // of what is told in words the reader's own tests tell
            }
        }
    }

    private static String arabic(String text) {
        return text.chars()
                .map(each -> each >= '๐' && each <= '๙' ? each - '๐' + '0' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<BigDecimal> numbers(String held) {
        return NUMBER.matcher(held)
                .results()
                .map(found -> new BigDecimal(found.group().replace(",", "")))
                .toList();
    }

    private static List<LocalDate> dates(String held) {
        return DATE.matcher(held).results().map(RecordedLinesTest::date).toList();
    }

    private static LocalDate date(MatchResult found) {
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(3)) - BUDDHIST,
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(1)));
        } catch (java.time.DateTimeException none) {
            return LocalDate.MIN;
        }
    }
}
