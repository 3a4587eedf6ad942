package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.OFFICER;
import static org.progressledger.access.Role.REVIEWER;
import static org.progressledger.access.Role.SUPERVISOR;
import static org.progressledger.query.Facts.BANGNA;
import static org.progressledger.query.RunningService.encoded;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.events.PauseCause;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectPaused;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** What is asked over HTTP, and what is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnswersContract {
    private static final ProjectCode COUNCIL = ProjectCode.of("01000000-2462");
    private static final ProjectCode MARKET = ProjectCode.of("50470000-0007");
    private static final String LIST = "/api/v1/projects";
    private static final String PROJECT = LIST + "/" + BANGNA;

    private RunningService service;
    private long last;

    abstract TestMongo server();

    @BeforeAll
    void given_three_projects_of_two_agencies(@TempDir Path folder) {
        service = new RunningService(server(), folder);
        PersonalData officer = service.bean(PersonVault.class).seal(new Person("สมหญิง ใจดี", "1234", null));
        service.record(
                Facts.registered(BANGNA, "โครงการสร้างเครือข่ายประชาสังคม", "สำนักงานเขตบางนา", 2564, officer),
                Facts.report(BANGNA, 1, "2020-10-28", "10"),
                Facts.report(BANGNA, 2, "2020-11-30", "40"));
        service.record(Facts.CLERK.because("พิมพ์ผิด"), Facts.correction(BANGNA, 2, "40", "35.25"));
        service.record(
                Facts.registered(COUNCIL, "สภากรุงเทพมหานครพบประชาชน", "ส\u0E4D\u0E32นักงานเลขาธิการสภา", 2564, null),
                new ProjectPaused(
                        COUNCIL, java.time.LocalDate.of(2021, 4, 26), PauseCause.COVID_19, "ชะลอโครงการ", null));
        last = service.record(Facts.registered(MARKET, "แพทย์เคลื่อนที่ Market-Day", "สำนักงานเขตบางนา", 2565, null));
        assertThat(service.get(LIST + "?atLeast=" + last, AUDITOR).status()).isEqualTo(200);
    }

    @AfterAll
    void end() {
        service.close();
    }

    private List<String> codes(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> codes = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(item -> codes.add(item.path("projectCode").asString()));
        return codes;
    }

    private List<String> found(String query) {
        return codes(service.get(LIST + "?" + query, AUDITOR));
    }

    private void problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    @Test
    void an_answer_waits_for_the_position_it_is_asked_for() {
        ProjectCode late = ProjectCode.of("99990000-0001");
        long position = service.record(Facts.registered(late, "มาช้า", "สำนักอื่น", 2570, null));
        Answer answer = service.get(LIST + "/" + late + "?atLeast=" + position, AUDITOR);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(Long.parseLong(answer.header("Ledger-Position"))).isGreaterThanOrEqualTo(position);
        assertThat(answer.json().path("ledgerPosition").asLong()).isEqualTo(position);
    }

    @Test
    void a_position_that_is_not_reached_in_time_is_told_with_a_time_to_come_back() {
        Answer answer = service.get(PROJECT + "?atLeast=1000000", AUDITOR);
        problem(answer, 503, "NOT_CAUGHT_UP");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        problem(service.get(PROJECT + "?atLeast=-1", AUDITOR), 400, "INVALID_PARAMETER");
    }

    @Test
    void thai_words_are_found_inside_names_codes_and_agencies() {
        assertThat(found("q=" + encoded("เครือข่าย"))).containsExactly(BANGNA.text());
        assertThat(found("q=" + encoded("ส\u0E33นักงานเลขา"))).containsExactly(COUNCIL.text());
        assertThat(found("q=" + encoded("market-DAY"))).containsExactly(MARKET.text());
        assertThat(found("q=0000-3298")).containsExactly(BANGNA.text());
        assertThat(found("q=" + encoded("ฆฆ"))).isEmpty();
        assertThat(found("q=" + encoded(".*"))).isEmpty();
        assertThat(found("q=" + encoded("\\E"))).isEmpty();
    }

    @Test
    void pages_follow_each_other_and_count_the_whole() {
        Answer first = service.get(LIST + "?fiscalYear=2564&size=1", AUDITOR);
        assertThat(codes(first)).containsExactly(COUNCIL.text());
        assertThat(first.json().path("total").asLong()).isEqualTo(2);
        assertThat(found("fiscalYear=2564&size=1&page=1")).containsExactly(BANGNA.text());
        assertThat(found("fiscalYear=2564&size=1&page=2")).isEmpty();
    }

    @Test
    void the_list_is_ordered_as_asked_names_by_the_thai_dictionary() {
        String three = "&q=" + encoded("0000-") + "&agency=";
        assertThat(found("sort=name" + three + "5047")).containsExactly(BANGNA.text(), MARKET.text());
        assertThat(found("sort=name,desc" + three + "5047")).containsExactly(MARKET.text(), BANGNA.text());
        assertThat(found("sort=percent,desc&agency=5047")).containsExactly(BANGNA.text(), MARKET.text());
    }

    @Test
    void filters_narrow_and_totals_count_what_they_leave() {
        assertThat(found("status=PAUSED")).containsExactly(COUNCIL.text());
        assertThat(found("agency=50470000&fiscalYear=2565")).containsExactly(MARKET.text());
        JsonNode totals = service.get(LIST + "?agency=5047", AUDITOR).json().path("totals");
        assertThat(totals.path("byStatus").path("ACTIVE").asLong()).isEqualTo(2);
        assertThat(totals.path("byStatus").path("PAUSED").asLong()).isZero();
        JsonNode agency = totals.path("byAgency").path(0);
        assertThat(agency.path("projects").asLong()).isEqualTo(2);
        assertThat(agency.path("spent").decimalValue()).isEqualByComparingTo("3001.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flag=PCT_JUMP", "asOf=2021-01-01", "flag=", "asOf="})
    void what_this_release_does_not_have_is_refused_by_name(String query) {
        Answer answer = service.get(LIST + "?" + query, AUDITOR);
        problem(answer, 400, "NOT_YET_SUPPORTED");
        assertThat(answer.json().path("data").path("parameter").asString()).isEqualTo(query.split("=")[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=0", "page=x", "status=HAPPY", "fiscalYear=MMXX", "sort=secret", "agency=1"})
    void a_wrong_parameter_is_named(String query) {
        problem(service.get(LIST + "?" + query, AUDITOR), 400, "INVALID_PARAMETER");
    }

    @Test
    void the_moves_of_the_percentage_add_up_to_the_current_one() {
        JsonNode changes = service.get(PROJECT + "/percent-changes", AUDITOR).json();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode change : changes) {
            sum = sum.add(change.path("change").decimalValue());
        }
        JsonNode project = service.get(PROJECT, AUDITOR).json();
        assertThat(changes.size()).isEqualTo(3);
        assertThat(sum).isEqualByComparingTo("35.25");
        assertThat(project.path("percent").decimalValue()).isEqualByComparingTo(sum);
        JsonNode corrected = changes.get(2);
        assertThat(corrected.path("reason").asString()).isEqualTo("พิมพ์ผิด");
        assertThat(corrected.path("actor").path("id").asString()).isEqualTo("clerk");
        assertThat(corrected.path("event").path("hash").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void reports_stand_by_their_true_number_and_the_timeline_filters_by_day_and_type() {
        JsonNode reports = service.get(PROJECT + "/reports", AUDITOR).json();
        assertThat(reports.get(1).path("percent").decimalValue()).isEqualByComparingTo("35.25");
        assertThat(reports.get(1).path("state").asString()).isEqualTo("CORRECTED");
        assertThat(service.get(PROJECT + "/timeline", AUDITOR).json().size()).isEqualTo(4);
        assertThat(service.get(PROJECT + "/timeline?type=progress-reported&from=2020-11-01", AUDITOR)
                        .json()
                        .size())
                .isEqualTo(1);
        problem(service.get(PROJECT + "/timeline?type=progress-invented", AUDITOR), 400, "INVALID_PARAMETER");
        problem(service.get(PROJECT + "/timeline?from=28/10/2563", AUDITOR), 400, "INVALID_PARAMETER");
    }

    @ParameterizedTest
    @CsvSource({"OFFICER,true", "COORDINATOR,true", "SUPERVISOR,true", "AUDITOR,false", "REVIEWER,false"})
    void a_persons_name_is_shown_to_those_who_may_see_it(org.progressledger.access.Role role, boolean inClear) {
        Answer answer = service.get(PROJECT, role);
        JsonNode person = answer.json().path("responsibleOfficer");
        assertThat(person.path("name").asString("")).isEqualTo(inClear ? "สมหญิง ใจดี" : "");
        assertThat(person.path("masked").asBoolean(false)).isEqualTo(!inClear);
        assertThat(answer.body()).doesNotContain("sealed");
        String listed = service.get(LIST + "?q=3298", role).body();
        assertThat(listed.contains("สมหญิง")).isEqualTo(inClear);
    }

    @Test
    void an_officer_sees_the_own_agencys_projects_and_the_others_in_totals_only() {
        Answer list = service.get(LIST + "?fiscalYear=2564", OFFICER);
        assertThat(codes(list)).containsExactly(BANGNA.text());
        assertThat(list.json().path("total").asLong()).isEqualTo(1);
        assertThat(list.json().path("totals").path("byStatus").path("PAUSED").asLong())
                .isEqualTo(1);
        problem(service.get(LIST + "/" + COUNCIL, OFFICER), 403, "NOT_YOUR_AGENCY");
        problem(service.get(LIST + "/01000000-9999/reports", OFFICER), 403, "NOT_YOUR_AGENCY");
        problem(service.get(LIST + "/50470000-9999/reports", OFFICER), 404, "PROJECT_NOT_FOUND");
        problem(service.get(LIST + "/5047-1", OFFICER), 400, "INVALID_PARAMETER");
    }

    @Test
    void raw_events_come_in_order_as_stored_and_in_bounds() {
        JsonNode events = service.get("/api/v1/events?from=1&limit=2", AUDITOR).json();
        assertThat(events.size()).isEqualTo(2);
        assertThat(events.get(0).path("position").asLong()).isEqualTo(1);
        assertThat(events.get(0).path("type").asString()).isEqualTo("progress-reported");
        problem(service.get("/api/v1/events?limit=1001", AUDITOR), 400, "INVALID_PARAMETER");
        problem(service.get("/api/v1/events?from=-1", AUDITOR), 400, "INVALID_PARAMETER");
    }

    @Test
    void the_status_page_tells_each_reader_what_concerns_him() {
        String auditors = service.get("/", AUDITOR).body();
        assertThat(auditors)
                .contains("โครงการสร้างเครือข่ายประชาสังคม", "35.25", "30 พ.ย. 2563", "1,500.50", "/swagger-ui.html")
                .contains("สภากรุงเทพมหานครพบประชาชน", "ชะลอ")
                .doesNotContain("<script", "style=\"", "สมหญิง");
        assertThat(service.get("/", OFFICER).body())
                .contains(BANGNA.text())
                .doesNotContain(COUNCIL.text(), "ส\u0E4D\u0E32นักงานเลขาธิการสภา");
        assertThat(service.get("/", ADMIN).body())
                .contains("ไม่อ่านข้อมูลโครงการ")
                .doesNotContain(BANGNA.text());
        assertThat(service.get("/?q=" + encoded("ไม่มีแน่นอน"), REVIEWER).body())
                .contains("ไม่พบโครงการ");
        assertThat(service.get("/?q=" + encoded("<b>\"x'"), REVIEWER).body()).doesNotContain("<b>");
    }

    @Test
    void the_status_page_says_in_words_what_is_wrong_with_a_search() {
        Answer answer = service.get("/?fiscalYear=soon", SUPERVISOR);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("role=\"alert\"", "fiscalYear").doesNotContain(BANGNA.text());
    }

    @Test
    void what_the_page_needs_is_served_to_anybody() {
        assertThat(service.anonymously("GET", "/static/design.css").status()).isEqualTo(200);
        assertThat(service.anonymously("GET", "/favicon.ico").status()).isEqualTo(200);
        assertThat(service.anonymously("GET", "/").status()).isEqualTo(401);
    }

    @Test
    void the_api_describes_itself() {
        JsonNode api = service.get("/v3/api-docs", ADMIN).json();
        JsonNode project = api.path("paths").path("/api/v1/projects/{code}").path("get");
        assertThat(project.path("responses").propertyNames()).contains("200", "400", "401", "403", "404", "503");
        assertThat(project.path("responses").path("200").path("headers").propertyNames())
                .contains("Ledger-Position");
        assertThat(project.path("parameters").findValuesAsString("name")).containsExactlyInAnyOrder("code", "atLeast");
        assertThat(api.path("paths")
                        .path("/api/v1/flags")
                        .path("get")
                        .path("responses")
                        .propertyNames())
                .containsExactly("501");
        JsonNode schemas = api.path("components").path("schemas");
        assertThat(schemas.path("Problem").path("properties").propertyNames()).contains("code", "detail", "errors");
        assertThat(schemas.path("PersonView").path("properties").propertyNames())
                .contains("name")
                .doesNotContain("sealed");
        assertThat(schemas.propertyNames()).doesNotContain("Asker", "PersonalData", "LineRange");
    }

    @Test
    void readiness_counts_the_store_and_the_processor_and_is_open_to_anybody() {
        Answer answer = service.anonymously("GET", "/actuator/health/readiness");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("UP");
    }
}
