package org.progressledger.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.command.bulk.Heading.Match;
import org.progressledger.command.bulk.Heading.MatchedBy;
import org.progressledger.command.bulk.sheet.SheetFile;
import org.progressledger.command.bulk.sheet.SheetLimits;
import org.progressledger.problems.ProblemException;

class HeadingTest {

    @ParameterizedTest
    @EnumSource(Field.class)
    void every_field_is_known_by_its_names_in_both_languages(Field field) {
        for (String name : List.of(
                field.thai(),
                field.english(),
                field.json(),
                field.thai() + "\n" + field.english(),
                field.thai() + " / " + field.english(),
                " " + field.english().toUpperCase(java.util.Locale.ROOT) + ": ")) {
            assertThat(Heading.of(name)).as(name).isEqualTo(new Match(field, MatchedBy.NAME));
        }
        for (String other : field.others()) {
            assertThat(Heading.of(other)).as(other).isEqualTo(new Match(field, MatchedBy.SYNONYM));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "รหสโครงการ, PROJECT_CODE",
        "รหัสโครงกร, PROJECT_CODE",
        "วันทีรายงาน, REPORTED_ON",
        "ผลการดําเนินงาน, NARRATIVE",
        "ความกาวหน้า, PERCENT",
        "Projct code, PROJECT_CODE"
    })
    void a_word_with_a_slip_is_matched_and_said_to_be_only_alike(String printed, Field field) {
        Match match = Heading.of(printed);

        assertThat(match).isNotNull();
        assertThat(match.field()).isEqualTo(field);
        // sara am in two pieces is no slip
        assertThat(match.by()).isEqualTo(printed.contains("ดํา") ? MatchedBy.NAME : MatchedBy.LIKENESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "แผนการดำเนินงาน",
                "เป้าหมาย",
                "งบประมาณที่ได้รับ",
                "หมายเหตุ",
                "ลำดับ",
                "เหตุผล",
                "แถว",
                "",
                "ที่"
            })
    void other_words_are_left_out(String printed) {
        assertThat(Heading.of(printed)).isNull();
    }

    private static Columns columns(String header) {
        SheetLimits limits = new SheetLimits(10_000, 100_000, 5, 50, 20, 1_000);
        return Columns.of(SheetFile.tabs(
                        header.getBytes(java.nio.charset.StandardCharsets.UTF_8), null, Columns::fieldsIn, limits)
                .getFirst()
                .rows()
                .get()
                .rows()
                .getFirst());
    }

    @Test
    void columns_may_stand_in_any_order_and_unknown_ones_are_named_and_left_out() {
        assertThat(columns("ลำดับ,ผลการดำเนินงาน,ร้อยละ,วันที่,หมายเหตุ,รหัสโครงการ")
                        .all())
                .extracting(Columns.Column::field)
                .containsExactly(null, Field.NARRATIVE, Field.PERCENT, Field.REPORTED_ON, null, Field.PROJECT_CODE);
    }

    @Test
    void what_is_only_alike_gives_way_to_the_name_itself() {
        assertThat(columns("รหสโครงการ,รหัสโครงการ,วันที่,ร้อยละ,ผลการดำเนินงาน")
                        .all())
                .extracting(Columns.Column::field)
                .containsExactly(null, Field.PROJECT_CODE, Field.REPORTED_ON, Field.PERCENT, Field.NARRATIVE);
    }

    @Test
    void two_columns_of_one_name_and_a_missing_one_are_refused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> columns("รหัสโครงการ,วันที่รายงาน,Reported on,ร้อยละ,ผลการดำเนินงาน"))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(BulkReason.COLUMN_TWICE);
                    assertThat(refused.data()).containsEntry("columns", List.of("วันที่รายงาน", "Reported on"));
                });
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> columns("เลขที่,วันที่,ร้อยละ,ผลการดำเนินงาน"))
                .satisfies(refused -> assertThat(refused.data().toString()).contains("รหัสโครงการ / Project code"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> columns("รหัสโครงการ,ร้อยละ,ผลการดำเนินงาน"))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(BulkReason.COLUMN_MISSING);
                    assertThat(refused.data().toString()).contains("วันที่รายงาน / Reported on");
                });
    }
}
