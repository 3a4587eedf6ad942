package org.progressledger.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.progressledger.command.bulk.sheet.Grid;
import org.progressledger.command.bulk.sheet.SheetFile;
import org.progressledger.problems.MessagesInStep;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ReasonCode;

class OutgoingSheetTest {
    private static final List<List<String>> ROWS = List.of(
            List.of("รหัส", "ข้อความ", "อื่น ๆ"),
            List.of("=1+1", "@SUM(A1)", "-5"),
            List.of("'ก", "+66 2 123", "ก, \"ข\"\nค"),
            List.of("＝1", "-ข้อความ", "\u0007"));

    private static List<List<String>> readBack(byte[] bytes) {
        return SheetFile.tabs(bytes, null, row -> row.contains("รหัส") ? 3 : 0, ReportSheetTest.SETTINGS.limits())
                .getFirst()
                .rows()
                .get()
                .rows()
                .stream()
                .map(Grid.Row::texts)
                .toList();
    }

    @Test
    void no_text_in_a_csv_file_begins_as_a_formula_does_and_all_is_read_back() {
        byte[] csv = OutgoingSheet.csv(ROWS);

        String text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFรหัส");
        for (String line : text.substring(1).split("\r\n")) {
            for (String cell : line.split(",")) {
                assertThat(cell.replaceFirst("^\"", ""))
                        .doesNotMatch("^[=@＝].*")
                        .doesNotMatch("^[+-][^0-9].*");
            }
        }
        assertThat(text)
                .contains("'=1+1")
                .contains("'@SUM")
                .contains("''ก")
                .contains("'+66 2")
                .contains(",-5");
        assertThat(readBack(csv)).isEqualTo(ROWS);
    }

    @Test
    void every_cell_of_a_workbook_is_text_for_another_reader_too() throws IOException {
        byte[] xlsx = OutgoingSheet.xlsx("แผ่น", ROWS);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            for (var row : workbook.getFirstSheet().read()) {
                for (Cell cell : row) {
                    assertThat(cell.getType()).isEqualTo(CellType.STRING);
                    assertThat(cell.getFormula()).isNull();
                }
            }
        }
        assertThat(readBack(xlsx).subList(0, 3)).isEqualTo(ROWS.subList(0, 3));
    }

    @Test
    void a_template_as_it_was_handed_out_reports_nothing() throws IOException {
        for (byte[] template : List.of(Template.csv(), Template.xlsx(600))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> ReportSheet.read(template, null, null, ReportSheetTest.SETTINGS, 100))
                    .matches(refused -> refused.reason() == BulkReason.NO_ROWS);
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(Template.xlsx(600)))) {
            assertThat(workbook.getSheets()).hasSize(2);
            assertThat(workbook.getFirstSheet().read()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void the_template_s_example_is_a_row_that_can_be_read() {
        String csv =
                new String(Template.csv(), StandardCharsets.UTF_8).replace(ReportSheet.EXAMPLE_CODE, "50470000-3298");

        ReportSheet sheet =
                ReportSheet.read(csv.getBytes(StandardCharsets.UTF_8), null, null, ReportSheetTest.SETTINGS, 100);

        assertThat(sheet.columns().all()).extracting(Columns.Column::field).containsExactly(Field.values());
        assertThat(sheet.rows().getFirst().problems()).isEmpty();
    }

    @Test
    void every_reason_has_a_thai_and_an_english_sentence_and_every_sentence_a_reason() {
        List<ReasonCode> codes =
                List.copyOf(new BulkReasons().reasonsOfBulkReports().reasons());

        assertThat(MessagesInStep.differences(BulkReasons.MESSAGES, codes, List.of()))
                .isEmpty();
    }
}
