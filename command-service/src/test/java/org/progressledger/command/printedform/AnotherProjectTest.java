package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.progressledger.events.Objective;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.StrategyLink;

/** An invented project of another year, agency and habit: what was learnt from two printouts holds for a third. */
class AnotherProjectTest {
    private final ReadResult.Read read = PrintedForms.form(PrintedForms.anotherProject());
    private final PrintedForm form = read.form();

    @Test
    void reads_its_reports_whatever_their_numbers() {
        assertThat(PrintedForms.rows(read))
                .containsExactly(
                        "1 label 1 2023-01-05 15.00% 0.00 baht BEHIND ON_TARGET lines 27-28",
                        "2 label 2 2023-02-06 86.40% 33750.00 baht AHEAD UNKNOWN lines 29-30",
                        "4 label 4 2023-04-07 25.00% 1000.00 baht ON_PLAN OFF_TARGET lines 31, 33");
        assertThat(form.reports().get(1).targetPrinted()).isEqualTo("อยู่ระหว่างทบทวน");
        assertThat(form.reports().get(1).narrative()).endsWith("มีผู้เข้าร่วม < 50 คน");
    }

    @Test
    void reads_its_head_in_thai_digits_and_two_fields_on_a_line() {
        assertThat(form.projectCode().value()).hasToString("50990000-1234");
        assertThat(form.projectCode().asPrinted()).isEqualTo("๕๐๙๙๐๐๐๐-๑๒๓๔");
        assertThat(form.name().value()).isEqualTo("ค่าใช้จ่ายในการฝึกอบรมอาสาสมัครหมู่บ้านสมมติ (สพน.) (งบ 66) (ก.2)");
        assertThat(form.startsOn().value()).hasToString("2022-11-15");
        assertThat(form.budgetAllocated().value()).hasToString("33750.00");
        assertThat(form.endsOn().value()).hasToString("2023-11-30");
        assertThat(form.budgetSpent().value()).hasToString("12000.50");
        assertThat(form.agency().value())
                .as("the source's own spelling, and a section that is a code")
                .isEqualTo(new ResponsibleAgency("สํานักทดลอง", "ฝ่ายพัฒนาชุมชนฯ", "50990600/50990600"));
        assertThat(form.responsibleOfficer().value().name()).isEqualTo("หัวหน้าฝ่ายพัฒนาชุมชนฯ");
        assertThat(form.coordinator()).isNull();
        assertThat(form.rationale().value()).isEqualTo("ย่อหน้าแรก\nย่อหน้าที่สอง : มีเครื่องหมายทวิภาค");
        assertThat(form.objectives())
                .extracting(Stated::value)
                .containsExactly(
                        new Objective("๑", "เพื่อทดสอบข้อแรก ซึ่งต่ออีกบรรทัด"),
                        new Objective("๒", "เพื่อทดสอบข้อสอง"));
        assertThat(form.strategy().value())
                .isEqualTo(new StrategyLink(
                        "แผนพัฒนากรุงเทพมหานคร ระยะ 20 ปี (พ.ศ. ๒๕๖๑ - ๒๕๘๐ ฉบับปรับปรุง)", "ด้านที่ ๑", null, null));
        assertThat(form.indicators())
                .extracting(Stated::value)
                .containsExactly(
                        new PrintedIndicator(2, "5099-0123", "ร้อยละของผู้ผ่านการอบรม"),
                        new PrintedIndicator(null, null, "จำนวนผู้เข้ารับการอบรม"));
        assertThat(form.certification().value()).isEqualTo(new PrintedCertification("ผู้ลงนาม ค", "หัวหน้าฝ่าย"));
    }

    @Test
    void warns_of_gap_fall_and_unknown_words_and_still_reads() {
        assertThat(PrintedForms.warnings(read))
                .containsExactly(
                        "8 PERIOD_OUTSIDE_FISCAL_YEAR",
                        "10 LABEL_MISSPELT",
                        "12 FIELD_EMPTY",
                        "30 STATUS_UNKNOWN",
                        "31 HTML_REMOVED",
                        "31 REPORT_NUMBER_GAP",
                        "32 HEADER_INSIDE_ROW",
                        "33 PERCENT_FELL");
    }

    @Test
    void proposes_what_its_narratives_tell() {
        assertThat(PrintedForms.proposals(read))
                .containsExactly(
                        "2 activity 2023-01-20 lines 29",
                        "4 activity 2023-03-06 lines 31",
                        "4 letter พช ๑๒/๒๕๖๖ of 2023-03-01 lines 31",
                        "4 pause 2023-04-01 OTHER lines 33");
    }
}
