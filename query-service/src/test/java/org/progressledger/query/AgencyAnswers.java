package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Desk.someone;
import static org.progressledger.query.Office.registeredBy;
import static org.progressledger.query.agencies.Edits.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.ledger.CommitLog;
import org.progressledger.projectledger.AgencyEdit.Setting;
import org.progressledger.projectledger.AgencyEdits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** The register of agencies, on whichever server. Each test has agencies of its own. */
@SpringBootTest(classes = QueryService.class, properties = "progress-ledger.query.patience=8s")
@AutoConfigureMockMvc
abstract class AgencyAnswers {
    private static final Asker AUDITOR = someone(Role.AUDITOR);

    @Autowired
    CommitLog log;

    @Autowired
    AgencyEdits edits;

    @Autowired
    MockMvc mvc;

    private Office office;
    private Desk desk;

    @BeforeEach
    void open() {
        office = new Office(log);
        desk = new Desk(mvc);
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(item ->
                texts.add(field.isEmpty() ? item.asString() : item.path(field).asString()));
        return texts;
    }

    private List<String> found(Asker asker, String query, Object... variables) {
        return texts(desk.get(asker, "/projects?" + query, variables).path("items"), "projectCode");
    }

    private void set(String code, String name, String belongsTo) {
        assertThat(edits.add(edit(edits.all().size() + 1, code, Setting.NONE, new Setting(name, belongsTo))))
                .isTrue();
    }

    /** Two codes of one agency, three spellings of its name; the position of the last. */
    private long works(String head) {
        office.record(registeredBy(head + "0600-0001", "ส\u0E4D\u0E32นักการโยธา " + head));
        office.record(registeredBy(head + "0000-0001", "ส\u0E33นักการ\u200Bโยธา  " + head));
        return office.record(registeredBy(head + "0000-0002", "ส\u0E4D\u0E32นักการโยธา " + head));
    }

    @Test
    void totals_have_one_row_for_an_agency_of_several_codes_and_spellings() {
        long position = works("5101");

        JsonNode page = desk.get(AUDITOR, "/projects?agency=5101&atLeast={n}", position);

        JsonNode rows = page.path("totals").path("byAgency");
        assertThat(rows).hasSize(1);
        JsonNode row = rows.path(0);
        assertThat(row.path("code").asString()).isEqualTo("51010000");
        assertThat(row.path("name").asString()).isEqualTo("ส\u0E33นักการโยธา 5101");
        assertThat(texts(row.path("codes"), "")).containsExactly("51010000", "51010600");
        assertThat(row.path("projects").asInt()).isEqualTo(3);
        assertThat(row.path("allocated").decimalValue()).isEqualTo("750000.00");
        assertThat(row.path("spent").decimalValue()).isEqualTo("3703.50");
    }

    @Test
    void rows_over_everything_add_up_to_all_projects() {
        long position = works("5102");

        JsonNode page = desk.get(AUDITOR, "/projects?atLeast={n}", position);

        JsonNode rows = page.path("totals").path("byAgency");
        long projects = StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.path("projects").asLong())
                .sum();
        BigDecimal allocated = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("allocated").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(projects).isEqualTo(page.path("total").asLong());
        assertThat(allocated).isEqualByComparingTo(new BigDecimal("250000").multiply(BigDecimal.valueOf(projects)));
    }

    @Test
    void a_main_code_or_any_spelling_finds_the_whole_agency_and_another_code_its_own_projects() {
        String position = "&atLeast=" + works("5103");
        List<String> all = List.of("51030000-0001", "51030000-0002", "51030600-0001");

        assertThat(found(AUDITOR, "agency=51030000" + position)).isEqualTo(all);
        assertThat(found(AUDITOR, "agency={name}" + position, "ส\u0E4D\u0E32นักการโยธา 5103"))
                .isEqualTo(all);
        assertThat(found(AUDITOR, "agency={name}" + position, "ส\u0E33นักการโยธา  ๕๑๐๓"))
                .isEqualTo(all);
        assertThat(found(AUDITOR, "agency=51030600" + position)).containsExactly("51030600-0001");
        assertThat(found(AUDITOR, "agency=510300" + position)).containsExactly("51030000-0001", "51030000-0002");
        Desk.Answer unknown = desk.ask(AUDITOR, "/projects?agency={name}", "สำนักการโยธา 510");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("INVALID_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ส\u0E33นักการโยธา 5104", "ส\u0E4D\u0E32นักการโยธา 5104", "โยธา ๕๑๐๔"})
    void words_find_projects_however_form_and_reader_spell_the_agency(String words) {
        String code = "51040000-0001";
        if (log.lastSequence(code).isEmpty()) {
            works("5104");
        }
        String position = "&atLeast=" + log.lastPosition().orElseThrow();

        // the spelling with a mark in it folds to the same
        assertThat(found(AUDITOR, "q={q}" + position, words))
                .containsExactly("51040000-0001", "51040000-0002", "51040600-0001");
    }

    @Test
    void a_project_bears_the_name_on_its_form_and_the_one_in_the_register() {
        long position = works("5105");

        JsonNode agency = desk.get(AUDITOR, "/projects/51050600-0001?atLeast={n}", position)
                .path("agency");

        assertThat(agency.path("code").asString()).isEqualTo("51050600");
        assertThat(agency.path("name").asString()).isEqualTo("ส\u0E4D\u0E32นักการโยธา 5105");
        assertThat(agency.path("mainCode").asString()).isEqualTo("51050000");
        assertThat(agency.path("registerName").asString()).isEqualTo("ส\u0E33นักการโยธา 5105");
        JsonNode listed =
                desk.get(AUDITOR, "/projects?q=51050600").path("items").path(0);
        assertThat(listed.path("agency")).isEqualTo(agency);
    }

    @Test
    void an_edit_counts_at_once_in_every_answer() {
        office.record(registeredBy("51060000-0001", "สนท. 5106"));
        long position = office.record(registeredBy("51069900-0001", "กองระบบ 5106"));
        assertThat(desk.get(AUDITOR, "/projects?agency=5106&atLeast={n}", position)
                        .path("totals")
                        .path("byAgency"))
                .hasSize(2);

        set("51069900", null, "51060000");
        set("51060000", "สำนักเทศกิจ 5106", null);

        JsonNode rows =
                desk.get(AUDITOR, "/projects?agency=5106").path("totals").path("byAgency");
        assertThat(texts(rows, "code")).containsExactly("51060000");
        assertThat(texts(rows, "name")).containsExactly("สำนักเทศกิจ 5106");
        assertThat(found(AUDITOR, "agency=51060000")).containsExactly("51060000-0001", "51069900-0001");
        assertThat(found(AUDITOR, "q={q}", "เทศกิจ 5106"))
                .as("no form says so, the register does")
                .containsExactly("51060000-0001", "51069900-0001");
        assertThat(desk.get(AUDITOR, "/projects/51069900-0001")
                        .path("agency")
                        .path("registerName")
                        .asString())
                .isEqualTo("สำนักเทศกิจ 5106");
        assertThat(page(AUDITOR)).contains("สำนักเทศกิจ 5106").doesNotContain("สนท. 5106", "กองระบบ 5106");
    }

    private String page(Asker asker) {
        return desk.send(MockMvcRequestBuilders.get("/projects")
                        .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                                .authentication(org.progressledger.access.SignedIn.as(asker))))
                .text();
    }

    @Test
    void an_agency_shows_its_spellings_and_who_changed_it() {
        long position = works("5107");
        set("51079900", null, "51070000");

        JsonNode agency = desk.get(AUDITOR, "/agencies/51070600?atLeast={n}", position);

        assertThat(agency.path("code").asString()).isEqualTo("51070000");
        assertThat(texts(agency.path("codes"), "")).containsExactly("51070000", "51070600", "51079900");
        assertThat(agency.path("nameFrom").asString()).isEqualTo("REGISTERED");
        assertThat(agency.path("projects").asInt()).isEqualTo(3);
        assertThat(texts(agency.path("spellings"), "name"))
                .containsExactly("ส\u0E4D\u0E32นักการโยธา 5107", "ส\u0E33นักการ\u200Bโยธา  5107");
        assertThat(texts(agency.path("spellings"), "projects")).containsExactly("2", "1");
        JsonNode edit = agency.path("edits").path(0);
        assertThat(edit.path("code").asString()).isEqualTo("51079900");
        assertThat(edit.path("before").path("belongsTo").isNull()).isTrue();
        assertThat(edit.path("after").path("belongsTo").asString()).isEqualTo("51070000");
        assertThat(edit.path("by").asString()).startsWith("admin-");
        assertThat(edit.path("reason").asString()).isEqualTo("ตามหนังสือ กท 1/2569");
        assertThat(edit.path("at").asString()).startsWith("2026-11-25T10:");
        Desk.Answer unknown = desk.ask(AUDITOR, "/agencies/51070001");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("AGENCY_NOT_FOUND");
        assertThat(desk.ask(AUDITOR, "/agencies/5107").code()).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void the_register_of_agencies_is_searched_and_paged_by_readers_and_by_the_administrator() {
        works("5108");
        long position = office.record(registeredBy("51080100-0001", "กองโยธา 5108"));

        for (Asker asker : List.of(AUDITOR, someone(Role.ADMIN), someone(Role.OFFICER, "9999"))) {
            JsonNode page = desk.get(asker, "/agencies?q=5108&size=1&page=1&atLeast={n}", position);
            assertThat(page.path("total").asInt()).isEqualTo(2);
            assertThat(texts(page.path("items"), "code")).containsExactly("51080100");
            assertThat(page.path("page").asInt()).isEqualTo(1);
            assertThat(page.path("size").asInt()).isEqualTo(1);
        }
        assertThat(texts(
                        desk.get(AUDITOR, "/agencies?q={q}", "ส\u0E4D\u0E32นักการโยธา 5108")
                                .path("items"),
                        "code"))
                .containsExactly("51080000");
        for (String wrong : List.of("size=0", "size=201", "page=-1", "q=" + "x".repeat(201))) {
            assertThat(desk.ask(AUDITOR, "/agencies?" + wrong).code()).isEqualTo("INVALID_PARAMETER");
        }
    }

    @Test
    void grouping_shows_an_officer_no_project_outside_the_own_codes() {
        String name = "ส\u0E33นักการโยธา 5109";
        long position = works("5109");
        Asker officer = someone(Role.OFFICER, "51090600");

        for (String query : List.of("agency=51090000", "agency=" + name, "agency=5109", "q=" + name, "q=5109")) {
            String[] parts = query.split("=", 2);
            JsonNode page = desk.get(officer, "/projects?" + parts[0] + "={v}&atLeast={n}", parts[1], position);
            assertThat(texts(page.path("items"), "projectCode")).as(query).containsExactly("51090600-0001");
            assertThat(page.path("total").asInt()).as(query).isEqualTo(1);
        }
        Desk.Answer other = desk.ask(officer, "/projects/51090000-0001");
        assertThat(other.code()).isEqualTo("NOT_YOUR_AGENCY");
        assertThat(desk.ask(someone(Role.OFFICER, "51090000"), "/projects/51090600-0001")
                        .code())
                .isEqualTo("NOT_YOUR_AGENCY");

        set("51090600", null, "51090000");

        assertThat(page(officer))
                .as("the page offers the agency under its main code, which is another's")
                .contains("<option value=\"51090000\"", "51090600-0001")
                .doesNotContain("51090000-0001", "5108");
        assertThat(found(officer, "agency=51090000")).containsExactly("51090600-0001");
        assertThat(desk.ask(officer, "/projects/51090000-0001").code()).isEqualTo("NOT_YOUR_AGENCY");
    }
}
