package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.OFFICER;
import static org.progressledger.access.Role.REVIEWER;
import static org.progressledger.access.Role.SUPERVISOR;
import static org.progressledger.query.Facts.BANGNA;
import static org.progressledger.query.RunningService.encoded;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.events.PauseCause;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectPaused;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** What a browser and a program that reads the description get, over real HTTP. */
@OnEmbeddedStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private static final ProjectCode COUNCIL = ProjectCode.of("01000000-2462");
    private static final ProjectCode MARKET = ProjectCode.of("50470000-0007");
    private static final String LIST = "/api/v1/projects";
    private static final String PROJECT = LIST + "/" + BANGNA;

    private RunningService service;
    private long last;

    @BeforeAll
    void given_three_projects_of_two_agencies(@TempDir Path folder) {
        service = new RunningService(TestMongo.embedded(), folder);
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
    void every_page_of_the_list_is_reached_by_links_and_by_no_script() {
        Answer first = service.get("/", AUDITOR);
        assertThat(first.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(first.header("Content-Language")).startsWith("th");
        assertThat(service.get("/?page=2", AUDITOR).body()).contains("ไม่พบโครงการ");
        assertThat(service.get("/?page=0", AUDITOR).status()).isEqualTo(400);
    }

    @Test
    void the_status_page_says_in_words_what_is_wrong_with_a_search() {
        Answer answer = service.get("/?fiscalYear=soon", SUPERVISOR);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("role=\"alert\"", "fiscalYear").doesNotContain(BANGNA.text());
    }

    @Test
    void the_page_of_a_project_draws_its_reports_and_leads_to_their_events() {
        Answer answer = service.page("/projects/" + BANGNA, AUDITOR, "th");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("โครงการสร้างเครือข่ายประชาสังคม", "35.25", "30 พ.ย. 2563", "1,500.50", "ปีงบประมาณ")
                .contains("class=\"line-actual\" d=\"M", "id=\"r1\"", "id=\"r2\"", "แก้ไข 1 ครั้ง")
                .contains("/projects/" + BANGNA + "/timeline#e1", "/projects/" + BANGNA + "/percent#p2")
                .doesNotContain("<script", "style=\"", "สมหญิง", "page.");
        assertThat(service.page("/projects/" + BANGNA + "?lang=en", AUDITOR, "th"))
                .satisfies(english -> assertThat(english.body()).contains("fiscal year", "30 Nov 2020", "lang=\"en\""))
                .satisfies(english -> assertThat(english.header("Set-Cookie")).contains("lang=en", "HttpOnly"));
        assertThat(service.page("/projects/" + MARKET, AUDITOR, "en").body()).contains("Nothing reported yet");
    }

    @Test
    void the_timeline_can_be_narrowed_and_the_percentage_added_up() {
        String page = "/projects/" + BANGNA;
        assertThat(service.page(page + "/timeline", AUDITOR, "th").body())
                .contains("4 จาก 4 เหตุการณ์", "พิมพ์ผิด", "40.00", "<strong>35.25</strong>", "progress-corrected");
        assertThat(service.page(page + "/timeline?type=progress-reported&from=01/11/2563", AUDITOR, "th")
                        .body())
                .contains("1 จาก 4 เหตุการณ์", "30 พ.ย. 2563");
        assertThat(service.page(page + "/timeline?from=2564-99-01", AUDITOR, "th"))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(400))
                .satisfies(refused -> assertThat(refused.body()).contains("INVALID_PARAMETER", "role=\"alert\""));
        assertThat(service.page(page + "/percent", AUDITOR, "en").body())
                .contains("35.25 comes from 3 events, 3 of which changed it", "\u22124.75", "+30.00", "พิมพ์ผิด");
    }

    @Test
    void who_records_finds_forms_that_begin_with_what_stands_and_others_find_none() {
        String project = "/projects/" + BANGNA;
        assertThat(service.page(project, OFFICER, "th").body()).contains("รายงานความก้าวหน้า", "แก้ไขรายงานนี้");
        assertThat(service.page(project, AUDITOR, "th").body()).doesNotContain("/report\"", "/correction");
        assertThat(service.page(project + "?done=report", AUDITOR, "en").body()).contains("The report is recorded");
        assertThat(service.page(project + "?done=" + encoded("<b>"), AUDITOR, "en")
                        .status())
                .isEqualTo(200);
        assertThat(service.page(project + "/report", OFFICER, "th").body())
                .contains("รายงานครั้งที่ 3", "ครั้งก่อน: ครั้งที่ 2", "name=\"version\" value=\"4\"")
                .doesNotContain("page.", "style=\"");
        assertThat(service.page(project + "/reports/2/correction", OFFICER, "en")
                        .body())
                .contains("Correct report 2", "now: 35.25");
        assertThat(service.page(project + "/reports/9/correction", OFFICER, "en")
                        .status())
                .isEqualTo(404);
        assertThat(service.page(project + "/amendments", OFFICER, "th").body())
                .contains("122,800.00", "30/09/2564", "สมหญิง ใจดี");
        for (String form :
                new String[] {"/report", "/reports/2/correction", "/pause", "/letters", "/appeals/new", "/amendments"
                }) {
            assertThat(service.page(project + form, AUDITOR, "th").status())
                    .as(form)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_page_that_cannot_be_shown_says_why_on_a_page() {
        assertThat(service.page("/projects/" + COUNCIL, OFFICER, "th"))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(403))
                .satisfies(refused -> assertThat(refused.body())
                        .contains("NOT_YOUR_AGENCY", "ไม่มีสิทธิ์ดูหน้านี้")
                        .doesNotContain("สภากรุงเทพมหานครพบประชาชน"));
        assertThat(service.page("/projects/50470000-9999", OFFICER, "en"))
                .satisfies(missing -> assertThat(missing.status()).isEqualTo(404))
                .satisfies(missing -> assertThat(missing.body()).contains("PROJECT_NOT_FOUND", "<h1>Not found</h1>"));
        assertThat(service.get("/projects/50470000-9999", OFFICER)
                        .json()
                        .path("code")
                        .asString())
                .as("a program is told as everywhere")
                .isEqualTo("PROJECT_NOT_FOUND");
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
                        .path("/api/v1/replays/{id}")
                        .path("get")
                        .path("responses")
                        .propertyNames())
                .contains("501", "401", "403")
                .doesNotContain("200");
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
