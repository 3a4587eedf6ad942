package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.events.Objective;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ResponsibleAgency;

/** Words of the head that look like labels, pages, tags or numbers, and are not; and such that are. */
class HeadWordsTest {
    private final String district = new String(PrintedForms.sample(PrintedForms.DISTRICT), StandardCharsets.UTF_8);

    private ReadResult.Read with(String printed, String instead) {
        assertThat(district).contains(printed);
        return PrintedForms.form(district.replace(printed, instead));
    }

    @Test
    void a_name_that_goes_on_with_its_year_keeps_it() {
        String name = "ร่วมกันพัฒนาพื้นที่เขตบางนา\n\nรหัส";
        assertThat(with(name, "ร่วมกันพัฒนาพื้นที่เขตบางนา\nประจำปีงบประมาณ พ.ศ. 2564\n\nรหัส")
                        .form()
                        .name()
                        .value())
                .endsWith("เขตบางนา ประจำปีงบประมาณ พ.ศ. 2564");
    }

    @Test
    void a_target_that_tells_how_it_is_measured_adds_no_indicator() {
        PrintedForm form = with("มีกลุ่มกิจกรรมเครือข่าย", "ตัวชี้วัด : จำนวนประชาชน\nมีกลุ่มกิจกรรมเครือข่าย")
                .form();
        assertThat(form.indicators()).hasSize(1);
        assertThat(form.target().value()).startsWith("ตัวชี้วัด : จำนวนประชาชน\nมีกลุ่ม");
    }

    @Test
    void an_unknown_label_below_a_field_is_told_and_not_glued_to_it() {
        ReadResult.Read read = with("ผู้ประสานงาน ก โทร. 1519", "ผู้ประสานงาน ก โทร. 1519\nโทรสาร : 02-123-4567");
        assertThat(read.form().coordinator().value().phone()).isEqualTo("1519");
        assertThat(PrintedForms.warnings(read)).contains("32 TEXT_NOT_READ");
    }

    @ParameterizedTest
    @CsvSource({
        "- 2.1 เพื่อ, 2.1, เพื่อ",
        "1.เพื่อ, 1, เพื่อ",
        "(1) เพื่อ, 1, เพื่อ",
        "– ๒.๑ เพื่อ, ๒.๑, เพื่อ",
        "●\u00A01.\u00A0เพื่อ, 1, เพื่อ",
        "ก. เพื่อ, ก, เพื่อ",
        "2. รายงานความก้าวหน้าของเครือข่าย, 2, รายงานความก้าวหน้าของเครือข่าย",
    })
    void an_objective_is_known_however_it_is_numbered(String printed, String number, String text) {
        List<Stated<Objective>> objectives = with("- 2.1 เพื่อ", printed).form().objectives();
        assertThat(objectives).hasSize(3);
        assertThat(objectives.getFirst().value().number()).isEqualTo(number);
        assertThat(objectives.getFirst().value().text()).startsWith(text);
    }

    @Test
    void a_number_that_a_line_begins_with_is_no_objective() {
        List<Stated<Objective>> objectives = with(
                        "การสร้างเครือข่ายประชาสังคม\n- 2.2", "การสร้างเครือข่าย จำนวน\n50 ชุมชน\n- 2.2")
                .form()
                .objectives();
        assertThat(objectives).hasSize(3);
        assertThat(objectives.getFirst().value().text()).endsWith("จำนวน 50 ชุมชน");
    }

    @Test
    void each_dimension_on_a_line_of_its_own_is_an_indicator() {
        assertThat(with(
                                "เพื่อร่วมผลักดันการพัฒนาพื้นที่\n\n2.",
                                "เพื่อร่วมผลักดันการพัฒนาพื้นที่\n๒. มิติที่ ๒ ๕๐๔๗-๐๘๙๕ ระดับความพึงพอใจ\n\n2.")
                        .form()
                        .indicators())
                .extracting(Stated::value)
                .hasSize(2)
                .contains(new PrintedIndicator(2, "๕๐๔๗-๐๘๙๕", "ระดับความพึงพอใจ"));
    }

    @ParameterizedTest
    @CsvSource({
        "โทร. 02-123-4567 ต่อ 6055, 02-123-4567 ต่อ 6055",
        "(โทร. 1519), 1519",
        "๖๐๕๕–๖, 6055-6",
        "มือถือ 081 234 5678, 081 234 5678",
    })
    void a_telephone_is_no_part_of_the_name(String printed, String phone) {
        PrintedPerson officer = with("เจ้าหน้าที่ผู้รับผิดชอบ ก 6055-6", "นางสาวสมศรี ใจดี " + printed)
                .form()
                .responsibleOfficer()
                .value();
        assertThat(officer.name()).isEqualTo("นางสาวสมศรี ใจดี");
        assertThat(List.of(phone, printed)).contains(officer.phone());
    }

    @Test
    void levels_of_an_agency_may_be_parted_with_and_without_blanks() {
        assertThat(with("สำนักงานเขตบางนา / ฝ่ายปกครอง / ฝ่ายปกครอง", "สำนักงานเขตบางนา/ฝ่ายปกครอง / งานปกครอง")
                        .form()
                        .agency()
                        .value())
                .isEqualTo(new ResponsibleAgency("สำนักงานเขตบางนา", "ฝ่ายปกครอง", "งานปกครอง"));
    }

    @Test
    void a_word_between_angle_brackets_is_a_word() {
        assertThat(with("โครงการสร้างเครือข่าย", "โครงการ <Smart City> สร้างเครือข่าย")
                        .form()
                        .name()
                        .value())
                .contains("<Smart City>");
    }

    @Test
    void what_looks_like_a_page_amid_the_words_is_told() {
        ReadResult.Read read = with("มีกลุ่มกิจกรรมเครือข่าย", "2/4\nมีกลุ่มกิจกรรมเครือข่าย");
        assertThat(PrintedForms.warnings(read)).anyMatch(warning -> warning.endsWith("TEXT_NOT_READ"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ลงชื่อ..... ผู้รับผิดชอบโครงการ",
                "ลงชื่อ..... ตำแหน่ง.....",
                "<p>ลงชื่อ.....</p>",
                "ลงชื่อ · · ·"
            })
    void a_line_for_a_signature_is_no_signature(String printed) {
        assertThat(with("ลงชื่อ.....(ผู้รับผิดชอบโครงการ)", printed)
                        .form()
                        .certification()
                        .value()
                        .signature())
                .isNull();
    }

    @Test
    void a_time_behind_a_date_is_no_part_of_its_year() {
        ReadResult.Read read = with(":: 27/11/2563 :", ":: 27/11/63 10:30 :");
        assertThat(read.form().reports().get(1).reportedOn()).hasToString("2020-11-27");
        assertThat(read.form().reports().get(1).narrative()).startsWith("อยู่ระหว่าง");
    }
}
