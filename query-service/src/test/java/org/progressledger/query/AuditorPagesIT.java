package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.OFFICER;
import static org.progressledger.query.Facts.BANGNA;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.sealing.Sealer;
import org.progressledger.ledger.sealing.SealingSettings;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

/** The pages of auditors over a city of some dozens of projects, as a browser gets them. */
@OnEmbeddedStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditorPagesIT {
    private static final int PROJECTS = 60;
    private static final ProjectCode FAR = ProjectCode.of("01000000-0060");

    private RunningService service;
    private Sealer sealer;
    private long last;

    @BeforeAll
    void given_a_city(@TempDir Path folder) {
        service = new RunningService(TestMongo.embedded(), folder);
        sealer = Sealer.of(
                service.database,
                service.bean(CommitLog.class),
                new SealingSettings(
                        "ledger.example/pages",
                        folder.resolve("ledger.key"),
                        Duration.ofSeconds(1),
                        100,
                        Duration.ofSeconds(5),
                        Duration.ZERO),
                InstantSource.system(),
                "the sealer of this test");
        ProjectEvent[] city = new ProjectEvent[PROJECTS];
        for (int i = 0; i < PROJECTS; i++) {
            ProjectCode code = ProjectCode.of("01000000-%04d".formatted(i + 1));
            city[i] = Facts.registered(code, "โครงการที่ " + (i + 1), "สำนักงานเลขานุการสภา", 2564, null);
        }
        service.record(city);
        sealer.tick();
        service.record(
                Facts.registered(BANGNA, "โครงการสร้างเครือข่าย <b>ประชาสังคม", "สำนักงานเขตบางนา", 2564, null),
                Facts.report(BANGNA, 1, "2020-10-28", "10"),
                Facts.report(BANGNA, 2, "2020-11-30", "60"));
        service.record(Facts.CLERK.because("ชี้แจงแล้ว <i>"), new FlagAcknowledged(BANGNA, "pct-jump-r2", "PCT_JUMP"));
        last = service.record(Facts.CLERK.because("พิมพ์ผิด"), Facts.correction(BANGNA, 2, "60", "55.25"));
        sealer.tick();
        int patience = 10; // times the service's own
        while (service.get("/api/v1/projects?atLeast=" + last, AUDITOR).status() != 200) {
            assertThat(patience--).as("the city is folded").isPositive();
        }
    }

    @AfterAll
    void end() {
        service.close();
    }

    @Test
    void flags_are_counted_and_each_hit_leads_to_its_evidence() {
        String page = service.page("/flags?flag=PCT_JUMP", AUDITOR, "th").body();
        assertThat(page)
                .contains("ธง 1 จุด", "ร้อยละเพิ่มกระโดด", "ควรตรวจสอบ", "โครงการสร้างเครือข่าย &lt;b&gt;ประชาสังคม")
                .contains("/projects/" + BANGNA + "#r2", "/projects/" + BANGNA + "/timeline#e62")
                .contains("clerk รับทราบแล้ว", "ชี้แจงแล้ว &lt;i&gt;", "มีหลักฐานที่บันทึกภายหลังการรับทราบ")
                .contains("/flags?flag=UNSIGNED", "61</span>")
                .doesNotContain("page.", "<script>", "style=\"", "rel=\"next\"");
        assertThat(service.page("/flags?flag=UNSIGNED&agency=5047&acknowledged=false", AUDITOR, "en")
                        .body())
                .as("the auditor alone is led to where a flag is acknowledged")
                .contains("/projects/" + BANGNA + "/flags/unsigned", "Hits: 1<");
        assertThat(service.page("/flags?flag=UNSIGNED", OFFICER, "en").body())
                .contains("Hits: 1<")
                .doesNotContain("/flags/unsigned", FAR.text(), "สำนักงานเลขานุการสภา");
    }

    @Test
    void flags_are_read_page_by_page_and_keep_their_filter() {
        String first = service.page("/flags?flag=UNSIGNED&agency=01000000", AUDITOR, "th")
                .body();
        assertThat(first)
                .contains("1–25 จาก 60", "/flags?flag=UNSIGNED&amp;agency=01000000&amp;page=2")
                .doesNotContain("rel=\"prev\"");
        assertThat(service.page("/flags?flag=UNSIGNED&agency=01000000&page=3", AUDITOR, "th")
                        .body())
                .contains("51–60 จาก 60", "rel=\"prev\"", FAR.text())
                .doesNotContain("rel=\"next\"");
        assertThat(service.page("/flags?flag=UNSIGNED&agency=01000000&page=9", AUDITOR, "en")
                        .body())
                .contains("no page 9; page 3 is the last one", "/flags?flag=UNSIGNED&amp;agency=01000000&amp;page=3")
                .doesNotContain("No flag matches");
        assertThat(service.page("/flags?flag=UNSIGNED&fiscalYear=2021", AUDITOR, "en")
                        .body())
                .contains("Hits: 61<", "<option value=\"2564\" selected", "fiscalYear=2564&amp;page=2");
        assertThat(service.page("/flags?fiscalYear=2570", AUDITOR, "en").body())
                .contains("No flag matches the filter.");
        assertThat(service.page("/flags?fiscalYear=soon", AUDITOR, "en").status())
                .isEqualTo(400);
    }

    @Test
    void flags_of_another_day_are_computed_and_the_page_says_so() {
        assertThat(service.page("/flags?agency=5047&on=31/12/2563", AUDITOR, "th")
                        .body())
                .contains("31 ธ.ค. 2563", "ร้อยละเพิ่มกระโดด")
                .doesNotContain("flag=UNSIGNED");
        assertThat(service.page("/flags?severity=ALERT&acknowledged=false", AUDITOR, "en")
                        .body())
                .contains("No flag matches the filter.", "href=\"/flags\"");
        assertThat(service.page("/flags?on=31/13/2563", AUDITOR, "th").status()).isEqualTo(400);
        assertThat(service.page("/flags?page=0", AUDITOR, "th").status()).isEqualTo(400);
    }

    @Test
    void the_ledger_shows_its_seals_and_proves_that_it_only_grew() {
        String page = service.page("/ledger", AUDITOR, "th").body();
        assertThat(page)
                .contains("ledger.example/pages\n65\n", "#0 ถึง #64", "ไม่มีรายการรอ", "ledger.example/pages+")
                .contains("พิสูจน์แล้ว", "/ledger?from=60#compare", "ยังไม่เคยตรวจตั้งแต่เริ่มบริการ")
                .contains("curl -s " + service.address() + "/ledger.vkey &gt; ledger.vkey", "--user auditor --vkey")
                .doesNotContain("page.", "<script>", "style=\"", "การประทับตราหยุดอยู่", "ไม่ต่อกัน");
        assertThat(service.page("/ledger?from=60", AUDITOR, "en").body())
                .contains("Proven: the log only grew", "From size 60 to 65: 5 events were added");
        assertThat(service.page("/ledger?from=61&to=65", AUDITOR, "en"))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(404))
                .satisfies(refused ->
                        assertThat(refused.body()).contains("role=\"alert\"", "aria-invalid=\"true\"", "value=\"61\""));
        assertThat(service.page("/ledger?from=soon", AUDITOR, "th").status()).isEqualTo(400);
    }

    @Test
    void of_the_ledger_each_role_is_shown_what_it_may_read() {
        assertThat(service.page("/ledger", OFFICER, "en").body())
                .contains("What came of it is for auditors and administrators.")
                .doesNotContain("/events", "--user", "Not checked since the service started");
        assertThat(service.page("/ledger", ADMIN, "en").body())
                .contains("Not checked since the service started")
                .doesNotContain("\"/events", "--user");
    }

    @Test
    void events_are_read_as_they_are_stored_in_the_order_of_the_ledger() {
        String latest = service.page("/events", AUDITOR, "th").body();
        assertThat(latest)
                .contains("#45 ถึง #64 จาก 65 เหตุการณ์", "href=\"/events?from=25\"", "/events/64\"")
                .contains("progress-corrected", "&quot;percent&quot; : 55.25", "clerk", "พิมพ์ผิด</span>&quot;")
                .contains("/projects/" + BANGNA + "/timeline#e64", "/api/v1/events?from=64&amp;limit=1&amp;stored=true")
                .doesNotContain("page.", "<script>", "style=\"", "rel=\"next\"", "<b>");
        assertThat(service.page("/events?from=%230", AUDITOR, "en").body())
                .contains("#0 to #19 of 65 events", "href=\"/events?from=20\"", "href=\"/events?from=45\"")
                .contains("<details open=\"open\">")
                .doesNotContain("rel=\"prev\"");
        assertThat(service.page("/events?from=1,000", AUDITOR, "en").body())
                .contains("There is no event of that choice.", "href=\"/events?from=45\"");
        assertThat(service.page("/events?from=-1", AUDITOR, "en").status()).isEqualTo(400);
        assertThat(service.page("/events", OFFICER, "en").status()).isEqualTo(403);
    }

    @Test
    void events_of_a_project_are_read_by_kind() {
        String all = service.page("/events?project=" + BANGNA, AUDITOR, "en").body();
        assertThat(all).contains("#60 to #64 of 5 events", "Report (2)", "Correction (1)");
        assertThat(service.page("/events?type=progress-reported&project=" + BANGNA, AUDITOR, "en")
                        .body())
                .contains("#61 to #62 of 2 events")
                .doesNotContain("/events/64\"");
        assertThat(service.page("/events?project=50470000-9999", AUDITOR, "en").body())
                .contains("There is no event of that choice.");
        assertThat(service.page("/events?project=504", AUDITOR, "en").status()).isEqualTo(400);
    }

    @Test
    void the_files_of_a_project_are_offered_to_those_who_may_take_them() {
        String page = "/projects/" + BANGNA + "/files";
        String api = "/api/v1/projects/" + BANGNA;
        assertThat(service.page(page, AUDITOR, "th").body())
                .contains(api + "/export.xlsx", api + "/export.csv?table=percent-changes", api + "/oc4ids.json")
                .contains(api + "/evidence-pack", "ปิดไว้ในไฟล์", "/exports?project=" + BANGNA)
                .doesNotContain("page.", "<script>", "style=\"");
        assertThat(service.page(page, OFFICER, "en").body())
                .contains(api + "/export.json", "stand in the files in clear")
                .doesNotContain("evidence-pack", "/exports?");
        assertThat(service.page("/projects/" + FAR + "/files", OFFICER, "en").status())
                .isEqualTo(403);
    }

    @Test
    void who_took_which_file_is_told_and_can_be_narrowed() {
        assertThat(service.page("/exports?by=nobody", AUDITOR, "en").body())
                .contains("No file matches the filter.", "value=\"nobody\"");
        service.get("/api/v1/projects/" + BANGNA + "/export.csv?table=reports", OFFICER);
        service.get("/api/v1/projects/" + BANGNA + "/evidence-pack", AUDITOR);
        assertThat(service.page("/exports?project=" + BANGNA, AUDITOR, "th").body())
                .contains("2 ไฟล์", "ชุดหลักฐาน", "ส่งครบ", "<code>reports</code>", "#60–#64", "ledger.example/pages")
                .contains("href=\"/projects/" + BANGNA + "\"", "สำนักงานเขตบางนา")
                .doesNotContain("page.", "<script>", "style=\"");
        String today = LocalDate.now(ZoneId.of("Asia/Bangkok")).toString();
        assertThat(service.page(
                                "/exports?by=officer&kind=PROJECT&format=CSV&from=%1$s&to=%1$s".formatted(today),
                                ADMIN,
                                "en")
                        .body())
                .contains("Files: 1<", "sent whole", BANGNA.text())
                .as("an administrator reads no project")
                .doesNotContain("href=\"/projects/");
        assertThat(service.page("/exports?to=01/01/2569", AUDITOR, "en").body()).contains("Files: 0<");
        assertThat(service.page("/exports?kind=NOPE", AUDITOR, "en").status()).isEqualTo(400);
        assertThat(service.page("/exports", OFFICER, "en").status()).isEqualTo(403);
    }

    @Test
    void a_project_is_played_event_by_event() {
        String page = "/projects/" + BANGNA + "/history";
        assertThat(service.page(page + "?at=2", AUDITOR, "th").body())
                .contains("ขั้นที่ 3 จาก 5", "<del>10.00</del>", "<ins>60.00</ins>", "เป็น 60.00")
                .contains(page + "?at=0#step", page + "?at=1#step", page + "?at=3#step", page + "?at=4#step")
                .contains(
                        "aria-current=\"step\"", "class=\"line-actual\" d=\"M0 100V100H20V90H40V40H60", "timeline#e62")
                .doesNotContain("page.", "<script>", "style=\"", "<b>");
        assertThat(service.page(page + "?at=3", AUDITOR, "en").body())
                .as("an acknowledgement changes nothing of the work")
                .contains("Step 4 of 5", "unchanged");
        assertThat(service.page(page, AUDITOR, "en").body())
                .contains("Step 5 of 5", "55.25", "พิมพ์ผิด")
                .doesNotContain("rel=\"next\"");
        assertThat(service.page("/projects/" + BANGNA + "/timeline", AUDITOR, "th")
                        .body())
                .contains(page + "?at=0");
        assertThat(service.page(page + "?at=5", AUDITOR, "en").status()).isEqualTo(400);
        assertThat(service.page("/projects/" + FAR + "/history", OFFICER, "en").status())
                .isEqualTo(403);
    }
}
