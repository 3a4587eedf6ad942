package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.progressledger.events.Objective;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.StrategyLink;

/** Invented projects of other years and agencies, as three converters would hand on their printouts. */
class OtherPrintoutsTest {
    private static final String ROUTINE = "**** การปฏิบัติงานประจำของหน่วยงาน ****";

    @Test
    void a_printout_that_keeps_the_layout_of_its_pages() {
        ReadResult.Read read = PrintedForms.form(PrintedForms.resource("works-layout.txt"));
        PrintedForm form = read.form();
        assertThat(PrintedForms.rows(read))
                .containsExactly(
                        "1 label 1 2017-10-31 5.00% 0.00 baht ON_PLAN ON_TARGET lines 32-34",
                        "2 label 2 2017-11-30 15.00% 33750.00 baht BEHIND ON_TARGET lines 35-36",
                        "3 label 3 2017-12-28 15.00% 0.00 baht BEHIND OFF_TARGET lines 37-38, 41-42");
        assertThat(form.reports())
                .extracting(PrintedReport::narrative)
                .containsExactly(
                        "สำรวจทางเท้าที่ชำรุดในพื้นที่ จำนวน 4 แขวง\nและจัดทำบัญชีรายการซ่อม",
                        "ขออนุมัติจัดซื้อวัสดุ วงเงิน 33,750.- บาท",
                        "รอผู้ขายส่งวัสดุ ครั้งที่ 1/2561 เลื่อนจากวันที่\n20 ธันวาคม 2560 เป็น วันที่ 5 มกราคม 2561");
        assertThat(form.name().value()).isEqualTo("กิจกรรมสำรวจและซ่อมแซมทางเท้าในพื้นที่เขต (สพน.) (งบ 61) (ก.2)");
        assertThat(form.fiscalYear().value()).hasToString("2561");
        assertThat(form.startsOn().value()).hasToString("2017-10-01");
        assertThat(form.endsOn().value()).hasToString("2018-09-30");
        assertThat(form.budgetAllocated().value()).hasToString("1250000.00");
        assertThat(form.budgetSpent().value()).hasToString("33750.00");
        assertThat(form.agency().value())
                .isEqualTo(new ResponsibleAgency("สํานักงานเขตสมมติ", "ฝ่ายโยธา", "50080600/50080600"));
        assertThat(form.responsibleOfficer().value().name()).isEqualTo("หัวหน้าฝ่ายโยธา");
        assertThat(form.responsibleOfficer().value().phone()).isEqualTo("6301");
        assertThat(form.objectives())
                .extracting(Stated::value)
                .containsExactly(
                        new Objective("1", "เพื่อซ่อมแซมทางเท้าให้ใช้งานได้"),
                        new Objective("2", "เพื่อลดเรื่องร้องเรียน"));
        assertThat(form.target().value()).isEqualTo("ซ่อมแซมทางเท้าไม่น้อยกว่า 12 จุด");
        assertThat(form.strategy().value())
                .isEqualTo(new StrategyLink("แผนพัฒนา กทม. ระยะ 20 ปี", ROUTINE, ROUTINE, ROUTINE));
        assertThat(form.indicators())
                .extracting(Stated::value)
                .containsExactly(new PrintedIndicator(2, "5008-0210", "ร้อยละของจุดที่ซ่อมแซมแล้วเสร็จ"));
        assertThat(PrintedForms.warnings(read)).containsExactly("39 HEADER_INSIDE_ROW");
        assertThat(read.readings()).isEmpty();
    }

    @Test
    void a_printout_whose_columns_stand_below_each_other() {
        ReadResult.Read read = PrintedForms.form(PrintedForms.resource("training-raw.txt"));
        PrintedForm form = read.form();
        assertThat(PrintedForms.rows(read))
                .containsExactly(
                        "1 label 1 2022-10-28 10.00% 0.00 baht ON_PLAN ON_TARGET lines 42-46",
                        "2 label 2 2022-11-30 63.00% 154000.00 baht ON_PLAN ON_TARGET lines 47-54",
                        "3 label 3 2022-12-29 86.40% 104400.00 baht AHEAD ON_TARGET lines 57-61");
        assertThat(form.reports().get(1).narrative())
                .isEqualTo("จัดอบรมรุ่นที่ 1 เมื่อวันที่ 24 พฤศจิกายน\n2565 ผู้เข้าอบรม 40 คน (ร้อยละ 86.4)");
        assertThat(form.name().value()).isEqualTo("ค่าใช้จ่ายในการอบรมอาสาสมัครสาธารณสุข");
        assertThat(form.budgetAllocated().value()).hasToString("412000.00");
        assertThat(form.budgetSpent().value()).hasToString("258400.00");
        assertThat(form.agency().value().name()).isEqualTo("สำนักงานเขตตัวอย่าง");
        assertThat(form.coordinator()).isNull();
        assertThat(form.target()).isNull();
        assertThat(form.strategy().value())
                .isEqualTo(new StrategyLink(
                        "แผนพัฒนากรุงเทพมหานคร ระยะ 20 ปี (พ.ศ. ๒๕๖๑ - ๒๕๘๐ ฉบับปรับปรุง)",
                        "ด้านที่ 1 มหานครปลอดภัย",
                        "๑.๖ ปลอดโรคคนเมือง",
                        "๑.๖.๑ คนกรุงเทพฯ มีสุขภาวะทางกายและจิต"));
        assertThat(form.certification().value())
                .isEqualTo(new PrintedCertification("ผู้รับผิดชอบ จ", "นักวิชาการสุขาภิบาล"));
        assertThat(PrintedForms.warnings(read))
                .containsExactly("19 LABEL_MISSPELT", "24 FIELD_EMPTY", "35 LABEL_MISSPELT", "50 NUMBER_JOINED");
    }

    @Test
    void a_printout_saved_as_a_web_page() {
        ReadResult.Read read = PrintedForms.form(PrintedForms.resource("market-html.txt"));
        PrintedForm form = read.form();
        assertThat(PrintedForms.rows(read))
                .containsExactly(
                        "1 label 1 2022-10-31 15.00% 0.00 baht ON_PLAN ON_TARGET lines 26-27",
                        "2 label 2 2022-11-30 15.00% 0.00 baht BEHIND OFF_TARGET lines 28-29");
        assertThat(form.reports())
                .extracting(PrintedReport::narrative)
                .containsExactly("ลงพื้นที่สำรวจตลาดนัด 12 แห่ง", "ตลาดผ่านเกณฑ์ < 5 แห่ง\nค้าง > 7 แห่ง");
        assertThat(form.name().value()).isEqualTo("สำรวจตลาดนัดและหาบเร่แผงลอย \"ตลาดสะอาด\"");
        assertThat(form.rationale().value()).isEqualTo("ตามนโยบายผู้บริหาร & แผนปฏิบัติราชการ");
        assertThat(form.strategy().value())
                .isEqualTo(new StrategyLink("แผนพัฒนา กทม. ระยะ 20 ปี", ROUTINE, null, null));
        assertThat(PrintedForms.warnings(read))
                .containsExactly("1 TEXT_NOT_READ", "26 HTML_REMOVED", "28 HTML_REMOVED");
    }

    @Test
    void a_printout_whose_columns_of_statuses_stand_amid_the_lines() {
        ReadResult.Read read = PrintedForms.form(PrintedForms.resource("sports-columns.txt"));
        assertThat(PrintedForms.rows(read))
                .containsExactly(
                        "1 label 1 2022-10-31 5.00% 0.00 baht ON_PLAN ON_TARGET lines 26-28",
                        // the statuses stand in the words' line: they are told as unknown, not taken from there
                        "2 label 2 2022-11-30 15.00% 105000.00 baht UNKNOWN UNKNOWN lines 29-32",
                        "3 label 3 2022-12-28 25.00% 105000.00 baht ON_PLAN ON_TARGET lines 35-36",
                        "4 label 4 2023-01-31 33.33% 210000.00 baht ON_PLAN ON_TARGET lines 37-41",
                        "5 label 5 2023-02-28 63.00% 367500.00 baht BEHIND OFF_TARGET lines 42-43");
        assertThat(read.form().name().value()).isEqualTo("ค่าใช้จ่ายในการส่งเสริมกิจการสโมสรกีฬา และลานกีฬา");
        assertThat(PrintedForms.warnings(read))
                .containsExactly(
                        "31 STATUS_UNKNOWN", "31 STATUS_UNKNOWN", "39 HEADER_INSIDE_ROW", "40 HEADER_INSIDE_ROW");
    }

    @Test
    void a_printout_whose_fields_and_rows_share_lines() {
        ReadResult.Read read = PrintedForms.form(PrintedForms.resource("consultant-merged.txt"));
        PrintedForm form = read.form();
        assertThat(form.name().value()).isEqualTo("โครงการจ้างที่ปรึกษา");
        assertThat(form.projectCode().value().text()).isEqualTo("03000000-0007");
        assertThat(form.budgetAllocated().value()).hasToString("1250000.00");
        assertThat(form.budgetSpent().value()).hasToString("625000.00");
        assertThat(form.responsibleOfficer().value().name()).isEqualTo("นักวิเคราะห์ 1");
        assertThat(form.coordinator()).isNull();
        assertThat(form.objectives())
                .extracting(Stated::value)
                .containsExactly(new Objective("ก", "เพื่อศึกษา"), new Objective("ข", "เพื่อเสนอแนะ"));
        assertThat(form.indicators()).isEmpty();
        assertThat(PrintedForms.rows(read))
                .containsExactly(
                        "1 label 1 2018-10-31 5.00% 0.00 baht ON_PLAN ON_TARGET lines 23",
                        "2 label 2 2018-11-30 30.00% 0.00 baht ON_PLAN ON_TARGET lines 23",
                        "3 label 3 2018-12-28 50.00% 312500.00 baht ON_PLAN ON_TARGET lines 26-27",
                        "4 label 4 2019-01-31 60.00% 312500.00 baht ON_PLAN ON_TARGET lines 24-25");
        assertThat(read.readings()).extracting(Reading::id).containsExactly("two-digit-years");
    }
}
