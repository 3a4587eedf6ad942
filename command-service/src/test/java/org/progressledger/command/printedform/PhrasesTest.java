package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each phrase finds and what it leaves, by example; and what whole narratives come to. */
class PhrasesTest {
    @Test
    void a_deed_done_is_told_from_a_plan() {
        says(
                Phrases.DONE,
                "ได้จัดประชุม",
                "ได้มีการประชุม",
                "ได้ร่วมกันทำกิจกรรม",
                "รายงานการประชุม",
                "ดำเนินการจัดอบรมแล้ว");
        saysNot(Phrases.DONE, "ได้กำหนดการจัดกิจกรรม", "ได้รับหนังสือ", "จะได้ประสาน");
        says(Phrases.DOING, "จัดกิจกรรม", "ร่วมกันทำกิจกรรม", "ลงพื้นที่");
        saysNot(Phrases.DOING, "แผนการจัดกิจกรรม", "เพื่อจัดประชุม", "จัดตั้ง");
        says(Phrases.PLANNED, "กำหนดประชุม", "กำหนดจัดโครงการ", "จะจัดอบรม", "เตรียมจัดงาน");
        saysNot(Phrases.PLANNED, "กำหนดประเด็น", "ขั้นตอนที่กำหนด", "จะประสาน");
    }

    @Test
    void a_project_put_off_is_told_from_a_disease_slowed_down() {
        says(Phrases.PUT_OFF, "ชะลอโครงการ", "ชะลอการดำเนินกิจกรรม", "เลื่อนการจัดงานออกไปโดยไม่มีกำหนด");
        saysNot(Phrases.PUT_OFF, "ชะลอการระบาด", "ชะลอน้ำ", "ไม่ชะลอโครงการ", "เลื่อนการประชุมไปเป็นวันที่ 5");
        says(Phrases.EPIDEMIC, "โควิด-19", "COVID-19", "ไวรัสโคโรนา");
        saysNot(Phrases.EPIDEMIC, "ไข้เลือดออก");
    }

    @Test
    void an_appeal_is_told_by_its_stage() {
        says(Phrases.APPEAL_INTENDED, "เห็นควรให้ส่งอุทธรณ์", "จะยื่นอุทธรณ์", "ประสงค์ขออุทธรณ์");
        saysNot(Phrases.APPEAL_INTENDED, "ได้ส่งอุทธรณ์แล้ว");
        says(Phrases.APPEAL_AWAITED, "รอผลอุทธรณ์", "รอผลการพิจารณาคำขออุทธรณ์", "ได้ยื่นอุทธรณ์");
        saysNot(Phrases.APPEAL_AWAITED, "ทราบผลอุทธรณ์");
        says(Phrases.APPEAL_DECIDED, "ผลการพิจารณาคำขออุทธรณ์", "แจ้งผลอุทธรณ์");
        saysNot(Phrases.APPEAL_DECIDED, "รอผลอุทธรณ์", "คำขออุทธรณ์");
        says(Phrases.CRITERIA_CHANGED, "ปรับเปลี่ยนเกณฑ์", "ปรับเกณฑ์", "แก้ไขเกณฑ์");
        saysNot(Phrases.CRITERIA_CHANGED, "ตามเกณฑ์", "ไม่ปรับเกณฑ์");
    }

    private static void says(Pattern phrase, String... examples) {
        assertThat(List.of(examples))
                .allSatisfy(words ->
                        assertThat(phrase.matcher(words).find()).as(words).isTrue());
    }

    private static void saysNot(Pattern phrase, String... examples) {
        assertThat(List.of(examples))
                .allSatisfy(words ->
                        assertThat(phrase.matcher(words).find()).as(words).isFalse());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ได้จัดอบรมเมื่อวันที่ 5 มีนาคม 2565                            | activity 2022-03-05
            วันที่ 5 มี.ค. 65 ลงพื้นที่ตรวจเยี่ยมชุมชน                        | activity 2022-03-05
            วันที่ 5 มี.ค. 65 จะจัดอบรม                                   | nothing
            กำหนดส่งงานภายในวันที่ 5 มีนาคม 2565                          | nothing
            จัดกิจกรรมในวันที่ 5 เมษายน 2565                              | nothing
            ตามหนังสือสำนัก ที่ นร 1/65 ลว. 1 มี.ค. 2565                    | letter นร 1/65 of 2022-03-01
            ตามคำสั่งที่ 7/2565 ลงวันที่ 1 มีนาคม 2565                        | nothing
            ตามหนังสือ ที่ มท ๐๘๑๐/ว๑ ลงวันที่ ๑ มีนาคม ๒๕๖๕               | nothing
            เพื่อชะลอการแพร่ระบาดของโควิด                                | nothing
            พักโครงการไว้ชั่วคราวเพราะน้ำท่วม                              | pause 2022-03-31 OTHER
            ชะลอการจัดกิจกรรม ตั้งแต่วันที่ 2 มีนาคม 2565 เพราะ COVID-19     | pause 2022-03-02 COVID_19
            อยู่ระหว่างรอผลการพิจารณาอุทธรณ์ รอบที่ ๓                        | appeal AWAITING_RESULT round 3
            ได้รับแจ้งผลอุทธรณ์แล้ว และไม่ปรับเกณฑ์                           | appeal DECIDED round null
            """)
    void a_narrative_comes_to_this(String narrative, String proposal) {
        String paper = """
                แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ
                ชื่อโครงการ : ก
                รหัสโครงการ : 12345678-0001
                ปีงบประมาณ พ.ศ. : 2565
                เริ่มต้นโครงการ : 2021-10-01
                สิ้นสุดโครงการ : 2022-09-30
                งบประมาณที่ได้รับ : 1 บาท
                หน่วยงานที่รับผิดชอบ : ข
                2. รายงานความก้าวหน้าของโครงการและการใช้จ่ายงบประมาณ
                รายงานครั้งที่ 1 :: 31/03/2565 : %s
                :: ความก้าวหน้าของงานฯ = 5 %% งบประมาณที่เบิกใช้ (ครั้งที่ 1) = 0 บาท : เป็นไปตามแผน : เป็นไปตามเป้าหมาย
                """.formatted(narrative);
        List<String> proposals = PrintedForms.proposals(PrintedForms.form(paper));
        if (proposal.equals("nothing")) {
            assertThat(proposals).isEmpty();
        } else {
            assertThat(proposals).containsExactly("1 " + proposal + " lines 10");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-10-01, 2020-10-01",
        "28/10/2563, 2020-10-28",
        "1/2/64, 2021-02-01",
        "28 มกราคม 2564, 2021-01-28",
        "27 เม.ย.64, 2021-04-27",
        "27 เมย 2564, 2021-04-27",
        "5 พ.ค. พ.ศ. 2564, 2021-05-05",
        "9 ก.ค. 2564, 2021-07-09",
        "9 ก.พ. 2564, 2021-02-09",
        "17 - 19 มีนาคม 2564, 2021-03-17"
    })
    void a_date_is_read_as_the_office_writes_it(String written, String date) {
        assertThat(ThaiDates.in(written, 0, written.length()))
                .singleElement()
                .satisfies(read -> assertThat(read.days()).singleElement().hasToString(date));
    }

    @ParameterizedTest
    @CsvSource({"1/2564", "มีนาคม 2564", "31/02/2564", "30 กุมภาพันธ์ 2564", "0502/0333/12", "08.00-16.30"})
    void what_is_no_date_is_not_read_as_one(String written) {
        assertThat(ThaiDates.in(written, 0, written.length())).isEmpty();
    }
}
