package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.printedform.PrintedForms.lines;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.events.Objective;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.StrategyLink;

/** The district's printout: after its first page, labels slip and dates stand on lines of their own. */
class DistrictFormTest {
    private final ReadResult.Read read = PrintedForms.form(PrintedForms.sample(PrintedForms.DISTRICT));
    private final PrintedForm form = read.form();

    @Test
    void reads_ten_reports_as_printed() {
        assertThat(PrintedForms.rows(read))
                .containsExactly(
                        "1 label 1 2020-10-28 10.00% 0.00 baht ON_PLAN ON_TARGET lines 67-68",
                        "2 label 2 2020-11-27 15.00% 0.00 baht ON_PLAN ON_TARGET lines 69-70",
                        "3 label 3 2020-12-30 20.00% 0.00 baht ON_PLAN ON_TARGET lines 71-72",
                        "4 label 4 2021-01-29 20.00% 0.00 baht ON_PLAN ON_TARGET lines 73, 79, 83",
                        "5 label 5 2021-02-24 90.00% 0.00 baht ON_PLAN ON_TARGET lines 81, 85-95, 99",
                        "6 label 6 2021-03-23 92.00% 0.00 baht ON_PLAN ON_TARGET lines 97, 101-125, 129",
                        "7 label 7 2021-04-27 95.00% 0.00 baht ON_PLAN ON_TARGET lines 127, 131-147, 151",
                        "8 label 8 2021-05-25 95.00% 0.00 baht ON_PLAN ON_TARGET lines 149, 153-155",
                        "9 label 10 2021-06-21 95.00% 0.00 baht ON_PLAN ON_TARGET lines 169-170",
                        "10 label 10 2021-07-23 100.00% 0.00 baht ON_PLAN ON_TARGET lines 172-176");
        assertThat(form.reports()).allSatisfy(report -> {
            assertThat(report.schedulePrinted()).isEqualTo("เป็นไปตามแผน");
            assertThat(report.targetPrinted()).isEqualTo("เป็นไปตามเป้าหมาย");
        });
    }

    @Test
    void keeps_every_narrative_from_its_first_word_to_its_last() {
        narrative(1, "อยู่ระหว่างขั้นตอนประสานเครือข่าย", "ระดับในพื้นที่เขต");
        narrative(2, "อยู่ระหว่างขั้นตอนการประสาน", "ระดับในพื้นที่เขต");
        narrative(3, "อยู่ระหว่างขั้นตอนประสาน", "ประชาสังคมในพื้นที่เขตบางนา");
        narrative(
                4,
                "สำนักงานเขตบางนาได้จัดประชุมเครือข่ายประชาสังคม",
                "28 มกราคม 2564 เพื่อกำหนดประเด็นสำคัญในการพัฒนาเมือง");
        narrative(5, "จากการประชุม เครือข่ายเห็นชอบแผนงาน", "ผู้ใช้เส้นทางในการสัญจรไป-มา");
        narrative(6, "มีการประชุมหรือแนวทางการดำเนินกิจกรรม", "เพิ่มเติมจากเดิม\nเพื่อให้ได้เป้าหมายตามที่กำหนด");
        narrative(
                7,
                "สำนักงานเขตบางนา ดำเนินกิจกรรมอย่างต่อเนื่อง",
                "ลว.22\nเมษายน 2564 และ ที่ กท8401/1869 ลว.27 เม.ย.64");
        narrative(8, "มีหน่วยงานตอบรับเข้าร่วม", "จาก ปี 63 จำนวน 3 หน่วยงาน");
        narrative(9, "ชะลอการดำเนินกิจกรรมร่วมกับประชาชน", "สถานการณ์โรคระบาดโควิด-19");
        narrative(10, "วันศุกร์ที่ 9 กรกฎาคม 2564", "ลดการเกิดอุบัติเหตุบนท้องถนน");
        assertThat(form.reports().get(4).narrative()).contains("ดังนี้\n- แผนพัฒนาคลองเคล็ด\n- แผนการจัดกิจกรรม");
        assertThat(form.reports().get(5).narrative()).contains("กิจกรรมจิตอาสา ?เราทำความดี ด้วยหัวใจ? พัฒนา");
        assertThat(form.reports().get(3).narrativeRaw())
                .contains("**** แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ ****")
                .endsWith("รายงานครั้งที่5");
    }

    private void narrative(int reportNo, String begins, String ends) {
        assertThat(form.reports().get(reportNo - 1).narrative())
                .startsWith(begins)
                .endsWith(ends)
                .doesNotContain("****", "รายงานครั้งที่", "::");
    }

    @Test
    void reads_the_head_with_its_lines() {
        stated(form.projectCode(), "50470000-3298", "13");
        stated(form.name(), "โครงการสร้างเครือข่ายประชาสังคมเพื่อร่วมกันพัฒนาพื้นที่เขตบางนา", "11");
        stated(form.fiscalYear(), "2564", "15");
        stated(form.startsOn(), "2020-10-01", "17");
        stated(form.endsOn(), "2021-09-30", "21");
        stated(form.budgetAllocated(), "0.00", "19");
        stated(form.budgetSpent(), "0.00", "23");
        assertThat(form.agency().value())
                .isEqualTo(new ResponsibleAgency("สำนักงานเขตบางนา", "ฝ่ายปกครอง", "ฝ่ายปกครอง"));
        assertThat(form.responsibleOfficer().value())
                .isEqualTo(
                        new PrintedPerson("เจ้าหน้าที่ผู้รับผิดชอบ ก", "6055-6", "เจ้าหน้าที่ผู้รับผิดชอบ ก 6055-6"));
        assertThat(form.coordinator().value())
                .isEqualTo(new PrintedPerson("ผู้ประสานงาน ก", "1519", "ผู้ประสานงาน ก โทร. 1519"));
        assertThat(lines(form.rationale().lines())).isEqualTo("35-43");
        assertThat(form.rationale().value()).startsWith("ตามที่กรุงเทพมหานคร").endsWith("ประชาชนในพื้นที่ได้");
        assertThat(form.objectives())
                .extracting(Stated::value)
                .containsExactly(
                        new Objective("2.1", "เพื่อสนับสนุนการสร้างเครือข่ายประชาสังคม"),
                        new Objective("2.2", "เพื่อสนับสนุนให้กลุ่มเครือข่ายมีส่วนร่วมในการพัฒนาพื้นที่เขตบางนา"),
                        new Objective("2.3", "เพื่อเพิ่มช่องทางติดต่อสื่อสารของประชาชนกับสำนักงานเขตบางนา"));
        assertThat(form.target().value()).startsWith("มีกลุ่มกิจกรรม").endsWith("1 โครงการ/แผนงาน");
        assertThat(form.strategy().value())
                .isEqualTo(new StrategyLink(
                        "แผนพัฒนา กทม. ระยะ 20 ปี",
                        "ด้านที่ ๕ -มหานครประชาธิปไตย : Bangkok as a Democratic City",
                        "๕.๑ -มหานครกรุงเทพแบบบูรณาการ",
                        "๕.๑.๑ กรุงเทพมหานครเมืองการบริหารจัดการระบบสาธารณูปโภคมหานคร"));
        assertThat(form.indicators())
                .extracting(Stated::value)
                .containsExactly(new PrintedIndicator(
                        1, null, "ระดับความสำเร็จของการสร้างเครือข่ายประชาสังคมเขตเพื่อร่วมผลักดันการพัฒนาพื้นที่"));
        assertThat(form.certification().value().signed()).isFalse();
    }

    private static void stated(Stated<?> stated, String value, String lines) {
        assertThat(stated.value()).hasToString(value);
        assertThat(lines(stated.lines())).isEqualTo(lines);
    }

    @Test
    void warns_of_what_was_guessed() {
        assertThat(PrintedForms.warnings(read))
                .containsExactly(
                        "27 LABEL_MISSPELT",
                        "77 HEADER_INSIDE_ROW",
                        "83 LABEL_SLIPPED",
                        "99 LABEL_SLIPPED",
                        "129 LABEL_SLIPPED",
                        "151 LABEL_SLIPPED",
                        "161 LABEL_ALONE",
                        "169 LABEL_SLIPPED",
                        "172 LABEL_REPEATED");
    }

    @Test
    void proposes_what_its_narratives_tell_no_more_and_no_fewer() {
        assertThat(PrintedForms.proposals(read))
                .containsExactly(
                        "4 activity 2021-01-28 lines 73",
                        "5 activity 2021-02-21 lines 93-95",
                        "6 letter กท 0502/0333 of 2021-02-23 lines 103",
                        "6 activity 2021-03-17 lines 113-115",
                        "6 activity 2021-03-19 lines 117-121",
                        "7 activity 2021-03-31 lines 133",
                        "7 activity 2021-04-02 lines 135-137",
                        "7 activity 2021-04-05 lines 139-143",
                        "7 letter กท 8401/1812 of 2021-04-22 lines 145-147",
                        "7 letter กท8401/1869 of 2021-04-27 lines 147",
                        "9 pause 2021-06-21 COVID_19 lines 169",
                        "10 activity 2021-07-09 lines 172-173");
        assertThat(read.proposals()).extracting(Proposal::id).doesNotHaveDuplicates();
        Proposal.ActivityProposal first =
                (Proposal.ActivityProposal) read.proposals().getFirst();
        assertThat(first.id()).isEqualTo("r4-activity-2021-01-28");
        assertThat(first.heldOn()).isEqualTo(LocalDate.of(2021, 1, 28));
        assertThat(first.text()).startsWith("สำนักงานเขตบางนาได้จัดประชุม").endsWith("ในการพัฒนาเมือง");
        assertThat(List.copyOf(read.proposals()))
                .isEqualTo(PrintedForms.form(PrintedForms.sample(PrintedForms.DISTRICT))
                        .proposals());
    }
}
