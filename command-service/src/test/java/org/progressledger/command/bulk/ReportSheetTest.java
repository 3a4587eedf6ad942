package org.progressledger.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.command.bulk.sheet.TestWorkbook;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;

class ReportSheetTest {
    static final BulkSettings SETTINGS = new BulkSettings(
            1_000_000,
            10_000_000,
            10,
            600,
            60,
            32_767,
            java.time.Duration.ofDays(7),
            100,
            new java.math.BigDecimal("25"),
            new java.math.BigDecimal("20"));
    private static final String HEADER =
            "รหัสโครงการ,รายงานครั้งที่,วันที่รายงาน,ความก้าวหน้า,เบิกจ่าย,ผลการดำเนินงาน,เทียบกับแผน\n";

    private static ReportSheet read(String csv) {
        return read(csv.getBytes(StandardCharsets.UTF_8), null);
    }

    private static ReportSheet read(byte[] bytes, String sheet) {
        return ReportSheet.read(bytes, null, sheet, SETTINGS, 100);
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    @Test
    void titles_above_the_header_and_blank_rows_are_passed_over() {
        ReportSheet sheet = read(
                "รายงานความก้าวหน้าโครงการ,,,,,,\nประจำเดือน กุมภาพันธ์ 2564,,,,,,\n,,,,,,\n" + HEADER
                        + "50470000-3298,5,24/02/2564,86.4,\"33,750.-\",จัดประชุม,เป็นไปตามแผน\n,,,,,,\n50470000-3299,,2021-02-24,๑๕,-,เริ่มงาน,-\n");

        assertThat(sheet.columns().row()).isEqualTo(4);
        assertThat(sheet.rows()).extracting(ReportRow::row).containsExactly(5, 7);
        ReportRow first = sheet.rows().getFirst();
        assertThat(first.problems()).isEmpty();
        assertThat(first.project().text()).isEqualTo("50470000-3298");
        assertThat(first.reportNo()).isEqualTo(5);
        assertThat(first.reportedOn()).isEqualTo("2021-02-24");
        assertThat(first.percent()).isEqualTo(Percent.of("86.4"));
        assertThat(first.disbursed()).isEqualTo(Baht.of("33750"));
        assertThat(first.scheduleStatus()).isEqualTo(ScheduleStatus.ON_PLAN);
        ReportRow second = sheet.rows().getLast();
        assertThat(second.problems()).isEmpty();
        assertThat(second.reportNo()).isNull();
        assertThat(second.disbursed()).as("a dash is nothing, and not 0").isNull();
        assertThat(second.scheduleStatus()).isEqualTo(ScheduleStatus.UNKNOWN);
    }

    @Test
    void everything_that_is_wrong_with_a_row_is_told_at_once() {
        ReportRow row = read(HEADER + "5047-3298,x,31/02/2564,186,abc,,ไม่เป็นไปตามแผน")
                .rows()
                .getFirst();

        assertThat(row.isReadable()).isFalse();
        assertThat(row.problems())
                .extracting(RowProblem::field, RowProblem::code)
                .containsExactly(
                        tuple(Field.PROJECT_CODE, BulkReason.CODE_NOT_READABLE),
                        tuple(Field.REPORT_NO, BulkReason.NUMBER_NOT_READABLE),
                        tuple(Field.REPORTED_ON, BulkReason.DATE_NOT_READABLE),
                        tuple(Field.PERCENT, BulkReason.PERCENT_NOT_READABLE),
                        tuple(Field.DISBURSED, BulkReason.AMOUNT_NOT_READABLE),
                        tuple(Field.NARRATIVE, CommonReason.REQUIRED),
                        tuple(Field.SCHEDULE_STATUS, BulkReason.STATUS_NOT_READABLE));
    }

    @Test
    void a_text_that_is_too_long_or_holds_what_no_text_holds_is_refused() {
        ReportSheet sheet = read(HEADER + "50470000-3298,,2021-02-24,1%,," + "ก".repeat(101) + ",\n"
                + "50470000-3298,,2021-02-24,1%,,ก\u0007ข,");

        assertThat(sheet.rows().getFirst().problems())
                .extracting(RowProblem::code)
                .containsExactly(CommonReason.WRONG_LENGTH);
        assertThat(sheet.rows().getLast().problems())
                .extracting(RowProblem::code)
                .containsExactly(BulkReason.TEXT_NOT_READABLE);
    }

    @Test
    void the_example_and_rows_that_report_nothing_are_left_out_and_said() {
        ReportSheet sheet =
                read("รหัสโครงการ,ชื่อโครงการ,วันที่,ร้อยละ,ผลการดำเนินงาน\n00000000-0000,ตัวอย่าง,24/02/2564,5,x\n"
                        + "50470000-3298,โครงการหนึ่ง,,,\n50470000-3299,โครงการสอง,24/02/2564,5,x\n");

        assertThat(sheet.rows()).extracting(ReportRow::row).containsExactly(4);
        assertThat(sheet.leftOut())
                .containsExactly(
                        new ReportSheet.LeftOut(2, BulkReason.EXAMPLE_ROW),
                        new ReportSheet.LeftOut(3, BulkReason.NOTHING_REPORTED));
    }

    @Test
    void cells_of_a_workbook_are_what_they_show() {
        String header = "<row r=\"2\">" + text("รหัสโครงการ") + text("วันที่") + text("ร้อยละ") + text("เบิกจ่าย")
                + text("รายละเอียด") + text("ครั้งที่") + "</row>";
        byte[] bytes = new TestWorkbook()
                .styles("0", "[$-D07041E]d mmm yy", "10", "14")
                .sheet("คำอธิบาย", "<row>" + text("กรอกแบบนี้") + "</row>")
                .sheet(
                        "กุมภาพันธ์",
                        "<row r=\"1\">" + text("รายงานประจำเดือน") + "</row>" + header
                                + "<row r=\"3\" hidden=\"1\">" + text("50470000-3298")
                                + "<c s=\"1\"><v>44251</v></c><c s=\"2\"><v>0.864</v></c><c><f>A1*2</f><v>33750.5</v></c>"
                                + text("x")
                                + "<c><v>5</v></c></row>"
                                + "<row r=\"4\">" + text("50470000-3299")
                                + "<c s=\"3\"><v>242577</v></c><c><v>0.864</v></c>"
                                + "<c t=\"e\"><v>#REF!</v></c><c><f>A1</f></c><c><v>5.5</v></c></row>"
                                + "<row r=\"5\">" + text("50470000-3299")
                                + "<c><v>44251</v></c><c s=\"1\"><v>44251</v></c>"
                                + "<c s=\"2\"><v>5</v></c>" + text("x") + "</row>")
                .bytes();

        ReportSheet sheet = read(bytes, null);

        assertThat(sheet.sheet()).isEqualTo("กุมภาพันธ์");
        assertThat(sheet.otherSheets()).containsExactly("คำอธิบาย");
        ReportRow good = sheet.rows().getFirst();
        assertThat(good.isReadable()).isTrue();
        assertThat(good.reportedOn()).isEqualTo("2021-02-24");
        assertThat(good.percent()).isEqualTo(Percent.of("86.4"));
        assertThat(good.disbursed()).isEqualTo(Baht.of("33750.50"));
        assertThat(good.problems())
                .extracting(RowProblem::field, RowProblem::code)
                .containsExactly(
                        tuple(null, BulkReason.ROW_IS_HIDDEN), tuple(Field.DISBURSED, BulkReason.FORMULA_VALUE_TAKEN));
        ReportRow bad = sheet.rows().get(1);
        assertThat(bad.reportedOn())
                .as("24/2/2564 typed where years count by Christ")
                .isEqualTo("2021-02-24");
        assertThat(bad.problems())
                .extracting(RowProblem::field, RowProblem::code)
                .containsExactly(
                        tuple(Field.REPORT_NO, BulkReason.NUMBER_NOT_READABLE),
                        tuple(Field.REPORTED_ON, BulkReason.YEAR_TAKEN_AS_BUDDHIST),
                        tuple(Field.PERCENT, BulkReason.PERCENT_NOT_READABLE),
                        tuple(Field.DISBURSED, BulkReason.CELL_SHOWS_A_FAULT),
                        tuple(Field.NARRATIVE, BulkReason.FORMULA_WITHOUT_VALUE));
        assertThat(sheet.rows().getLast().problems())
                .as("numbers in the wrong dress are not guessed")
                .extracting(RowProblem::code)
                .containsExactly(
                        BulkReason.DATE_NOT_READABLE, BulkReason.PERCENT_NOT_READABLE, BulkReason.AMOUNT_NOT_READABLE);
    }

    @Test
    void a_sheet_is_chosen_by_its_name_but_not_a_hidden_one() {
        String rows = "<row>" + text("รหัสโครงการ") + text("วันที่") + text("ร้อยละ") + text("รายละเอียด")
                + "</row><row>" + text("50470000-3298") + text("24/2/2564") + text("5") + text("x") + "</row>";
        byte[] bytes = new TestWorkbook()
                .sheet("ลับ", "hidden", rows)
                .sheet("ม.ค.", rows)
                .sheet("ก.พ.", rows)
                .bytes();

        assertThat(read(bytes, null).sheet()).isEqualTo("ม.ค.");
        assertThat(read(bytes, "ก.พ.").sheet()).isEqualTo("ก.พ.");
        for (String other : List.of("ลับ", "มี.ค.")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> read(bytes, other))
                    .matches(refused -> refused.reason() == BulkReason.SHEET_NOT_FOUND);
        }
    }

    @Test
    void a_file_without_header_or_rows_is_refused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("ก,ข\n1,2"))
                .matches(refused -> refused.reason() == BulkReason.HEADER_NOT_FOUND);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(HEADER))
                .matches(refused -> refused.reason() == BulkReason.NO_ROWS);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(""))
                .matches(refused -> refused.reason() == BulkReason.HEADER_NOT_FOUND);
    }

    @Test
    void a_share_of_one_where_per_cents_are_meant_is_worth_a_look() {
        assertThat(read(HEADER + "50470000-3298,,2021-02-24,0.86,,x,")
                        .rows()
                        .getFirst()
                        .problems())
                .extracting(RowProblem::code, RowProblem::refuses)
                .containsExactly(tuple(BulkReason.PERCENT_BELOW_ONE, false));
    }
}
