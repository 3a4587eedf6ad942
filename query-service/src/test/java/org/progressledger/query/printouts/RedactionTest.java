package org.progressledger.query.printouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.projectledger.Person;

class RedactionTest {
    private static final Redaction REDACTION = new Redaction(
            List.of(new Person("สมศรี ใจดี", "1123", "นางสาวสมศรี  ใจดี โทร. 1123"), new Person("-", null, null)));

    @Test
    void a_name_is_unreadable_wherever_it_stands_even_across_a_line_break() {
        assertThat(REDACTION.of("ชื่อผู้รับผิดชอบ สมศรี ใจดี\nรายงานโดย สมศรี\nใจดี แล้ว"))
                .isEqualTo("ชื่อผู้รับผิดชอบ ███ ███\nรายงานโดย ███\n███ แล้ว");
    }

    @Test
    void the_words_of_the_form_go_whole_with_title_and_telephone() {
        assertThat(REDACTION.of("ผู้ประสานงาน นางสาวสมศรี ใจดี โทร. 1123 สยป"))
                .isEqualTo("ผู้ประสานงาน ███ ███ ███ ███ สยป");
    }

    @Test
    void the_digits_of_a_telephone_inside_a_number_are_none() {
        assertThat(REDACTION.of("งบประมาณ 1123.50 และ 51123 และ 1,1123 ต่อ 1123."))
                .isEqualTo("งบประมาณ 1123.50 และ 51123 และ 1,1123 ต่อ ███.");
    }

    @Test
    void whatever_is_written_behind_the_certification_is_unreadable_and_lines_stay_where_they_are() {
        String form = "ขอรับรองว่า ข้อมูลถูกต้อง\nลงชื่อ ............ ใครสักคน\n( ใครสักคน )\nตำแหน่ง หัวหน้าฝ่าย";

        assertThat(REDACTION.of(form))
                .isEqualTo("ขอรับรองว่า ข้อมูลถูกต้อง\nลงชื่อ ............ ███\n( ███ )\nตำแหน่ง ███");
    }

    @Test
    void a_dash_in_a_person_s_place_blackens_nothing() {
        assertThat(REDACTION.of("เป้าหมาย - ไม่มี")).isEqualTo("เป้าหมาย - ไม่มี");
    }
}
