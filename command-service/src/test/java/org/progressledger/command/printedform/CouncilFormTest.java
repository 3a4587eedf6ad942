package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.printedform.PrintedForms.lines;

import org.junit.jupiter.api.Test;
import org.progressledger.events.Objective;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.StrategyLink;

/** The council's printout: one row per line, with HTML in the cells after its first page. */
class CouncilFormTest {
    private static final String ROUTINE = "**** การปฏิบัติงานประจำของหน่วยงาน ****";

    private final ReadResult.Read read = PrintedForms.form(PrintedForms.sample(PrintedForms.COUNCIL));
    private final PrintedForm form = read.form();

    @Test
    void reads_twelve_reports_as_printed() {
        assertThat(PrintedForms.rows(read))
                .containsExactly(
                        "1 label 1 2020-10-22 5.00% 0.00 baht ON_PLAN ON_TARGET lines 59-60",
                        "2 label 2 2020-11-27 10.00% 0.00 baht ON_PLAN ON_TARGET lines 61-62",
                        "3 label 3 2020-12-22 15.00% 0.00 baht ON_PLAN ON_TARGET lines 63-64",
                        "4 label 4 2021-01-28 15.00% 0.00 baht ON_PLAN ON_TARGET lines 65-66",
                        "5 label 5 2021-02-23 15.00% 0.00 baht ON_PLAN ON_TARGET lines 67-68",
                        "6 label 6 2021-03-23 20.00% 0.00 baht ON_PLAN ON_TARGET lines 69-70",
                        "7 label 7 2021-04-26 20.00% 0.00 baht ON_PLAN ON_TARGET lines 71-72",
                        "8 label 8 2021-05-21 20.00% 0.00 baht ON_PLAN ON_TARGET lines 73-74",
                        "9 label 9 2021-06-28 20.00% 0.00 baht ON_PLAN ON_TARGET lines 75, 83",
                        "10 label 10 2021-07-27 20.00% 0.00 baht ON_PLAN ON_TARGET lines 83-84",
                        "11 label 11 2021-08-30 50.00% 0.00 baht ON_PLAN ON_TARGET lines 84-85",
                        "12 label 12 2021-09-22 100.00% 0.00 baht ON_PLAN ON_TARGET lines 85");
    }

    @Test
    void keeps_every_narrative_from_its_first_word_to_its_last() {
        narrative(1, "อยู่ระหว่างขั้นตอน...เตรียมข้อมูล", "วางแผนการดำเนินการ");
        narrative(2, "เตรียมการแต่งตั้ง", "คณะทำงานฯ");
        narrative(3, "ดำเนินการร่างแนวทาง", "เพิ่มเติมประกอบการดำเนินการ");
        narrative(4, "ดำเนินการร่างแนวทาง", "เพิ่มเติมประกอบการดำเนินการ");
        narrative(5, "กำหนดการประชุมคณะทำงาน", "โครงการ/ขั้นตอนที่กำหนด");
        narrative(6, "กำหนดจำนวนผู้เข้าร่วมโครงการ", "ขอความเห็นชอบในหลักการของโครงการ");
        narrative(7, "ชะลอโครงการ เนื่องจาก", "การดำเนินการในรูปแบบออนไลน์");
        narrative(8, "ชะลอโครงการ เนื่องจาก", "การรวมตัวกันของผู้แทนชุมชนอยู่");
        narrative(9, "ชะลอโครงการ เนื่องจาก", "เชื้อโควิด จึงเห็นควรให้ส่งอุทธรณ์ต่อไป");
        narrative(10, "ชะลอโครงการ เนื่องจาก", "เชื้อโควิด จึงเห็นควรให้ส่งอุทธรณ์ต่อไป");
        narrative(11, "อยู่ระหว่างการรอฟลอรูทธรณ์รอบที่ 2", "ปรับเปลี่ยนเกณฑ์การให้คะแนน");
        narrative(12, "- สำนักงานเลขาธิการสภากรุงเทพมหานครได้กำหนด", "เกี่ยวข้องพิจารณาดำเนินการต่อไป");
    }

    private void narrative(int reportNo, String begins, String ends) {
        assertThat(form.reports().get(reportNo - 1).narrative())
                .startsWith(begins)
                .endsWith(ends)
                .doesNotContain("****", "รายงานครั้งที่", "::", "<", ">");
    }

    @Test
    void a_page_break_changes_no_narrative() {
        assertThat(form.reports().get(8).narrative())
                .isEqualTo(form.reports().get(9).narrative());
    }

    @Test
    void drops_tags_and_keeps_paragraphs_and_words() {
        PrintedReport last = form.reports().getLast();
        assertThat(last.narrative())
                .contains(
                        "(ดินแดง)\nโดยมีหนังสือเชิญ",
                        "?บทบาทหน้าที่และอำนาจ",
                        "ดังนี้\n1. แนวทาง",
                        "ดังนี้\n2.1 บทบาท");
        assertThat(last.narrativeRaw())
                .contains("<ol style=\"list-style-type: none\"> 1. แนวทาง", "(ดินแดง)</p> <p>โดย");
        String words = last.narrativeRaw().replaceAll("<[^>]*>", "").replaceAll("\\s", "");
        assertThat(last.narrative().replaceAll("\\s", "")).isEqualTo(words);
    }

    @Test
    void reads_the_head_with_its_lines() {
        assertThat(form.projectCode().value()).hasToString("01000000-2462");
        assertThat(form.name().value()).isEqualTo("อ.2/2โครงการสภากรุงเทพมหานครพบประชาชน");
        assertThat(form.fiscalYear().value()).hasToString("2564");
        assertThat(form.startsOn().value()).hasToString("2020-10-01");
        assertThat(form.endsOn().value()).hasToString("2021-09-30");
        assertThat(form.budgetAllocated().value()).hasToString("122800.00");
        assertThat(form.budgetAllocated().asPrinted()).isEqualTo("122,800 บาท");
        assertThat(lines(form.budgetAllocated().lines())).isEqualTo("19");
        assertThat(form.budgetSpent().value()).hasToString("0.00");
        assertThat(form.agency().value())
                .isEqualTo(new ResponsibleAgency(
                        "สำนักงานเลขาธิการสภากรุงเทพมหานคร",
                        "สำนักงานเลขาธิการสภา กทม.",
                        "กลุ่มงานประชุมสภาและกรรมการวิสามัญ"));
        assertThat(form.responsibleOfficer().value().name()).isEqualTo("เจ้าหน้าที่ผู้รับผิดชอบ ข");
        assertThat(form.responsibleOfficer().value().phone()).isNull();
        assertThat(form.coordinator().value().name()).isEqualTo("ผู้ประสานงาน ข");
        assertThat(form.rationale().value()).startsWith("สำนักงานเลขาธิการ").endsWith("ให้แก่สภากรุงเทพมหานคร");
        assertThat(form.objectives())
                .extracting(Stated::value)
                .extracting(Objective::number)
                .containsExactly("1", "2", "3");
        assertThat(form.target()).isNull();
        assertThat(form.strategy().value())
                .isEqualTo(new StrategyLink("แผนพัฒนา กทม. ระยะ 20 ปี", ROUTINE, ROUTINE, ROUTINE));
        assertThat(form.indicators())
                .extracting(Stated::value)
                .containsExactly(
                        new PrintedIndicator(
                                1,
                                "อ.2/2",
                                "ระดับความสำเร็จในการนำข้อมูลความต้องการจากเครือข่ายประชาคมเขตเสนอสภากรุงเทพมหานครเพื่อนำไปสู่การแก้ไข"));
        assertThat(lines(form.certification().lines())).isEqualTo("87-90");
    }

    @Test
    void warns_of_what_was_guessed() {
        assertThat(PrintedForms.warnings(read))
                .containsExactly(
                        "51 LABEL_MISSPELT",
                        "81 HEADER_INSIDE_ROW",
                        "83 LABEL_SLIPPED",
                        "83 HTML_REMOVED",
                        "83 HTML_REMOVED",
                        "84 LABEL_SLIPPED",
                        "84 HTML_REMOVED",
                        "84 WORD_SUSPECT",
                        "85 LABEL_SLIPPED",
                        "85 HTML_REMOVED");
        assertThat(read.warnings())
                .filteredOn(warning -> warning.code() == WarningCode.WORD_SUSPECT)
                .singleElement()
                .extracting(warning -> warning.data().get("suggested"))
                .isEqualTo("รอผลอุทธรณ์");
    }

    @Test
    void proposes_what_its_narratives_tell_no_more_and_no_fewer() {
        assertThat(PrintedForms.proposals(read))
                .containsExactly(
                        "6 letter 54/2564 of 2021-03-09 lines 69",
                        "7 pause 2021-04-26 COVID_19 lines 71",
                        "9 appeal INTENDED round null lines 83",
                        "11 appeal AWAITING_RESULT round 2 criteria changed lines 84",
                        "12 activity 2021-02-24 lines 85",
                        "12 letter กท 0100/754 of 2021-04-30 lines 85",
                        "12 appeal DECIDED round null criteria changed lines 85",
                        "12 letter กท 93/2564 of 2021-04-04 lines 85",
                        "12 letter กท 0100/1512 of 2021-09-14 lines 85");
        assertThat(read.proposals()).extracting(Proposal::id).doesNotHaveDuplicates();
    }
}
