package org.progressledger.command.bulk.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.command.bulk.sheet.Cell.Kind;

class WorkbookTest {
    static final SheetLimits LIMITS = new SheetLimits(1_000_000, 4_000_000, 5, 50, 20, 1_000);

    private static List<Tab> tabs(TestWorkbook workbook) {
        return SheetFile.tabs(workbook.bytes(), null, headings -> 0, LIMITS);
    }

    private static Cell only(TestWorkbook workbook) {
        return tabs(workbook).getFirst().rows().get().rows().getFirst().cell(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | NUMBER | 0.864",
                "10 | PERCENTAGE | 86.4%",
                "0.00% | PERCENTAGE | 86.4%",
                "0.00\\ % | PERCENTAGE | 86.4%",
                "t0.00% | PERCENTAGE | 86.4%",
                "68 | PERCENTAGE | 86.4%",
                "0.00\" %\" | NUMBER | 0.864",
                "#,##0.00 \"baht\" | NUMBER | 0.864",
                "[Red]0.00 | NUMBER | 0.864",
                "0.00E+00 | NUMBER | 0.864"
            })
    void a_number_is_what_its_format_shows(String format, Kind kind, String text) {
        Cell cell = only(new TestWorkbook()
                .styles(format)
                .sheet("a", "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>0.86399999999999999</v></c></row>"));

        assertThat(cell.kind()).isEqualTo(kind);
        assertThat(cell.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "14",
                "22",
                "71",
                "yyyy-mm-dd",
                "[$-D07041E]d mmm yy",
                "[$-107041E]d mmmm yyyy;@",
                "d/m/bbbb",
                "B2dd/mm/yyyy",
                "[$-41E]d mmm e",
                "\"วันที่\" d"
            })
    void a_day_is_a_day_in_whatever_calendar_it_is_shown(String format) {
        Cell cell = only(new TestWorkbook()
                .styles(format)
                .sheet("a", "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>44251.75</v></c></row>"));

        assertThat(cell.kind()).isEqualTo(Kind.DAY);
        assertThat(cell.day()).isEqualTo("2021-02-24");
    }

    @ParameterizedTest
    @CsvSource({"1,1900-01-01", "59,1900-02-28", "61,1900-03-01"})
    void days_before_the_leap_day_that_never_was_are_right_too(String serial, String day) {
        assertThat(only(new TestWorkbook().styles("14").sheet("a", "<row><c s=\"0\"><v>" + serial + "</v></c></row>"))
                        .day())
                .isEqualTo(day);
    }

    @Test
    void a_workbook_that_counts_from_1904_is_read_by_its_count() {
        assertThat(only(new TestWorkbook()
                                .since1904()
                                .styles("14")
                                .sheet("a", "<row><c s=\"0\"><v>42789</v></c></row>"))
                        .day())
                .isEqualTo("2021-02-24");
    }

    @Test
    void a_formula_has_the_value_that_was_saved_or_none() {
        List<Cell> cells = tabs(new TestWorkbook().styles("0", "14").sheet("a", """
                <row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>12</v></c><c r="B1"><f>A1</f></c><c r="C1"><f>A1</f><v></v></c>
                <c r="D1" t="str"><f>A1&amp;"x"</f><v>ข้อความ</v></c><c r="E1" t="e"><f>X()</f><v>#NAME?</v></c>
                <c r="F1" s="1"><f>F2+1</f><v>44251</v></c><c r="G1"><f t="shared" si="0"/><v>4</v></c>
                <c r="H1" t="str"><f>""</f><v></v></c><c r="I1" t="b"><v>1</v></c></row>"""))
                .getFirst()
                .rows()
                .get()
                .rows()
                .getFirst()
                .cells();

        assertThat(cells)
                .extracting(Cell::kind, Cell::text, Cell::computed)
                .containsExactly(
                        tuple(Kind.NUMBER, "12", true),
                        tuple(Kind.UNCOMPUTED, "=A1", true),
                        tuple(Kind.UNCOMPUTED, "=A1", true),
                        tuple(Kind.TEXT, "ข้อความ", true),
                        tuple(Kind.FAULT, "#NAME?", false),
                        tuple(Kind.DAY, "2021-02-24", true),
                        tuple(Kind.NUMBER, "4", true),
                        tuple(Kind.BLANK, "", false),
                        tuple(Kind.TEXT, "TRUE", false));
    }

    @Test
    void texts_are_whole_whether_shared_or_not_and_their_pronunciation_is_left_out() {
        Grid grid = tabs(new TestWorkbook()
                        .texts("<si><t>หนึ่ง</t></si><si><r><t>สอง</t></r><r><t xml:space=\"preserve\"> สาม</t></r>"
                                + "<rPh><t>อ่าน</t></rPh></si><si/>")
                        .sheet(
                                "a",
                                "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c>"
                                        + "<c r=\"D3\" t=\"inlineStr\"><is><r><t>ใน</t></r><r><t>ช่อง</t></r></is></c>"
                                        + "<c r=\"E3\" t=\"s\"><v>2</v></c></row>"))
                .getFirst()
                .rows()
                .get();

        assertThat(grid.rows()).hasSize(1);
        assertThat(grid.rows().getFirst().number()).isEqualTo(3);
        assertThat(grid.rows().getFirst().texts()).containsExactly("หนึ่ง", "", "สอง สาม", "ในช่อง");
    }

    @Test
    void a_part_may_begin_with_the_mark_of_its_encoding() {
        TestWorkbook workbook = new TestWorkbook().sheet("a", "");
        workbook.part(
                "xl/worksheets/sheet1.xml",
                "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><worksheet><sheetData><row><c><v>1</v></c></row></sheetData>"
                        + "</worksheet>");

        assertThat(only(workbook).text()).isEqualTo("1");
    }

    @Test
    void sheets_and_rows_that_are_hidden_say_so() {
        List<Tab> tabs = tabs(new TestWorkbook()
                .sheet("ซ่อน", "hidden", "<row><c><v>1</v></c></row>")
                .sheet("ซ่อนลึก", "veryHidden", "<row><c><v>1</v></c></row>")
                .sheet(
                        "เห็น",
                        "<row r=\"1\" hidden=\"1\"><c><v>1</v></c></row><row><c/></row><row><c><v>2</v></c></row>"));

        assertThat(tabs)
                .extracting(Tab::name, Tab::hidden)
                .containsExactly(tuple("ซ่อน", true), tuple("ซ่อนลึก", true), tuple("เห็น", false));
        assertThat(tabs.getLast().rows().get().rows())
                .extracting(Grid.Row::number, Grid.Row::hidden)
                .containsExactly(tuple(1, true), tuple(3, false));
    }
}
