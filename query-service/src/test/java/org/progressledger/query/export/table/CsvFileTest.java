package org.progressledger.query.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private String written(@Nullable Object... values) throws IOException {
        CsvFile file = new CsvFile(bytes);
        file.begin(Table.PERCENT_CHANGES);
        file.row(Arrays.asList(values));
        file.finish(List.of());
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<CsvRecord> read(String text) {
        return CsvReader.builder().allowMissingFields(true).ofCsvRecord(text.substring(1)).stream()
                .toList();
    }

    @Test
    void opens_with_the_mark_of_utf_8_and_the_names_of_the_columns_and_ends_lines_as_rfc_4180_does()
            throws IOException {
        String text = written("50470000-3298");

        assertThat(bytes.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(text.lines().findFirst().orElseThrow()).startsWith("\uFEFFprojectCode,projectName,reportNo,");
        assertThat(text).endsWith("50470000-3298\r\n").doesNotContain("\r\r");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void what_was_written_is_read_back_by_another_library() throws IOException {
        String narrative = "บรรทัดหนึ่ง\nบรรทัดสอง, \"คำพูด\" ; 1,234.50";

        List<CsvRecord> records = read(written(
                narrative,
                new BigDecimal("-5.00"),
                7L,
                LocalDate.of(2021, 2, 24),
                Instant.parse("2026-11-23T22:17:36.039Z"),
                null,
                ""));

        assertThat(records).hasSize(2);
        assertThat(records.get(1).getFields())
                .containsExactly(narrative, "-5.00", "7", "2021-02-24", "2026-11-23T22:17:36.039Z", "", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://x\",\"y\")",
                "+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "-",
                "'already"
            })
    void what_a_spreadsheet_takes_for_a_formula_becomes_text(String text) throws IOException {
        assertThat(read(written(text)).get(1).getField(0)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "-5.00", "+66", "12", "ก=1", "", "a-b", "1+1", " =1"})
    void what_is_a_number_or_begins_otherwise_stays(String text) throws IOException {
        assertThat(read(written(text, "x")).get(1).getField(0)).isEqualTo(text);
    }

    @Test
    void what_is_broken_off_says_so_in_its_last_line() throws IOException {
        CsvFile file = new CsvFile(bytes);
        file.begin(Table.REPORTS);
        file.row(List.of("50470000-3298"));
        file.breakOff();

        List<CsvRecord> records = read(bytes.toString(StandardCharsets.UTF_8));
        assertThat(records.getLast().getFields()).containsExactly(CsvFile.INCOMPLETE);
    }

    @Test
    void a_file_holds_one_table() throws IOException {
        CsvFile file = new CsvFile(bytes);
        file.begin(Table.REPORTS);

        assertThatThrownBy(() -> file.begin(Table.FLAGS)).isInstanceOf(IllegalStateException.class);
    }
}
