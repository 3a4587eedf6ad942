package org.progressledger.command.bulk.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.progressledger.command.bulk.sheet.WorkbookTest.LIMITS;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.problems.ProblemException;

class DelimitedTextTest {
    private static final List<String> HEADINGS = List.of("รหัส", "วันที่", "ข้อความ");
    private static final String TEXT = "รหัส,วันที่,ข้อความ\r\n1,2,\"ก, ข\"\r\n";

    private static Grid read(byte[] bytes, Charset declared) {
        return SheetFile.tabs(
                        bytes,
                        declared,
                        row -> (int) row.stream().filter(HEADINGS::contains).count(),
                        LIMITS)
                .getFirst()
                .rows()
                .get();
    }

    private static Grid read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void thai_text_is_read_in_every_encoding_that_excel_writes() {
        Charset thai = Charset.forName("windows-874");
        List<List<String>> expected = List.of(HEADINGS, List.of("1", "2", "ก, ข"));
        for (byte[] bytes : List.of(
                TEXT.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8),
                TEXT.getBytes(thai),
                ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE))) {
            assertThat(read(bytes, null).rows()).extracting(Grid.Row::texts).isEqualTo(expected);
        }
        assertThat(read(TEXT.getBytes(thai), Charset.forName("tis-620")).rows())
                .extracting(Grid.Row::texts)
                .isEqualTo(expected);
    }

    @Test
    void bytes_that_are_no_text_of_the_declared_encoding_are_refused() {
        byte[] thai = TEXT.getBytes(Charset.forName("windows-874"));
        for (Charset declared : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> read(thai, declared))
                    .matches(refused -> refused.reason() == SheetReason.SHEET_ENCODING_NOT_READABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_character_between_cells_is_found_by_the_header(String delimiter) {
        String text = "รายงาน, ประจำเดือน; กุมภาพันธ์\n"
                + String.join(delimiter, HEADINGS)
                + "\n"
                + String.join(delimiter, "1", "2", "\"33,750.-; ครบ\"");

        assertThat(read(text).rows().getLast().texts()).containsExactly("1", "2", "33,750.-; ครบ");
    }

    @Test
    void a_line_that_names_the_character_is_believed_and_not_counted() {
        Grid grid = read("sep=;\r\nรหัส;วันที่\r\n1;2");

        assertThat(grid.rows()).extracting(Grid.Row::number).containsExactly(1, 2);
        assertThat(grid.rows().getLast().texts()).containsExactly("1", "2");
    }

    @Test
    void rows_are_counted_as_a_spreadsheet_does() {
        Grid grid = read("รหัส,วันที่,ข้อความ\n\n1,2,\"สอง\nบรรทัด\"\n,,\n3,4,x\n");

        assertThat(grid.rows()).extracting(Grid.Row::number).containsExactly(1, 3, 5);
        assertThat(grid.rows().get(1).cell(2).text()).isEqualTo("สอง\nบรรทัด");
    }

    @Test
    void the_apostrophe_of_our_own_files_is_taken_away() {
        assertThat(read("'=1+1,'-ก,''x,'ก").rows().getFirst().texts()).containsExactly("=1+1", "-ก", "'x", "'ก");
    }
}
