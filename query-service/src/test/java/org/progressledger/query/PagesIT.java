package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.COORDINATOR;
import static org.progressledger.access.Role.OFFICER;
import static org.progressledger.access.Role.REVIEWER;
import static org.progressledger.access.Role.SUPERVISOR;
import static org.progressledger.query.Facts.BANGNA;
import static org.progressledger.query.RunningService.encoded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.access.RoleMatrix.Service;
import org.progressledger.events.PauseCause;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectPaused;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testroles.MetricsTable;
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

    @Test
    void an_administrator_sees_what_is_set_and_from_where() {
        Answer told = service.get("/api/v1/configuration", ADMIN);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.json().path("service").asString()).isEqualTo("query-service");
        JsonNode patience = StreamSupport.stream(told.json().path("settings").spliterator(), false)
                .filter(setting -> setting.path("name").asString().equals("progress-ledger.query.patience"))
                .findFirst()
                .orElseThrow();
        assertThat(patience.path("value").asString()).isEqualTo("3s");
        assertThat(patience.path("source").asString()).isEqualTo("ARGUMENT");
        assertThat(patience.path("meaning").asString()).contains("waits at most");
        assertThat(service.get("/api/v1/configuration", AUDITOR).status()).isEqualTo(403);

        Answer thai = service.page("/configuration", ADMIN, "th");
        assertThat(thai.status()).isEqualTo(200);
        assertThat(thai.body())
                .contains("ค่าที่ตั้งไว้", "บริการสอบถาม", "progress-ledger.query.patience", "3s")
                // the command service is not there, and the page says so
                .contains("role=\"alert\"");
        assertThat(service.page("/configuration", ADMIN, "en").body())
                .contains("Settings", "Query service", "href=\"/configuration\"");
        assertThat(service.page("/configuration", AUDITOR, "en").status()).isEqualTo(403);
    }

    @Test
    void every_setting_that_our_documents_name_is_told() throws IOException {
        Set<String> told = new HashSet<>();
        service.get("/api/v1/configuration", ADMIN)
                .json()
                .path("settings")
                .forEach(setting -> told.add(setting.path("name").asString()));
        String documents = Files.readString(Path.of("../docs/settings.md"))
                + Files.readString(Path.of("../docs/operations.md"))
                + Files.readString(Path.of("../docs/running.md"));

        Set<String> named = Pattern.compile("`((?:server|spring|logging|management)\\.[a-z.-]+)`")
                .matcher(documents)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(told).containsAll(named);
        // and the other way round: each of ours has its line
        assertThat(told.stream()
                        .filter(name -> name.startsWith("progress-ledger."))
                        .filter(name -> !documents.contains("`" + name.substring(name.lastIndexOf('.') + 1) + "`")
                                && !documents.contains(name)))
                .isEmpty();
    }

    @Test
    void the_metrics_are_those_that_the_document_lists() {
        service.get(LIST + "/9?atLeast=1", AUDITOR);
        assertThat(service.get(LIST, null).status()).isEqualTo(401);
        String metrics = service.get("/actuator/prometheus", AUDITOR).body();

        Set<String> exposed = MetricsTable.exposed(metrics);
        assertThat(exposed).containsAll(MetricsTable.expectedOf(Service.QUERY));
        assertThat(MetricsTable.allowedOf(Service.QUERY)).containsAll(exposed);
        assertThat(metrics)
                .contains("at_least_wait_seconds_bucket{outcome=\"reached\",le=\"0.005\"}", "projection_lag_events 0.0")
                // what dashboards and alerts ask of the frameworks
                .contains("http_server_requests_seconds_bucket{", "jvm_memory_used_bytes{", "process_cpu_usage ")
                .contains("disk_free_bytes{", "disk_total_bytes{")
                .doesNotContain(BANGNA.text());
        assertThat(service.get("/actuator/prometheus", OFFICER).status()).isEqualTo(403);
        assertThat(service.anonymously("GET", "/actuator/prometheus").status()).isEqualTo(401);
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
    void the_list_tells_each_reader_what_concerns_him() {
        String auditors = service.page("/projects", AUDITOR, "th").body();
        assertThat(auditors)
                .contains("โครงการสร้างเครือข่ายประชาสังคม", "35.25", "30 พ.ย. 2563", "1,500.50", "/swagger-ui.html")
                .contains("สภากรุงเทพมหานครพบประชาชน", "ชะลอ", "พบ 3 โครงการ", "4,501.50", "368,400.00")
                .contains("/api/v1/projects/export.xlsx\"", "/agencies/50470000\"", "aria-sort=\"ascending\"")
                .doesNotContain("<script>", "style=\"", "สมหญิง", "page.");
        assertThat(service.page("/projects?sort=percent,desc", AUDITOR, "en").body())
                .contains(
                        "Projects found: 3",
                        "aria-sort=\"descending\"",
                        "fiscal year",
                        "2021",
                        "/projects?sort=name\"");
        assertThat(service.page("/projects", OFFICER, "th").body())
                .contains(BANGNA.text())
                .doesNotContain(COUNCIL.text(), "ส\u0E4D\u0E32นักงานเลขาธิการสภา");
        assertThat(service.page("/projects?q=" + encoded("ไม่มีแน่นอน"), REVIEWER, "th")
                        .body())
                .contains("ไม่พบโครงการ");
        assertThat(service.page("/projects?q=" + encoded("<b>\"x'"), REVIEWER, "th")
                        .body())
                .doesNotContain("<b>");
        assertThat(service.page("/projects?asOf=31/10/2563&agency=50470000", AUDITOR, "th")
                        .body())
                .contains("31 ต.ค. 2563", "10.00", "ส่งออกได้เฉพาะสถานะล่าสุด")
                .doesNotContain("35.25", "/export.xlsx");
    }

    @Test
    void every_page_of_the_list_is_reached_by_links() {
        Answer first = service.page("/projects", AUDITOR, "th");
        assertThat(first.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(first.header("Content-Language")).startsWith("th");
        assertThat(service.page("/projects?page=2", AUDITOR, "th").body())
                .contains("รายการนี้ไม่มีหน้าที่ 2 หน้าสุดท้ายคือหน้าที่ 1", "href=\"/projects\"")
                .doesNotContain("ไม่พบโครงการ");
        assertThat(service.page("/projects?fiscalYear=2021&page=99", AUDITOR, "en")
                        .body())
                .contains("no page 99", "/projects?fiscalYear=2564\"");
        assertThat(service.page("/projects?page=0", AUDITOR, "th").status()).isEqualTo(400);
    }

    @Test
    void what_is_written_in_Thai_says_so_on_an_English_page() {
        assertThat(service.page("/projects/" + COUNCIL, AUDITOR, "en").body())
                .contains("<html lang=\"en\"", "<details class=\"menu\"><summary>Menu</summary></details>")
                .contains("<title lang=\"th\">");
        assertThat(service.page("/flags", AUDITOR, "en").body()).contains("lang=\"th\">สำนักงานเขตบางนา</option>");
        assertThat(service.page("/flags", AUDITOR, "th").body())
                .doesNotContain("lang=\"th\">สำนักงานเขตบางนา</option>");
        assertThat(service.ofScript("/projects", AUDITOR).body()).doesNotContain("<h2 id=\"h-found\" lang=\"th\"");
    }

    @Test
    void the_list_says_in_words_what_is_wrong_with_a_search() {
        Answer answer = service.page("/projects?fiscalYear=soon", SUPERVISOR, "th");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body())
                .contains("role=\"alert\"", "ปีงบประมาณต้องเป็นปี พ.ศ.")
                .doesNotContain(BANGNA.text());
        assertThat(service.page("/projects?asOf=31/13/2563", SUPERVISOR, "en").body())
                .contains("This is no day", "value=\"31/13/2563\"");
    }

    @Test
    void a_script_is_sent_the_results_alone_and_their_address() {
        Answer answer = service.ofScript("/projects?q=" + encoded("เครือข่าย") + "&agency=&status=", AUDITOR);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("id=\"results\"", BANGNA.text(), "hx-swap-oob=\"innerHTML\"", "พบ 1 โครงการ")
                .doesNotContain("<html", "masthead", COUNCIL.text());
        assertThat(answer.header("HX-Push-Url")).isEqualTo("/projects?q=" + encoded("เครือข่าย"));
        assertThat(String.join(",", answer.headers().get("vary"))).containsIgnoringCase("HX-Request");
        Answer wrong = service.ofScript("/projects?asOf=soon", AUDITOR);
        assertThat(wrong.status()).as("else it would not be put into the page").isEqualTo(200);
        assertThat(wrong.body()).contains("role=\"alert\"");
    }

    @Test
    void the_start_page_draws_the_agencies_and_leads_to_what_it_counts() {
        Answer answer = service.page("/?fiscalYear=2564", AUDITOR, "th");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("ปีงบประมาณ", "/agencies/50470000?fiscalYear=2564", "/agencies/01000000?fiscalYear=2564")
                .contains("/projects?fiscalYear=2564&amp;status=PAUSED", "class=\"line-actual\" d=\"M0 76H")
                .contains("\u221264.8", "href=\"#i-warn\"", "/late-reports?fiscalYear=2564", "ชะลอตั้งแต่")
                .doesNotContain("<script>", "style=\"", "page.", "แพทย์เคลื่อนที่");
        assertThat(service.page("/", AUDITOR, "en").body()).contains("All agencies", "2022", "fiscal year");
        assertThat(service.page("/?fiscalYear=1999", AUDITOR, "th").status()).isEqualTo(400);
    }

    @Test
    void an_officer_begins_with_what_is_to_be_done_and_sees_the_own_agency() {
        assertThat(service.page("/?fiscalYear=2564", OFFICER, "th").body())
                .contains("สิ่งที่ต้องทำ", "ส่งรายงานเดือน ธ.ค. 63 และอีก 9 เดือน", "/projects/" + BANGNA + "/report")
                .contains("/agencies/50470000?fiscalYear=2564")
                .doesNotContain("/agencies/01000000", COUNCIL.text());
        assertThat(service.page("/agencies/01000000", OFFICER, "th").status()).isEqualTo(403);
    }

    @Test
    void an_agency_is_drawn_project_by_project() {
        assertThat(service.page("/agencies/50470000?fiscalYear=2564", SUPERVISOR, "th")
                        .body())
                .contains("สำนักงานเขตบางนา", "/projects/" + BANGNA, "35.25", "\u221264.8", "1,500.50")
                .contains("/projects?agency=50470000&amp;fiscalYear=2564")
                .doesNotContain(COUNCIL.text(), MARKET.text(), "page.");
        assertThat(service.page("/agencies/99999999", SUPERVISOR, "th").status())
                .isEqualTo(404);
        assertThat(service.page("/late-reports?fiscalYear=2564&agency=50470000", SUPERVISOR, "en")
                        .body())
                .contains("not there: 10, of projects: 1", "Dec 20, Jan 21, Feb 21", "and 7 more")
                .contains("<option value=\"2564\" selected=\"selected\">2021</option>")
                .contains("<option value=\"50470000\" selected=\"selected\" lang=\"th\">สำนักงานเขตบางนา</option>")
                .doesNotContain(COUNCIL.text());
        assertThat(service.page("/late-reports?fiscalYear=2021&page=9", SUPERVISOR, "en")
                        .body())
                .as("either way to count years")
                .contains("<option value=\"2564\" selected", "no page 9", "/late-reports?fiscalYear=2564\"");
        assertThat(service.page("/late-reports?fiscalYear=soon", SUPERVISOR, "en")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_supervisor_is_led_to_the_return_of_the_latest_report_and_sees_it_there() {
        String address = "/projects/" + BANGNA + "/reports/2/return";
        assertThat(service.page("/projects/" + BANGNA, SUPERVISOR, "th").body())
                .contains("href=\"" + address + "\"")
                .doesNotContain("/reports/1/return");
        assertThat(service.page("/projects/" + BANGNA, AUDITOR, "th").body()).doesNotContain(address);
        assertThat(service.page(address, SUPERVISOR, "th").body())
                .contains(
                        "ส่งรายงานครั้งที่ 2 กลับ", "35.25 (+25.25)", "30 พ.ย. 2563", "name=\"reason\"", "name=\"key\"")
                .doesNotContain("page.");
        assertThat(service.page(address, AUDITOR, "th").status()).isEqualTo(403);
        assertThat(service.page("/projects/" + BANGNA + "/reports/9/return", SUPERVISOR, "th")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_supervisor_is_led_from_the_timeline_to_the_withdrawal_of_a_mistake() {
        String address = "/projects/" + COUNCIL + "/withdrawals?sequence=1";
        assertThat(service.page("/projects/" + COUNCIL + "/timeline", SUPERVISOR, "th")
                        .body())
                .contains("href=\"" + address + "\"")
                .doesNotContain("sequence=0");
        assertThat(service.page(address, SUPERVISOR, "en").body())
                .contains("Withdraw what was recorded by mistake", "name=\"sequence\" value=\"1\"", "26 Apr 2021");
    }

    @Test
    void an_administrator_sees_who_is_signed_in_from_elsewhere() {
        assertThat(service.page("/accounts", ADMIN, "en").body()).contains("href=\"/accounts/elsewhere\"");
        assertThat(service.page("/accounts/elsewhere", ADMIN, "en").body())
                .contains("No identity provider is set here.", "Nobody is signed in from elsewhere.");
        Date now = new Date();
        service.database
                .getCollection("sessions")
                .insertOne(new Document("_id", "a".repeat(64))
                        .append("whose", "sso:มาลี")
                        .append("role", "AUDITOR")
                        .append("agency", "<b>สำนัก</b>")
                        .append("createdAt", now)
                        .append("usedAt", now)
                        .append("endsAt", new Date(now.getTime() + 60_000)));
        assertThat(service.page("/accounts/elsewhere", ADMIN, "en").body())
                .contains("sso:มาลี", "Auditor", "&lt;b&gt;", "/readings?account=sso:")
                .contains("action=\"/accounts/elsewhere/sessions\"", "Sign sso:")
                .doesNotContain("Nobody is signed in", "page.");
        assertThat(service.page("/accounts/elsewhere", AUDITOR, "en").status()).isEqualTo(403);
    }

    @Test
    void those_whose_work_is_elsewhere_begin_there() {
        Answer answer = service.page("/", ADMIN, "th");
        assertThat(answer.status()).isBetween(302, 303);
        assertThat(answer.header("Location")).contains("/account");
    }

    @Test
    void the_page_of_a_project_draws_its_reports_and_leads_to_their_events() {
        Answer answer = service.page("/projects/" + BANGNA, AUDITOR, "th");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("โครงการสร้างเครือข่ายประชาสังคม", "35.25", "30 พ.ย. 2563", "1,500.50", "ปีงบประมาณ")
                .contains("class=\"line-actual\" d=\"M", "id=\"r1\"", "id=\"r2\"", "แก้ไข 1 ครั้ง")
                .contains("/projects/" + BANGNA + "/timeline#e1", "/projects/" + BANGNA + "/percent#p2")
                .doesNotContain("<script>", "style=\"", "สมหญิง", "page.");
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
    void a_report_that_is_owed_begins_in_its_month_and_says_so() {
        assertThat(service.page("/?fiscalYear=2564", OFFICER, "th").body())
                .contains("/projects/" + BANGNA + "/report?month=2020-12");
        String form = "/projects/" + BANGNA + "/report";
        assertThat(service.page(form + "?month=2020-12", OFFICER, "th").body())
                .contains("รายงานของเดือน ธ.ค. 63", "value=\"31/12/2563\"", "name=\"month\" value=\"2020-12\"");
        assertThat(service.page(form + "?month=soon", OFFICER, "th").body())
                .contains("id=\"discard\"")
                .doesNotContain("name=\"month\"");
        assertThat(service.page(form + "?done=draftDropped", OFFICER, "en").body())
                .contains("The draft is discarded");
    }

    @Test
    void what_would_be_refused_is_said_before_anybody_writes_a_reason() {
        assertThat(service.page("/projects/" + BANGNA + "/reports/1/return", SUPERVISOR, "en")
                        .body())
                .contains(
                        "only the latest report can, and that is report 2",
                        "href=\"/projects/" + BANGNA + "/reports/2/return\"")
                .doesNotContain("<textarea");
    }

    @Test
    void who_registers_projects_finds_the_form_and_an_officers_begins_with_the_own_agency() {
        String link = "href=\"/projects/new\"";
        assertThat(service.page("/projects", OFFICER, "th").body()).contains(link);
        assertThat(service.page("/", COORDINATOR, "th").body()).contains(link);
        assertThat(service.page("/projects", AUDITOR, "th").body()).doesNotContain(link);
        assertThat(service.page("/", AUDITOR, "th").body()).doesNotContain(link);
        assertThat(service.page("/projects/new", OFFICER, "th").body())
                .contains(
                        "name=\"projectCode\" value=\"5047\"", "name=\"objectives[1].text\"", "name=\"strategy.goal\"")
                .contains("name=\"indicators[0].dimension\"", "name=\"coordinator.phone\"", "name=\"key\"")
                .doesNotContain("page.", "style=\"", "name=\"version\"");
        assertThat(service.page("/projects/new", COORDINATOR, "en").body())
                .contains("Register a project", "name=\"projectCode\" value=\"\"");
        assertThat(service.page("/projects/new", AUDITOR, "th").status()).isEqualTo(403);
    }

    @Test
    void whoever_signs_out_everywhere_is_told_so_and_accounts_offer_the_agencies() {
        assertThat(service.page("/sign-in?everywhere", AUDITOR, "en").body())
                .contains("Your account is signed out of every browser");
        assertThat(service.page("/accounts", ADMIN, "th").body())
                .contains("name=\"agencies\" value=\"50470000\"", "สำนักงานเขตบางนา", "name=\"scope\"");
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
    void it_is_kept_who_looked_at_which_project() throws InterruptedException {
        service.page("/projects/" + BANGNA + "/percent", COORDINATOR, "th");
        service.get(PROJECT + "/reports", COORDINATOR);
        service.get(LIST + "?status=PAUSED", COORDINATOR);
        service.page("/projects/" + COUNCIL, OFFICER, "th");
        service.get("/api/v1/projects/50470000-9999", COORDINATOR);
        List<String> expected = List.of(
                "/api/v1/projects - status=PAUSED",
                "/api/v1/projects/{code}/reports " + BANGNA + " -",
                "/projects/{code}/percent " + BANGNA + " -");
        List<String> noted = latestReadings();
        for (int i = 0; i < 100 && !noted.containsAll(expected); i++) {
            Thread.sleep(50); // they are written together, a little later
            noted = latestReadings();
        }
        assertThat(noted).containsAll(expected);
        JsonNode first = service.get("/api/v1/readings?account=coordinator&project=" + BANGNA + "&size=1", ADMIN)
                .json();
        assertThat(first.path("next").asString())
                .isEqualTo(first.path("items").path(0).path("id").asString());
        assertThat(service.get("/api/v1/readings?account=officer&project=" + COUNCIL, ADMIN)
                        .json()
                        .path("items"))
                .as("what was not shown was not read")
                .isEmpty();
        assertThat(service.get("/api/v1/readings?before=x", ADMIN).status()).isEqualTo(400);
        assertThat(service.page("/readings?account=coordinator", ADMIN, "en").body())
                .contains(
                        BANGNA.text(),
                        "Access log",
                        "where the percentage came from",
                        "/projects/{code}/percent</code>")
                .contains("the project’s reports", "by a program", "/api/v1/projects?status=PAUSED</code>");
    }

    private List<String> latestReadings() {
        return service.get("/api/v1/readings?account=coordinator&size=5", ADMIN)
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.path("what").asString() + " "
                        + line.path("project").asString("-") + " "
                        + line.path("asked").asString("-"))
                .toList();
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
                .contains("Ledger-Position", "Age");
        assertThat(project.path("parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("code", "atLeast", "Cache-Control");
        assertThat(api.path("paths")
                        .path("/api/v1/projects/{code}/form.pdf")
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
