package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"25690147", "50470000-329", "50470000-32981", "๕๐๔๗๐๐๐๐-3298", " 50470000-3298", "5047000a-3298"
            })
    void a_project_code_is_eight_and_four_arabic_digits(String text) {
        assertThatThrownBy(() -> ProjectCode.of(text)).hasMessageContaining(text);
        assertThat(ProjectCode.isValid(text)).isFalse();
    }

    @Test
    void the_first_eight_digits_are_the_agency() {
        assertThat(ProjectCode.of("50470000-3298").agencyCode()).isEqualTo("50470000");
        assertThat(ProjectCode.of("50470000-3298").startsWith("5047")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "10.001", "1E3", "1E999999999", "-1E999999999", "1E-999999999"})
    void a_percentage_lies_between_0_and_100_with_two_decimals(String text) {
        assertThatThrownBy(() -> Percent.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_percentage_is_the_same_however_many_zeros_were_printed() {
        assertThat(Percent.of("86.4")).isEqualTo(Percent.of("86.40")).hasToString("86.40");
        assertThat(Percent.of("15")).hasToString("15.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.001", "100000000000000", "1E400", "-1E999999999", "1E-999999999"})
    void money_is_never_negative_nor_finer_than_a_satang_nor_beyond_all_budgets(String text) {
        assertThatThrownBy(() -> Baht.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fiscal_year_2564_runs_from_october_2020_to_september_2021() {
        FiscalYear year = FiscalYear.of(2564);
        assertThat(year.startInclusive()).isEqualTo("2020-10-01");
        assertThat(year.endExclusive()).isEqualTo("2021-10-01");
        assertThat(FiscalYear.containing(LocalDate.parse("2021-09-30"))).isEqualTo(year);
        assertThat(FiscalYear.containing(LocalDate.parse("2020-10-01"))).isEqualTo(year);
        assertThat(FiscalYear.containing(LocalDate.parse("2021-10-01"))).isEqualTo(FiscalYear.of(2565));
        assertThatThrownBy(() -> FiscalYear.of(2021)).hasMessageContaining("2021");
    }

    @Test
    void a_project_does_not_end_before_it_starts() {
        assertThatThrownBy(() -> new Period(LocalDate.parse("2021-01-02"), LocalDate.parse("2021-01-01")))
                .hasMessageContaining("before it starts");
    }

    @Test
    void a_provenance_comes_back_from_its_metadata() {
        Provenance full = new Provenance(
                "clerk",
                "OFFICER",
                "เขต",
                "c-1",
                Sha256.ofBytes(new byte[] {1}),
                new Source(Sha256.ofBytes(new byte[] {2}), List.of(new LineRange(3, 5), new LineRange(9, 9))),
                "เหตุผล",
                7);
        Provenance bare = new Provenance("clerk", "OFFICER", null, "c-1", null, null, null, null);

        assertThat(Provenance.fromMetadata(full.toMetadata())).isEqualTo(full);
        assertThat(Provenance.fromMetadata(bare.toMetadata())).isEqualTo(bare);
        assertThat(bare.toMetadata()).isEqualTo(Map.of("actor", "clerk", "role", "OFFICER", "commandId", "c-1"));
    }

    @Test
    void personal_data_does_not_print_itself() {
        assertThat(new PersonalData("p-1", "c2VjcmV0")).hasToString("PersonalData[p-1]");
    }
}
