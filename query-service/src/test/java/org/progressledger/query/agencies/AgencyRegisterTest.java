package org.progressledger.query.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.agencies.Edits.edit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdit.Setting;
import org.progressledger.query.agencies.Agency.NameFrom;
import org.progressledger.query.projection.RegisteredName;

class AgencyRegisterTest {
    private static final String IN_ONE_PIECE = "ส\u0E33นักงานเขตบางนา";
    private static final String IN_TWO_PIECES = "ส\u0E4D\u0E32นักงานเขตบางนา";
    private static final String BANGNA = "50470000";
    private static final String WORKS = "50010000";
    private static final String SECTION = "50010600";

    private static RegisteredName named(String code, String spelling, long projects, int firstNumber) {
        return new RegisteredName(code, spelling, projects, "%s-%04d".formatted(code, firstNumber));
    }

    private static AgencyRegister register(List<RegisteredName> names, AgencyEdit... edits) {
        return AgencyRegister.of(names, List.of(edits));
    }

    private static Agency only(AgencyRegister register) {
        assertThat(register.all()).hasSize(1);
        return register.all().getFirst();
    }

    // --- without any edit ---

    @Test
    void one_code_is_one_agency_however_its_name_is_spelt() {
        Agency agency = only(register(List.of(named(BANGNA, IN_ONE_PIECE, 2, 1), named(BANGNA, "ข. บางนา", 1, 2))));

        assertThat(agency.code()).isEqualTo(BANGNA);
        assertThat(agency.name()).isEqualTo(IN_ONE_PIECE);
        assertThat(agency.nameFrom()).isEqualTo(NameFrom.REGISTERED);
        assertThat(agency.nameSet()).isNull();
        assertThat(agency.projects()).isEqualTo(3);
        assertThat(agency.spellings())
                .containsExactly(
                        new Agency.Spelling(IN_ONE_PIECE, List.of(BANGNA), 2),
                        new Agency.Spelling("ข. บางนา", List.of(BANGNA), 1));
    }

    @Test
    void codes_of_one_name_are_one_agency_whose_main_code_is_the_lowest() {
        Agency agency = only(register(
                List.of(named(SECTION, "สำนักการโยธา", 1, 1), named(WORKS, "ส\u0E4D\u0E32นักการ\u200Bโยธา ", 1, 1))));

        assertThat(agency.code()).isEqualTo(WORKS);
        assertThat(agency.codes()).containsExactly(WORKS, SECTION);
    }

    @Test
    void codes_of_different_names_are_different_agencies() {
        assertThat(register(List.of(named(WORKS, "สำนักการโยธา", 1, 1), named(BANGNA, IN_ONE_PIECE, 1, 1)))
                        .all())
                .extracting(Agency::code)
                .containsExactly(WORKS, BANGNA);
    }

    @Test
    void one_form_with_another_agencys_name_does_not_make_one_of_two() {
        AgencyRegister register = register(List.of(
                named(WORKS, "สำนักการโยธา", 3, 1),
                named(WORKS, IN_ONE_PIECE, 1, 9),
                named(BANGNA, IN_ONE_PIECE, 2, 1)));

        assertThat(register.all()).extracting(Agency::code).containsExactly(WORKS, BANGNA);
    }

    @Test
    void the_name_is_the_one_most_projects_use_and_is_shown_composed() {
        assertThat(only(register(List.of(named(BANGNA, IN_TWO_PIECES, 3, 1), named(BANGNA, "ข. บางนา", 1, 2))))
                        .name())
                .isEqualTo(IN_ONE_PIECE);
    }

    @Test
    void spellings_of_one_name_do_not_lose_against_another_name_that_is_always_typed_alike() {
        assertThat(only(register(List.of(
                                named(BANGNA, "เขตบางนา ๑", 2, 3),
                                named(BANGNA, "เขตบางนา 1", 2, 2),
                                named(BANGNA, "ข. บางนา", 3, 1))))
                        .name())
                .isEqualTo("เขตบางนา 1");
    }

    @Test
    void of_equally_frequent_names_the_one_of_the_lowest_project_counts() {
        assertThat(only(register(List.of(named(BANGNA, "ข. บางนา", 1, 7), named(BANGNA, IN_ONE_PIECE, 1, 3))))
                        .name())
                .isEqualTo(IN_ONE_PIECE);
    }

    @Test
    void a_name_that_cannot_be_seen_is_no_name() {
        AgencyRegister register = register(List.of(named(BANGNA, "\u200B", 1, 1), named(WORKS, "\u200B\uFEFF", 1, 1)));

        assertThat(register.all()).extracting(Agency::name).containsExactly(WORKS, BANGNA);
        assertThat(register.all()).extracting(Agency::nameFrom).containsOnly(NameFrom.CODE);
    }

    // --- what an administrator sets ---

    @Test
    void a_name_that_was_set_counts_more_than_any_spelling() {
        AgencyEdit edit = edit(1, BANGNA, Setting.NONE, new Setting("เขต" + IN_TWO_PIECES, null));

        Agency agency = only(register(List.of(named(BANGNA, IN_ONE_PIECE, 9, 1)), edit));

        assertThat(agency.name()).isEqualTo("เขต" + IN_ONE_PIECE);
        assertThat(agency.nameFrom()).isEqualTo(NameFrom.SET);
        assertThat(agency.nameSet()).isEqualTo(new Agency.NameSet(edit.by(), edit.at()));
    }

    @Test
    void a_name_set_for_one_code_does_not_split_the_agency_and_names_all_of_it() {
        Agency agency = only(register(
                List.of(named(WORKS, "สนย.", 1, 1), named(SECTION, "สนย.", 1, 1)),
                edit(1, SECTION, Setting.NONE, new Setting("สำนักการโยธา", null))));

        assertThat(agency.codes()).containsExactly(WORKS, SECTION);
        assertThat(agency.name()).isEqualTo("สำนักการโยธา");
    }

    @Test
    void a_name_that_was_set_unites_with_the_agency_that_bears_it() {
        Agency agency = only(register(
                List.of(named(BANGNA, IN_ONE_PIECE, 1, 1), named("50470100", "ฝ่ายปกครอง", 1, 1)),
                edit(1, "50470100", Setting.NONE, new Setting(IN_TWO_PIECES, null))));

        assertThat(agency.codes()).containsExactly(BANGNA, "50470100");
        assertThat(agency.name()).isEqualTo(IN_ONE_PIECE);
    }

    @Test
    void a_name_that_was_taken_away_again_leaves_the_registered_one() {
        Agency agency = only(register(
                List.of(named(BANGNA, IN_ONE_PIECE, 1, 1)),
                edit(1, BANGNA, Setting.NONE, new Setting("ก", null)),
                edit(2, BANGNA, new Setting("ก", null), Setting.NONE)));

        assertThat(agency.name()).isEqualTo(IN_ONE_PIECE);
        assertThat(agency.nameFrom()).isEqualTo(NameFrom.REGISTERED);
    }

    @Test
    void who_set_the_name_is_not_who_changed_something_else_later() {
        AgencyEdit naming = edit(1, BANGNA, Setting.NONE, new Setting("ก", null));
        AgencyEdit later = edit(2, BANGNA, new Setting("ก", null), new Setting("ก", BANGNA));

        Agency agency = only(register(List.of(named(BANGNA, IN_ONE_PIECE, 1, 1)), naming, later));

        assertThat(agency.nameSet()).isEqualTo(new Agency.NameSet(naming.by(), naming.at()));
    }

    @Test
    void a_section_is_counted_under_the_agency_it_was_put_under_and_does_not_name_it() {
        Agency agency = only(register(
                List.of(named(WORKS, "สำนักการโยธา", 1, 1), named(SECTION, "กองก่อสร้าง", 5, 1)),
                edit(1, SECTION, Setting.NONE, new Setting("กองก่อสร้างและบูรณะ", WORKS))));

        assertThat(agency.code()).isEqualTo(WORKS);
        assertThat(agency.codes()).containsExactly(WORKS, SECTION);
        assertThat(agency.name()).isEqualTo("สำนักการโยธา");
        assertThat(agency.projects()).isEqualTo(6);
        assertThat(agency.spellings()).extracting(Agency.Spelling::name).containsExactly("กองก่อสร้าง", "สำนักการโยธา");
    }

    @Test
    void the_code_under_which_others_were_put_is_the_main_one_even_if_it_is_not_the_lowest() {
        AgencyRegister register = register(
                List.of(named(WORKS, "สำนักการโยธา", 1, 1), named(BANGNA, "สำนักการโยธา", 1, 1)),
                edit(1, "01000000", Setting.NONE, new Setting(null, BANGNA)));

        Agency agency = only(register);
        assertThat(agency.code()).isEqualTo(BANGNA);
        assertThat(agency.codes()).containsExactly("01000000", WORKS, BANGNA);
    }

    @Test
    void a_code_that_is_kept_apart_is_an_agency_of_its_own_whatever_its_name() {
        AgencyRegister register = register(
                List.of(
                        named(WORKS, IN_ONE_PIECE, 1, 1),
                        named(SECTION, IN_ONE_PIECE, 1, 1),
                        named(BANGNA, IN_ONE_PIECE, 1, 1)),
                edit(1, WORKS, Setting.NONE, new Setting(null, WORKS)));

        assertThat(register.all()).extracting(Agency::codes).containsExactly(List.of(WORKS), List.of(SECTION, BANGNA));
    }

    @Test
    void a_code_that_no_project_has_yet_may_be_named_in_advance() {
        Agency agency = only(register(List.of(), edit(1, BANGNA, Setting.NONE, new Setting(IN_ONE_PIECE, null))));

        assertThat(agency.name()).isEqualTo(IN_ONE_PIECE);
        assertThat(agency.projects()).isZero();
    }

    @Test
    void a_main_code_without_projects_is_called_as_those_that_were_put_under_it() {
        Agency agency = only(register(
                List.of(named(SECTION, "กองก่อสร้าง", 1, 1)),
                edit(1, SECTION, Setting.NONE, new Setting(null, WORKS))));

        assertThat(agency.code()).isEqualTo(WORKS);
        assertThat(agency.name()).isEqualTo("กองก่อสร้าง");
    }

    // --- finding ---

    @Test
    void a_name_finds_those_that_bear_it_before_those_that_were_once_spelt_so() {
        AgencyRegister register = register(List.of(
                named(WORKS, "สำนักการโยธา", 3, 1),
                named(WORKS, IN_ONE_PIECE, 1, 9),
                named(BANGNA, IN_ONE_PIECE, 2, 1)));

        assertThat(register.called(IN_TWO_PIECES)).extracting(Agency::code).containsExactly(BANGNA);
        assertThat(register.called("สำนักการ")).isEmpty();
    }

    @Test
    void a_spelling_that_is_not_the_name_finds_the_agency_as_well() {
        AgencyRegister register = register(List.of(named(BANGNA, IN_ONE_PIECE, 2, 1), named(BANGNA, "ข. บางนา", 1, 2)));

        assertThat(register.called("ข.  บางนา")).extracting(Agency::code).containsExactly(BANGNA);
    }

    @Test
    void words_are_searched_in_codes_names_and_spellings() {
        AgencyRegister register = register(
                List.of(named(BANGNA, "ข. บางนา", 1, 1), named(WORKS, "สำนักการโยธา", 1, 1)),
                edit(1, BANGNA, Setting.NONE, new Setting(IN_ONE_PIECE, null)));

        assertThat(register.search("๕๐๔๗")).extracting(Agency::code).containsExactly(BANGNA);
        assertThat(register.search("ข. บาง")).extracting(Agency::code).containsExactly(BANGNA);
        assertThat(register.search("ส\u0E4D\u0E32นัก")).extracting(Agency::code).containsExactly(WORKS, BANGNA);
        assertThat(register.search("")).hasSize(2);
    }
}
