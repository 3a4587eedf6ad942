package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the paper can be read in two ways, both are shown, and the form is read as a person chose. */
class ReadingsTest {
    private final String district = new String(PrintedForms.sample(PrintedForms.DISTRICT), StandardCharsets.UTF_8);

    private static ReadResult.Read read(String paper, Map<String, String> choices) {
        return (ReadResult.Read)
                PrintedFormReader.read(paper.getBytes(StandardCharsets.UTF_8), null, ReadLimits.DEFAULTS, choices);
    }

    private static PrintedReport report(ReadResult.Read read, int number) {
        return read.form().reports().get(number - 1);
    }

    @Test
    void the_samples_can_be_read_in_one_way_only() {
        assertThat(PrintedForms.form(district).readings()).isEmpty();
        assertThat(PrintedForms.form(PrintedForms.sample(PrintedForms.COUNCIL)).readings())
                .isEmpty();
    }

    @Test
    void a_line_of_words_that_looks_like_a_date_line() {
        String paper = district.replace("- แผนพัฒนาคลองเคล็ด", ":: 12/02/2564 : ประชุมย่อย\n- แผนพัฒนาคลองเคล็ด");
        ReadResult.Read shown = read(paper, Map.of());
        assertThat(shown.readings())
                .containsExactly(new Reading(
                        "r5-date",
                        "reportedOn",
                        5,
                        85,
                        List.of(
                                new Reading.Option("line-85", "2021-02-24", 85),
                                new Reading.Option("line-87", "2021-02-12", 87)),
                        "line-85"));
        assertThat(shown.warnings())
                .filteredOn(warning -> warning.code() == WarningCode.TWO_READINGS)
                .extracting(Warning::data)
                .containsExactly(Map.of(
                        "reading", "r5-date",
                        "field", "reportedOn",
                        "reportNo", 5,
                        "first", "2021-02-24 (85)",
                        "second", "2021-02-12 (87)"));
        assertThat(report(shown, 5).narrative()).contains(":: 12/02/2564 : ประชุมย่อย");

        ReadResult.Read chosen = read(paper, Map.of("r5-date", "line-87"));
        assertThat(report(chosen, 5).reportedOn()).hasToString("2021-02-12");
        assertThat(report(chosen, 5).narrative()).startsWith("ประชุมย่อย\n- แผนพัฒนาคลองเคล็ด");
        assertThat(PrintedForms.warnings(chosen)).contains("85 TEXT_NOT_READ");
        assertThat(chosen.form().reports()).hasSize(10);
    }

    @Test
    void words_that_quote_a_percent_line() {
        String quoted = ":: ความก้าวหน้าของงานฯ = 7.00 % งบประมาณที่เบิกใช้ (ครั้งที่ 3) = 9 บาท\n";
        String paper = district.replace("- แผนพัฒนาคลองเคล็ด", quoted + "- แผนพัฒนาคลองเคล็ด");
        ReadResult.Read shown = read(paper, Map.of());
        assertThat(shown.readings()).extracting(Reading::id).containsExactly("r5-percent");
        assertThat(report(shown, 5).percent()).hasToString("90.00");
        assertThat(report(shown, 5).narrative()).contains("= 7.00 %");
        ReadResult.Read chosen = read(paper, Map.of("r5-percent", "line-87"));
        assertThat(chosen.form().reports())
                .as("then report 3 is told twice, and report 5 is missing")
                .extracting(PrintedReport::reportNo)
                .containsExactly(1, 2, 3, 3, 4, 6, 7, 8, 9, 10);
    }

    @Test
    void a_percent_line_that_is_lost_is_no_second_reading() {
        String lost = district.replaceFirst(":: ความก้าวหน้าของงานฯ = 15\\.00 %[^\n]*", "");
        assertThat(PrintedForms.unreadable(lost).code()).isEqualTo(UnreadableCode.ROWS_NOT_PAIRED);
    }

    @Test
    void years_of_two_digits_are_of_one_era_in_the_whole_form() {
        String paper = district.replace("/2563 :", "/63 :").replace("23/07/2564", "23/07/64");
        ReadResult.Read shown = read(paper, Map.of());
        assertThat(shown.readings()).extracting(Reading::id).containsExactly("two-digit-years");
        assertThat(shown.warnings())
                .filteredOn(warning -> warning.code() == WarningCode.TWO_READINGS)
                .hasSize(4)
                .first()
                .extracting(Warning::data)
                .isEqualTo(Map.of(
                        "reading", "two-digit-years",
                        "field", "dates",
                        "first", "28/10/63 = 2020-10-28 (67)",
                        "second", "28/10/63 = 2063-10-28 (67)"));
        assertThat(report(shown, 1).reportedOn()).hasToString("2020-10-28");
        ReadResult.Read chosen = read(paper, Map.of("two-digit-years", "gregorian"));
        assertThat(report(chosen, 1).reportedOn()).hasToString("2063-10-28");
        assertThat(report(chosen, 10).reportedOn()).hasToString("2064-07-23");
    }

    @Test
    void a_field_of_the_head_with_two_values() {
        String paper = district.replace(
                "งบประมาณที่ได้รับ : 0 บาท", "งบประมาณที่ได้รับ : 0 บาท\n\nงบประมาณที่ได้รับ : 500 บาท");
        assertThat(read(paper, Map.of()).form().budgetAllocated().value()).hasToString("0.00");
        ReadResult.Read chosen = read(paper, Map.of("budgetAllocated", "line-21"));
        assertThat(chosen.form().budgetAllocated().value()).hasToString("500.00");
        assertThat(chosen.readings()).extracting(Reading::taken).containsExactly("line-21");
    }

    @Test
    void two_project_codes_are_two_projects() {
        String paper = district.replace(
                "รหัสโครงการ... : 50470000-3298", "รหัสโครงการ... : 50470000-3298\nรหัสโครงการ... : 50470000-3299");
        ReadResult.Unreadable refused = PrintedForms.unreadable(paper);
        assertThat(refused.code()).isEqualTo(UnreadableCode.TWO_PROJECTS);
        assertThat(refused.line()).isEqualTo(14);
    }

    @Test
    void a_label_with_words_behind_it_is_a_label_or_words() {
        String paper = district.replace("- แผนพัฒนาคลองเคล็ด", "รายงานครั้งที่ 5 ได้จัดส่งแล้ว\n- แผนพัฒนาคลองเคล็ด");
        ReadResult.Read shown = read(paper, Map.of());
        assertThat(shown.readings()).extracting(Reading::id).containsExactly("line-87");
        assertThat(report(shown, 5).narrative()).doesNotContain("รายงานครั้งที่ 5");
        assertThat(report(read(paper, Map.of("line-87", "words")), 5).narrative())
                .contains("รายงานครั้งที่ 5 ได้จัดส่งแล้ว");
    }
}
