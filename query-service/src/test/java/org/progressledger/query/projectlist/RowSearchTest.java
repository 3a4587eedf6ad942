package org.progressledger.query.projectlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.RegisterRows;
import org.progressledger.query.projection.RegisterRows.Row;
import org.progressledger.query.projection.RegisteredName;
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
                RegisterRows.Grams.of(name));
    }

    private static Question question(String words) {
        return Question.of(words, null, null, null, 0, 20, "projectCode");
    }

    @Test
    void sums_by_agency_count_what_words_find_and_take_unstated_money_as_none() {
        assertThat(RowSearch.ofAll(new SearchedRows(ROWS), question("ขุดลอก"), AGENCIES)
                        .byAgency())
                .containsExactly(new Counted("50010000", 2, new BigDecimal("1.50"), new BigDecimal("0.40")));
    }

    @Test
    void an_officer_finds_the_own_agency_and_sums_are_of_everybody() {
        Asker officer = new Asker("a", Role.OFFICER, "เขต", List.of("5002"));

        assertThat(new RowSearch(new SearchedRows(ROWS), question(""), AGENCIES, officer).total())
                .isEqualTo(1);
        assertThat(RowSearch.ofAll(new SearchedRows(ROWS), question(""), AGENCIES)
                        .total())
                .isEqualTo(3);
        assertThat(RowSearch.ofAll(new SearchedRows(ROWS), question(""), AGENCIES)
                        .byAgency())
                .hasSize(2);
    }

    @Test
    void words_find_what_a_plain_look_at_every_row_finds_in_the_same_order() {
        Random random = new Random(2569);
        List<String> works = List.of("ขุดลอกคลอง", "ปลูกต้นไม้ริมคลอง", "kpi 2/2", "อบรม");
        List<Row> many = IntStream.range(0, 500)
                .mapToObj(i -> row(
                        "500%d0000-%04d".formatted(random.nextInt(10), i),
                        works.get(random.nextInt(works.size())) + " แห่งที่ " + random.nextInt(200),
                        i,
                        null))
                .sorted(Comparator.comparing(Row::code))
                .toList();
        AgencyRegister agencies = AgencyRegister.of(
                List.of(
                        new RegisteredName("50030000", "สำนักการคลัง", 1, "50030000-0000"),
                        new RegisteredName("50090000", "สำนักงานเขตบางนา", 1, "50090000-0000")),
                List.of());
        List<String> words =
                new ArrayList<>(List.of("คลอง", "ลอง 5", "คลัง", "สำนัก", "บางนา", "ที่ 19", "ม", "ไม่มี", " "));
        for (int i = 0; i < 60; i++) {
            String text = many.get(random.nextInt(many.size())).searched();
            int from = random.nextInt(text.length());
            words.add(text.substring(from, from + random.nextInt(text.length() - from) + 1));
        }
        RowSearches searches = new RowSearches();
        for (String each : words) {
            Question question = question(each);
            List<String> named = question.codesOfThoseNamed(agencies);
            List<String> plain = many.stream()
                    .filter(row -> row.searched().contains(question.words()) || named.contains(row.agency()))
                    .map(Row::code)
                    .toList();
            RowSearch search = searches.ofAll(many, question, agencies);
            assertThat(search.page(0, 500)).as(each).isEqualTo(plain);
            assertThat(search.total()).as(each).isEqualTo(plain.size());
        }
    }

    @Test
    void a_page_is_cut_from_the_whole_order_whether_few_or_many_come_before_it() {
        Random random = new Random(2564);
        List<Row> many = IntStream.range(0, 300)
                .mapToObj(i -> row(
                        "50%02d0000-%04d".formatted(random.nextInt(100), i),
                        "โครงการ " + random.nextInt(40),
                        random.nextInt(30),
                        random.nextInt(5) == 0 ? null : (long) random.nextInt(30)))
                .sorted(Comparator.comparing(Row::code))
                .toList();
        for (String sort : List.of("projectCode", "name", "budget.allocated", "budget.spent", "agency", "status")) {
            for (String direction : List.of("", ",desc")) {
                List<String> whole = page(many, 0, 200, sort + direction);
                whole.addAll(page(many, 1, 200, sort + direction));
                assertThat(whole).hasSize(300).doesNotHaveDuplicates();
                for (int page = 0; page < 31; page++) {
                    assertThat(page(many, page, 10, sort + direction))
                            .as("%s%s, page %d", sort, direction, page)
                            .isEqualTo(whole.subList(Math.min(300, page * 10), Math.min(300, page * 10 + 10)));
                }
            }
        }
    }

    @Test
    void the_next_page_is_of_the_same_search_until_something_changes() {
        RowSearches searches = new RowSearches();
        Asker officer = new Asker("a", Role.OFFICER, "เขต", List.of("5002"));
        Asker auditor = new Asker("b", Role.AUDITOR, "", List.of());
        RowSearch first = searches.of(ROWS, question(""), AGENCIES, auditor);
        Question next = Question.of("", null, null, null, 1, 20, "projectCode");

        assertThat(searches.of(ROWS, next, AGENCIES, auditor))
                .isSameAs(first)
                .isSameAs(searches.ofAll(ROWS, next, AGENCIES));
        assertThat(searches.of(ROWS, question("ขุดลอก"), AGENCIES, auditor).total())
                .isEqualTo(2);
        assertThat(searches.of(ROWS, next, AGENCIES, officer).total()).isEqualTo(1);

        List<Row> fewer = List.copyOf(ROWS.subList(0, 2));
        assertThat(searches.of(fewer, next, AGENCIES, auditor).total()).isEqualTo(2);
        AgencyRegister edited = AgencyRegister.of(List.of(), List.of());
        assertThat(searches.of(fewer, next, edited, auditor)).isNotSameAs(searches.of(fewer, next, AGENCIES, auditor));
    }

    @Test
    void searches_that_find_little_do_not_push_out_what_is_asked_again() {
        RowSearches searches = new RowSearches();
        RowSearch list = searches.ofAll(ROWS, question(""), AGENCIES);
        list.page(0, 20);
        for (int i = 0; i < RowSearches.MOST - 1; i++) {
            assertThat(searches.ofAll(ROWS, question("ไม่มี" + i), AGENCIES).total())
                    .isZero();
        }
        assertThat(searches.kept()).isEqualTo(RowSearches.MOST);
        assertThat(searches.ofAll(ROWS, question(""), AGENCIES)).isSameAs(list);
        // room is made by what was asked for longest ago
        searches.ofAll(ROWS, question("ไม่มีอีก"), AGENCIES);
        assertThat(searches.kept()).isEqualTo(RowSearches.MOST);
        assertThat(searches.ofAll(ROWS, question(""), AGENCIES)).isSameAs(list);
    }

    @Test
    void searches_that_find_much_are_fewer_so_that_memory_holds_them() {
        RowSearches searches = new RowSearches();
        RowSearch first = searches.of(ROWS, question(""), AGENCIES, seesAll(0));
        assertThat(first.page(0, 20)).hasSameSizeAs(ROWS);
        for (int i = 1; i < 3 * RowSearches.TIMES; i++) {
            searches.of(ROWS, question(""), AGENCIES, seesAll(i)).page(0, 20);
        }
        assertThat(searches.kept()).isBetween(RowSearches.TIMES / 2, RowSearches.TIMES + 1);
        assertThat(searches.of(ROWS, question(""), AGENCIES, seesAll(0))).isNotSameAs(first);
    }

    /** An officer to whom each row is shown; another one each time. */
    private static Asker seesAll(int number) {
        return new Asker("a", Role.OFFICER, "เขต", List.of("50", "99" + number));
    }

    private static List<String> page(List<Row> rows, int page, int size, String sort) {
        Question question = Question.of("", null, null, null, page, size, sort);
        return new ArrayList<>(
                RowSearch.ofAll(new SearchedRows(rows), question, AGENCIES).page(page, size));
    }
}
