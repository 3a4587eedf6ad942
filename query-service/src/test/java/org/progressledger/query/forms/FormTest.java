package org.progressledger.query.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.problems.Language;
import org.progressledger.query.forms.Form.Wrong;

class FormTest {
    private static final List<Field> FIELDS = List.of(
            Field.day("on", "วันที่"),
            Field.number("percent", "ร้อยละ"),
            Field.text("words", "ข้อความ"),
            Field.line("letter.number", "เลขที่"),
            Field.line("letter.subject", "เรื่อง").mayBeEmpty());

    private static Form typed(String... pairs) {
        Map<String, String> typed = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], pairs[i + 1]);
        }
        return Form.typed(FIELDS, typed);
    }

    @Test
    void what_is_typed_is_sent_as_the_command_takes_it_and_what_is_empty_not_at_all() {
        Form form = typed(
                "on", "๓๐/๐๘/๒๕๖๔", "percent", "1,234.50", "words", "a\r\nb", "letter.number", "กท 1", "other", "x");
        assertThat(form.body())
                .isEqualTo(Map.of(
                        "on",
                        "2021-08-30",
                        "percent",
                        new BigDecimal("1234.50"),
                        "words",
                        "a\nb",
                        "letter",
                        Map.of("number", "กท 1")));
    }

    @ParameterizedTest
    @CsvSource({"percent,abc", "percent,1e999999999", "percent,--1", "percent,1.", "on,31/02/2564", "on,soon"})
    void what_cannot_be_read_is_sent_as_it_is_for_the_command_service_to_refuse(String field, String typed) {
        assertThat(typed(field, typed).body()).isEqualTo(Map.of(field, typed));
    }

    @Test
    void a_change_sends_what_is_otherwise_and_some_objects_whole() {
        Map<String, String> stands = Map.of("on", "30/08/2564", "percent", "1,000.00", "letter.number", "กท 1");
        Form same = typed("on", "2021-08-30", "percent", "1000", "letter.number", "กท 1 ");
        assertThat(same.changes(stands, Set.of())).isEmpty();
        Form other =
                typed("percent", "1000.01", "letter.number", "กท 1", "letter.subject", "ขอปรับแผน", "words", "เหตุ");
        assertThat(other.changes(stands, Set.of()))
                .containsOnlyKeys("percent", "letter", "words")
                .containsEntry("letter", Map.of("subject", "ขอปรับแผน"));
        assertThat(other.changes(stands, Set.of("letter")))
                .containsEntry("letter", Map.of("number", "กท 1", "subject", "ขอปรับแผน"));
    }

    @Test
    void what_was_seen_is_seen_until_something_else_is_typed() {
        Form looked = typed("percent", "5").looked();
        assertThat(looked.wasSeen()).isTrue();
        assertThat(typed("percent", "6", "seen", looked.seen()).wasSeen()).isFalse();
        assertThat(typed("percent", "5", "seen", looked.seen()).wasSeen()).isTrue();
        assertThat(typed("percent", "5").wasSeen()).isFalse();
    }

    @Test
    void a_key_and_a_version_that_nobody_gave_out_are_not_taken() {
        Form form = typed("key", "x\r\nIf-Match: *", "version", "-1");
        assertThat(form.key()).matches("[0-9a-f-]{36}");
        assertThat(form.version()).isNull();
        assertThat(typed("key", form.key(), "version", "24"))
                .satisfies(again -> assertThat(again.key()).isEqualTo(form.key()))
                .satisfies(again -> assertThat(again.version()).isEqualTo(24));
    }

    @Test
    void wrongs_stand_in_the_order_of_the_fields_and_those_of_blank_fields_can_be_left_out() {
        Form form = typed("percent", "120");
        Form told = form.wrong(List.of(
                new Wrong(form.field("words"), "ต้องระบุ"),
                new Wrong(form.field("percent"), "เกินช่วง"),
                new Wrong(null, "ปิดแล้ว")));
        assertThat(told.wrongs()).extracting(Wrong::words).containsExactly("ปิดแล้ว", "เกินช่วง", "ต้องระบุ");
        assertThat(told.withoutBlanks().wrongs()).extracting(Wrong::words).containsExactly("ปิดแล้ว", "เกินช่วง");
        assertThat(told.wrong("percent")).containsExactly("เกินช่วง");
    }

    @Test
    void a_year_of_the_common_era_is_sent_as_one_of_the_buddhist_era() {
        assertThat(Typed.sent(Field.Kind.YEAR, "2021")).isEqualTo(new BigDecimal("2564"));
        assertThat(Typed.sent(Field.Kind.YEAR, "๒๕๖๔")).isEqualTo(new BigDecimal("2564"));
        assertThat(Typed.sent(Field.Kind.YEAR, "64")).isEqualTo(new BigDecimal("64"));
        assertThat(Typed.sent(Field.Kind.YEAR, "soon")).isEqualTo("soon");
    }

    @Test
    void a_day_is_typed_in_the_years_of_the_language() {
        LocalDate day = LocalDate.parse("2021-08-03");
        assertThat(Typed.day(day, Language.TH)).isEqualTo("03/08/2564");
        assertThat(Typed.day(day, Language.EN)).isEqualTo("03/08/2021");
        for (Language language : Language.values()) {
            assertThat(Typed.sent(Field.Kind.DAY, Typed.day(day, language))).isEqualTo("2021-08-03");
        }
    }
}
