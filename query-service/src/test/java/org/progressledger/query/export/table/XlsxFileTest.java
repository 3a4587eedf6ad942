package org.progressledger.query.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.query.export.table.TableFile.Remark;

class XlsxFileTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ReadableWorkbook workbook() throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()), new ReadingOptions(true, false));
    }

    private Row written(@Nullable Object... values) throws IOException {
        XlsxFile file = new XlsxFile(bytes);
        file.begin(Table.REPORTS);
        file.row(Arrays.asList(values));
        file.finish(List.of());
        try (ReadableWorkbook workbook = workbook()) {
            return workbook.getFirstSheet().read().get(1);
        }
    }

    @Test
    void cells_have_the_type_of_what_stands_in_them() throws IOException {
        Row row = written(
                "=1+1", new BigDecimal("90.50"), 7, LocalDate.of(2021, 2, 24), Instant.parse("2026-11-23T22:17:36Z"));

        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCellText(0)).isEqualTo("=1+1");
        assertThat(row.getCellAsNumber(1))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("90.5"));
        assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
        assertThat(row.getCellAsNumber(2)).contains(new BigDecimal("7"));
        assertThat(row.getCellAsDate(3)).contains(LocalDateTime.of(2021, 2, 24, 0, 0));
        assertThat(row.getCell(3).getDataFormatString()).isEqualTo("yyyy-mm-dd");
        // the office's time
        assertThat(row.getCellAsDate(4)).contains(LocalDateTime.of(2026, 11, 24, 5, 17, 36));
    }

    @Test
    void headings_are_thai_with_english_below_and_stay_in_sight() throws IOException {
        XlsxFile file = new XlsxFile(bytes);
        file.begin(Table.REPORTS);
        file.row(List.of("50470000-3298"));
        file.finish(List.of(new Remark("ส่งออกโดย", "Exported by", "somsri")));

        try (ReadableWorkbook workbook = workbook()) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("รายงาน Reports", "เกี่ยวกับไฟล์ About");
            assertThat(sheets.get(0).read().get(0).getCellText(0)).isEqualTo("รหัสโครงการ\nProject code");
            assertThat(sheets.get(1).read().get(0).getCellText(2)).isEqualTo("somsri");
        }
        assertThat(entry("xl/worksheets/sheet1.xml")).contains("ySplit=\"1\"", "state=\"frozen\"", "<autoFilter");
    }

    private String entry(String name) throws IOException {
        Path file = Files.write(folder.resolve("file.xlsx"), bytes.toByteArray());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_text_longer_than_a_cell_is_cut_between_characters_and_says_so() throws IOException {
        // two units each: a cut inside one would leave a half
        String text = "a" + "😀".repeat(20_000);

        String cell = written(text).getCellText(0);

        assertThat(cell.length()).isLessThanOrEqualTo(ExcelText.LONGEST);
        assertThat(cell).startsWith("a😀😀").endsWith("40001 characters in all]");
        assertThat(cell.substring(0, cell.indexOf(" …"))).endsWith("😀").doesNotContain("\uFFFD");
    }

    @Test
    void a_text_that_just_fits_stays() throws IOException {
        String text = "ก".repeat(ExcelText.LONGEST);

        assertThat(written(text).getCellText(0)).isEqualTo(text);
    }

    @Test
    void what_xml_cannot_hold_is_replaced_and_markup_is_text() throws IOException {
        assertThat(written("a\u0000b\u0007c<b>&amp;]]>\td\ne").getCellText(0))
                .isEqualTo("a\uFFFDb\uFFFDc<b>&amp;]]>\td\ne");
    }

    @Test
    void rows_that_do_not_fit_go_to_a_next_sheet_with_a_heading() throws IOException {
        XlsxFile file = new XlsxFile(bytes, 3);
        file.begin(Table.REPORTS);
        for (int i = 0; i < 5; i++) {
            file.row(List.of("row " + i));
        }
        file.begin(Table.FLAGS);
        file.finish(List.of());

        try (ReadableWorkbook workbook = workbook()) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets)
                    .extracting(Sheet::getName)
                    .containsExactly(
                            "รายงาน Reports",
                            "รายงาน Reports 2",
                            "รายงาน Reports 3",
                            "ข้อสังเกต Flags",
                            "เกี่ยวกับไฟล์ About");
            assertThat(sheets.get(1).read()).hasSize(3);
            assertThat(sheets.get(2).read().get(1).getCellText(0)).isEqualTo("row 4");
        }
    }

    @Test
    void what_is_broken_off_is_no_workbook() throws IOException {
        XlsxFile file = new XlsxFile(bytes);
        file.begin(Table.REPORTS);
        for (int i = 0; i < 1000; i++) {
            file.row(List.of("row " + i));
        }
        file.breakOff();

        assertThat(bytes.size()).isPositive();
        assertThatThrownBy(() -> workbook().getFirstSheet().read()).isInstanceOf(Exception.class);
    }
}
