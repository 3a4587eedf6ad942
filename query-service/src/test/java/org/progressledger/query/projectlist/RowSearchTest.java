package org.progressledger.query.projectlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.RegisterRows;
import org.progressledger.query.projection.RegisterRows.Row;
import org.progressledger.query.projectlist.AgencyTotals.Counted;

class RowSearchTest {
    private static final AgencyRegister AGENCIES = AgencyRegister.of(List.of(), List.of());
    private static final List<Row> ROWS = List.of(
            row("50010000-0001", "ขุดลอกคลอง", 100, 40L),
            row("50010000-0002", "ขุดลอกคลอง", 50, null),
            row("50020000-0001", "ปลูกต้นไม้", 7, 7L));

    private static Row row(String code, String name, long allocated, @Nullable Long spent) {
        return new Row(
                code,
                code.substring(0, 8),
                ProjectStatus.ACTIVE,
                2564,
                0,
                "",
                allocated,
                spent,
                name,
                name,
                RegisterRows.grams(name));
    }

    private static Question question(String words) {
        return Question.of(words, null, null, null, 0, 20, "projectCode");
    }

    @Test
    void sums_by_agency_count_what_words_find_and_take_unstated_money_as_none() {
        assertThat(RowSearch.ofAll(ROWS, question("ขุดลอก"), AGENCIES).byAgency())
                .containsExactly(new Counted("50010000", 2, new BigDecimal("1.50"), new BigDecimal("0.40")));
    }

    @Test
    void an_officer_finds_the_own_agency_and_sums_are_of_everybody() {
        Asker officer = new Asker("a", Role.OFFICER, "เขต", List.of("5002"));

        assertThat(new RowSearch(ROWS, question(""), AGENCIES, officer).total()).isEqualTo(1);
        assertThat(RowSearch.ofAll(ROWS, question(""), AGENCIES).total()).isEqualTo(3);
        assertThat(RowSearch.ofAll(ROWS, question(""), AGENCIES).byAgency()).hasSize(2);
    }
}
