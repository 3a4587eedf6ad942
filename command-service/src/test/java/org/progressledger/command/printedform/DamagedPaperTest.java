package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.printedform.PrintedForms.unreadable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Papers that are damaged, foreign, too large or meant to harm: the answer is always a value that says where and why. */
class DamagedPaperTest {
    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");

    private final String district = text(PrintedForms.sample(PrintedForms.DISTRICT));
    private final String council = text(PrintedForms.sample(PrintedForms.COUNCIL));

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void reads_the_same_form_from_windows_874_with_carriage_returns_as_from_utf8() {
        byte[] old = council.replace("\n", "\r\n").getBytes(WINDOWS_874);
        ReadResult undeclared = PrintedFormReader.read(old, null, ReadLimits.DEFAULTS);
        ReadResult declared = PrintedFormReader.read(old, Charset.forName("TIS-620"), ReadLimits.DEFAULTS);
        PrintedForm expected = PrintedForms.form(council).form();
        assertThat(((ReadResult.Read) undeclared).form()).isEqualTo(expected);
        assertThat(((ReadResult.Read) declared).form()).isEqualTo(expected);
    }

    @Test
    void a_byte_order_mark_form_feeds_and_marks_without_width_change_nothing() {
        String marked =
                "\uFEFF" + district.replace("รหัสโครงการ", "รหัส\u200Bโครงการ").replaceFirst("\n\n\n\n", "\n\f\n\n\n");
        assertThat(PrintedForms.form(marked).form())
                .isEqualTo(PrintedForms.form(district).form());
    }

    @Test
    void knows_labels_however_sara_am_was_typed() {
        String typed = council.replace("ตำแหน่ง\n", "ต\u0E4D\u0E32แหน่ง หัวหน้า\n");
        assertThat(PrintedForms.form(typed).form().certification().value().position())
                .isEqualTo("หัวหน้า");
    }

    @Test
    void refuses_bytes_that_are_not_what_was_declared() {
        byte[] broken = district.getBytes(StandardCharsets.UTF_8);
        int at = district.substring(0, district.indexOf("รหัสโครงการ...")).getBytes(StandardCharsets.UTF_8).length;
        broken[at] = (byte) 0xFF;
        ReadResult.Unreadable result =
                (ReadResult.Unreadable) PrintedFormReader.read(broken, StandardCharsets.UTF_8, ReadLimits.DEFAULTS);
        assertThat(result.code()).isEqualTo(UnreadableCode.ENCODING_NOT_READABLE);
        assertThat(result.line()).isEqualTo(13);
        assertThat(code(district.getBytes(StandardCharsets.UTF_16LE), null)).isNotNull();
        assertThat(code(broken, StandardCharsets.ISO_8859_1)).isEqualTo(UnreadableCode.ENCODING_NOT_READABLE);
    }

    private static UnreadableCode code(byte[] bytes, Charset declared) {
        return ((ReadResult.Unreadable) PrintedFormReader.read(bytes, declared, ReadLimits.DEFAULTS)).code();
    }

    @Test
    void refuses_what_is_no_progress_form() {
        assertThat(unreadable("").code()).isEqualTo(UnreadableCode.NOT_A_PROGRESS_FORM);
        assertThat(unreadable("บันทึกการประชุม\nวาระที่ 1 : เรื่องแจ้ง\n").code())
                .isEqualTo(UnreadableCode.NOT_A_PROGRESS_FORM);
        assertThat(unreadable("{\"projectCode\":\"50470000-3298\"}").code())
                .isEqualTo(UnreadableCode.NOT_A_PROGRESS_FORM);
    }

    @Test
    void names_the_field_that_is_missing_or_not_readable() {
        assertThat(unreadable(district.replaceAll("รหัสโครงการ\\.\\.\\. : .*", ""))
                        .code())
                .isEqualTo(UnreadableCode.PROJECT_CODE_MISSING);
        field("รหัสโครงการ... : 50470000-3298", "รหัสโครงการ... : 5047-3298", "projectCode", 13);
        field("2020-10-01 00:00:00", "2020-13-01 00:00:00", "startsOn", 17);
        field("งบประมาณที่ได้รับ : 0 บาท", "งบประมาณที่ได้รับ : 1,22 บาท", "budgetAllocated", 19);
        field("ปีงบประมาณ พ.ศ. : 2564", "ปีงบประมาณ พ.ศ. : 2021", "fiscalYear", 15);
        field(":: 21/06/2564 :", ":: 31/06/2564 :", "reportedOn", 169);
        field("= 92.00 %", "= 192.00 %", "percent", 129);
        assertThat(unreadable(district.replace("= 92.00 %", "=  %")).data()).containsEntry("field", "percent");
        assertThat(unreadable(district.replace("(ครั้งที่ 6)", "(ครั้งที่ )")).data())
                .containsEntry("field", "reportNo");
        assertThat(unreadable(district.replace("(ครั้งที่ 6) = 0", "(ครั้งที่ 6) = "))
                        .data())
                .containsEntry("field", "disbursed");
        assertThat(unreadable(district.replace("2021-09-30", "2020-09-30")).code())
                .isEqualTo(UnreadableCode.PERIOD_REVERSED);
    }

    private void field(String printed, String damaged, String field, int line) {
        ReadResult.Unreadable result = unreadable(district.replace(printed, damaged));
        assertThat(result.code()).isEqualTo(UnreadableCode.FIELD_NOT_READABLE);
        assertThat(result.data()).containsEntry("field", field);
        assertThat(result.line()).isEqualTo(line);
    }

    @Test
    void reads_utf16_that_is_marked_as_such() {
        assertThat(PrintedForms.form(district.getBytes(StandardCharsets.UTF_16)).form())
                .isEqualTo(PrintedForms.form(district).form());
        byte[] little = ("\uFEFF" + district).getBytes(StandardCharsets.UTF_16LE);
        assertThat(PrintedForms.form(little).form())
                .isEqualTo(PrintedForms.form(district).form());
    }

    @Test
    void an_amount_with_three_decimals_may_mean_thousands_and_is_refused() {
        field("งบประมาณที่ได้รับ : 0 บาท", "งบประมาณที่ได้รับ : 1.250 บาท", "budgetAllocated", 19);
    }

    @Test
    void a_date_of_the_head_with_a_year_of_two_digits_is_chosen_by_a_person() {
        ReadResult.Read read = PrintedForms.form(district.replace("2021-09-30 00:00:00", "30/9/64"));
        assertThat(read.form().endsOn().value()).hasToString("2021-09-30");
        assertThat(read.readings()).extracting(Reading::id).containsExactly("two-digit-years");
    }

    @Test
    void a_report_dated_far_from_the_project_is_read_with_a_warning() {
        assertThat(PrintedForms.warnings(PrintedForms.form(district.replace(":: 28/10/2563", ":: 28/10/2536"))))
                .contains("67 REPORT_DATE_FAR");
    }

    @Test
    void words_that_name_another_project_are_no_second_form() {
        String paper = district.replace("- แผนพัฒนาคลองเคล็ด", "รหัสโครงการ : 50470000-9999\n- แผนพัฒนาคลองเคล็ด");
        assertThat(PrintedForms.form(paper).form().reports().get(4).narrative()).contains("50470000-9999");
    }

    @Test
    void a_form_without_reports_is_read_with_a_warning() {
        int first = district.indexOf("รายงานครั้งที่1");
        String none = district.substring(0, first) + district.substring(district.indexOf("ขอรับรองว่า"));
        ReadResult.Read read = PrintedForms.form(none);
        assertThat(read.form().reports()).isEmpty();
        assertThat(PrintedForms.warnings(read)).contains("71 NO_REPORTS");
        assertThat(read.form().certification()).isNotNull();
    }

    @Test
    void blank_is_not_nought() {
        assertThat(PrintedForms.form(district.replace("งบประมาณที่ใช้ไป : 0 บาท", "งบประมาณที่ใช้ไป : บาท"))
                        .form()
                        .budgetSpent())
                .isNull();
    }

    @Test
    void refuses_rows_that_cannot_be_paired_rather_than_losing_one() {
        ReadResult.Unreadable twoDates =
                unreadable(district.replaceFirst(":: ความก้าวหน้าของงานฯ = 15\\.00 %[^\n]*", ""));
        assertThat(twoDates.code()).isEqualTo(UnreadableCode.ROWS_NOT_PAIRED);
        assertThat(twoDates.line()).isEqualTo(69);
        assertThat(twoDates.data()).containsEntry("found", "DATE");
        ReadResult.Unreadable noDate = unreadable(district.replace(":: 24/02/2564 :", ""));
        assertThat(noDate.line()).isEqualTo(99);
        assertThat(noDate.data()).containsEntry("found", "PERCENT");
    }

    @Test
    void a_date_or_percentage_within_the_words_is_not_a_row() {
        String talkative = district.replace(
                "มีหน่วยงานตอบรับ", "ณ 12/05/2564 : ความก้าวหน้าของงาน = 20 % รายงานครั้งที่ 3 มีหน่วยงานตอบรับ");
        PrintedForm form = PrintedForms.form(talkative).form();
        assertThat(form.reports()).hasSize(10);
        assertThat(form.reports().get(7).narrative()).startsWith("ณ 12/05/2564 : ความก้าวหน้าของงาน = 20 %");
    }

    @Test
    void tags_never_survive_and_their_words_always_do() {
        String harmful = council.replace(
                "<p>จึงเห็นควร",
                "<script>alert('1')</script><table>คำ<tr><td>ใน</td></table><img src=x onerror=alert(2)><p>จึงเห็นควร");
        String narrative = PrintedForms.form(harmful).form().reports().get(8).narrative();
        assertThat(narrative).contains("alert('1')\nคำ\nใน\n").doesNotContain("<", "onerror");
    }

    @Test
    void refuses_what_is_beyond_a_limit_and_says_which() {
        ReadLimits tight = new ReadLimits(1_000_000, 100, 3_000, 5, 900);
        assertThat(refused(district, tight)).isEqualTo("TOO_MANY_LINES at 101 {limit=100}");
        assertThat(refused(council, new ReadLimits(1_000_000, 200, 2_000, 50, 9_000)))
                .isEqualTo("LINE_TOO_LONG at 85 {limit=2000}");
        assertThat(refused(council, new ReadLimits(1_000_000, 200, 9_000, 5, 9_000)))
                .isEqualTo("TOO_MANY_REPORTS at 69 {limit=5}");
        assertThat(refused(council, new ReadLimits(1_000_000, 200, 9_000, 50, 900)))
                .isEqualTo("NARRATIVE_TOO_LONG at 85 {limit=900}");
        assertThat(refused(council, new ReadLimits(10_000, 200, 9_000, 50, 9_000)))
                .startsWith("TOO_MANY_BYTES at null");
    }

    private static String refused(String text, ReadLimits limits) {
        ReadResult.Unreadable result =
                (ReadResult.Unreadable) PrintedFormReader.read(text.getBytes(StandardCharsets.UTF_8), null, limits);
        return result.code() + " at " + result.line() + " " + result.data();
    }

    @Test
    void a_line_of_twenty_megabytes_is_refused_at_once() {
        byte[] huge = new byte[20 * 1024 * 1024];
        Arrays.fill(huge, (byte) ':');
        Assertions.assertTimeout(
                Duration.ofSeconds(2), () -> assertThat(code(huge, null)).isEqualTo(UnreadableCode.TOO_MANY_BYTES));
    }

    @Test
    void repetition_meant_to_harm_takes_no_more_time_than_its_length() {
        for (String evil : new String[] {
            ":: ",
            " ",
            "\n",
            "รายงานครั้งที่1\n",
            "= ",
            "<a ",
            "<p>",
            "</p>",
            "รอ",
            "ที่ 1/",
            "1 มกราคม 2564 ",
            "เลื่อน",
            "หนังสือที่ กท 1/1 ",
            "ชะลอ",
            "\u0E48",
            "ได้จัดงาน"
        }) {
            String words = evil.repeat(40_000 / evil.length());
            String paper = council.replace("เตรียมการแต่งตั้งคณะทำงานฯ", "ก" + words);
            Assertions.assertTimeout(Duration.ofSeconds(4), () -> PrintedForms.read(paper), evil);
        }
    }

    @Test
    void however_a_paper_is_torn_the_answer_is_a_value() {
        Random seeded = new Random(2564);
        for (int i = 0; i < 300; i++) {
            String paper = i % 2 == 0 ? district : council;
            String torn = tear(paper, seeded);
            assertThat(PrintedForms.read(torn)).isNotNull();
        }
    }

    private static String tear(String paper, Random seeded) {
        StringBuilder torn = new StringBuilder(paper);
        for (int cuts = 1 + seeded.nextInt(8); cuts > 0; cuts--) {
            int from = seeded.nextInt(torn.length() + 1);
            int to = Math.min(torn.length(), from + seeded.nextInt(60));
            switch (seeded.nextInt(4)) {
                case 0 -> torn.delete(from, to);
                case 1 -> torn.insert(from, torn.substring(from, to));
                case 2 -> torn.insert(from, ":: 1/2/64 : = <p> \u0000 รายงานครั้งที่3\n".substring(seeded.nextInt(20)));
                default -> torn.setLength(seeded.nextInt(6) == 0 ? from : torn.length());
            }
        }
        return torn.toString();
    }
}
