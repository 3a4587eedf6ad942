package org.progressledger.command.bulk.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.progressledger.command.bulk.sheet.WorkbookTest.LIMITS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.problems.ProblemException;

/** Files that are made to harm, or that something harmed. */
class HostileSheetTest {
    private static final String ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    private static void refused(SheetReason reason, byte[] bytes) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> readAll(bytes))
                .matches(refused -> refused.reason() == reason, "is " + reason);
    }

    private static void readAll(byte[] bytes) {
        for (Tab tab : SheetFile.tabs(bytes, null, headings -> 0, LIMITS)) {
            ProblemException excess = tab.rows().get().excess();
            if (excess != null) {
                throw excess;
            }
        }
    }

    @Test
    void what_unpacks_to_more_than_the_limit_is_refused_while_it_unpacks() {
        byte[] zeros = new byte[5_000_000];
        refused(
                SheetReason.SHEET_UNPACKS_TOO_LARGE,
                new TestWorkbook().sheet("a", ROW).part("xl/media/x.png", zeros).bytes());
        refused(
                SheetReason.SHEET_UNPACKS_TOO_LARGE,
                new TestWorkbook()
                        .sheet("a", ROW)
                        .part("xl/worksheets/b.xml", zeros)
                        .bytes());
    }

    @Test
    void a_million_small_elements_are_refused() {
        refused(
                SheetReason.SHEET_UNPACKS_TOO_LARGE,
                new TestWorkbook()
                        .sheet("a", ROW)
                        .texts("<si/>".repeat(400_000))
                        .bytes());
        refused(
                SheetReason.SHEET_UNPACKS_TOO_LARGE,
                new TestWorkbook().sheet("a", "<row/>".repeat(400_000)).bytes());
    }

    @Test
    void one_text_in_every_cell_does_not_fill_the_memory() {
        String text = "x".repeat(900);
        String cells = "<c t=\"s\"><v>0</v></c>".repeat(20);
        SheetLimits narrow = new SheetLimits(1_000_000, 400_000, 5, 1_000, 20, 1_000);
        byte[] bytes = new TestWorkbook()
                .texts("<si><t>" + text + "</t></si>")
                .sheet("a", ("<row>" + cells + "</row>").repeat(20))
                .bytes();

        Grid grid = SheetFile.tabs(bytes, null, headings -> 0, narrow)
                .getFirst()
                .rows()
                .get();

        assertThat(grid.excess()).isNotNull();
        assertThat(grid.excess().reason()).isEqualTo(SheetReason.SHEET_UNPACKS_TOO_LARGE);
    }

    @Test
    void a_document_type_and_its_entities_are_refused() {
        String bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
        String external = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">";
        for (String type : List.of(bomb, external)) {
            refused(
                    SheetReason.NOT_A_SHEET,
                    new TestWorkbook()
                            .sheet("a", ROW)
                            .part(
                                    "xl/worksheets/sheet1.xml",
                                    type + "<worksheet><sheetData>" + ROW + "</sheetData></worksheet>")
                            .bytes());
        }
        refused(
                SheetReason.NOT_A_SHEET,
                new TestWorkbook()
                        .sheet("a", "<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>")
                        .bytes());
    }

    @Test
    void links_to_elsewhere_are_not_followed() {
        byte[] bytes = new TestWorkbook()
                .relation("<Relationship Id=\"rId9\" Type=\"x/worksheet\" Target=\"http://127.0.0.1:1/sheet.xml\""
                        + " TargetMode=\"External\"/>")
                .relation("<Relationship Id=\"rId8\" Type=\"x/worksheet\" Target=\"../../etc/passwd\"/>")
                .sheet("a", ROW)
                .part("xl/externalLinks/externalLink1.xml", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/\"><x/>")
                .bytes();

        assertThat(SheetFile.tabs(bytes, null, headings -> 0, LIMITS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"U1\"><v>1</v></c></row>"
            })
    void a_cell_far_to_the_right_is_refused(String row) {
        refused(SheetReason.TOO_MANY_COLUMNS, new TestWorkbook().sheet("a", row).bytes());
    }

    @Test
    void a_row_of_thousands_of_blank_cells_is_as_good_as_none() {
        byte[] bytes = new TestWorkbook()
                .sheet(
                        "a",
                        "<row>" + "<c/>".repeat(16_000) + "</row><row><c r=\"XFD2\"/></row>"
                                + "<row><c><v>1</v></c></row>")
                .bytes();

        assertThat(SheetFile.tabs(bytes, null, headings -> 0, LIMITS)
                        .getFirst()
                        .rows()
                        .get()
                        .rows())
                .hasSize(1);
        refused(
                SheetReason.TOO_MANY_COLUMNS,
                new TestWorkbook()
                        .sheet("a", "<row>" + "<c/>".repeat(17_000) + "</row>")
                        .bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"x\"/>",
                "<row r=\"0\"/>",
                "<row r=\"9999999\"/>",
                "<row><c r=\"ZZZZZZZ1\"><v>1</v></c></row>",
                "<row><c r=\"1\"><v>1</v></c></row>",
                "<row><c t=\"s\"><v>7</v></c></row>",
                "<row><c t=\"s\"><v>-1</v></c></row>",
                "<row><c>",
                "<row></c></row>"
            })
    void places_and_texts_that_are_not_there_are_refused(String row) {
        refused(SheetReason.NOT_A_SHEET, new TestWorkbook().sheet("a", row).bytes());
    }

    @Test
    void numbers_that_are_beyond_all_bounds_are_text() {
        Cell cell = SheetFile.tabs(
                        new TestWorkbook()
                                .sheet("a", "<row><c><v>1e999999999</v></c></row>")
                                .bytes(),
                        null,
                        headings -> 0,
                        LIMITS)
                .getFirst()
                .rows()
                .get()
                .rows()
                .getFirst()
                .cell(0);

        assertThat(cell.kind()).isEqualTo(Cell.Kind.TEXT);
    }

    @Test
    void too_many_sheets_rows_and_characters_are_refused() {
        TestWorkbook sheets = new TestWorkbook();
        for (int i = 0; i < 6; i++) {
            sheets.sheet("s" + i, ROW);
        }
        refused(SheetReason.TOO_MANY_SHEETS, sheets.bytes());
        refused(
                SheetReason.TOO_MANY_ROWS,
                new TestWorkbook()
                        .sheet("a", "<row><c><v>1</v></c></row>".repeat(51))
                        .bytes());
        refused(SheetReason.TOO_MANY_ROWS, "a,b\n".repeat(51).getBytes(StandardCharsets.UTF_8));
        refused(SheetReason.TOO_MANY_COLUMNS, ",".repeat(20).concat("x").getBytes(StandardCharsets.UTF_8));
        refused(SheetReason.CELL_TOO_LONG, "x".repeat(1_001).getBytes(StandardCharsets.UTF_8));
        refused(
                SheetReason.CELL_TOO_LONG,
                new TestWorkbook()
                        .sheet("a", "<row><c t=\"inlineStr\"><is><t>" + "x".repeat(5_000) + "</t></is></c></row>")
                        .bytes());
        refused(SheetReason.SHEET_TOO_LARGE, new byte[1_000_001]);
    }

    @Test
    void other_files_are_told_apart() {
        refused(SheetReason.SHEET_IS_LOCKED_OR_OLD, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        refused(SheetReason.NOT_A_SHEET, "PK\u0003\u0004 and nothing more".getBytes(StandardCharsets.UTF_8));
        refused(SheetReason.NOT_A_SHEET, zipWithoutWorkbook());
        refused(SheetReason.NOT_A_SHEET, new byte[] {'%', 'P', 'D', 'F', 0, 1});
        refused(SheetReason.SHEET_QUOTES_DO_NOT_MATCH, "a,\"b\nc,d".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zipWithoutWorkbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Test
    void whatever_bytes_come_they_are_read_or_refused() {
        byte[] whole = new TestWorkbook()
                .styles("0", "14", "10")
                .texts("<si><t>ก</t></si>")
                .sheet("a", ROW + "<row><c t=\"s\" s=\"1\"><v>0</v></c><c s=\"2\"><f>A1</f><v>0.5</v></c></row>")
                .bytes();
        Random random = new Random(20210224);
        for (int i = 0; i < Integer.getInteger("bulk.mutations", 400); i++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int j = 0; j < 1 + random.nextInt(6) && bytes.length > 0; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                readAll(bytes);
            } catch (ProblemException refused) {
                assertThat(refused.reason()).isInstanceOf(SheetReason.class);
            }
        }
    }
}
