package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.COORDINATOR;
import static org.progressledger.access.Role.OFFICER;
import static org.progressledger.access.Role.REVIEWER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.access.Role;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealStage;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.Letter;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.sealing.Sealer;
import org.progressledger.ledger.sealing.SealingSettings;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.projectledger.PrintoutStore;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

/** The pages that lead from an event to its source line and to its proof, and those of appeals, over real HTTP. */
@OnEmbeddedStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryPagesIT {
    private static final ProjectCode CODE = Facts.BANGNA;
    private static final ProjectCode MARKET = ProjectCode.of("50470000-0007");
    private static final String PAGE = "/projects/" + CODE;
    private static final byte[] PAPER = """
            ชื่อผู้รับผิดชอบ : สมหญิง ใจดี
            รายงานครั้งที่1 :: 28/10/2563 : อยู่ระหว่าง <b>ดำเนินการ</b>
            :: ความก้าวหน้าของงานฯ = 10.00 % งบประมาณที่เบิกใช้ (ครั้งที่ 1) = 0 บาท
            รายงานครั้งที่2 :: 26/04/2564 : น้ำท่วม<script>alert(1)</script>
            """.getBytes(StandardCharsets.UTF_8);
    private static final Sha256 DIGEST = Sha256.ofBytes(PAPER);

    private RunningService service;
    private Sealer sealer;

    @BeforeAll
    void given_a_project_read_from_paper_and_sealed(@TempDir Path folder) {
        service = new RunningService(TestMongo.embedded(), folder);
        service.bean(PrintoutStore.class).keep(DIGEST, PAPER, Instant.now());
        service.record(
                Facts.CLERK.from(read(1, 1), null),
                Facts.registered(
                        CODE,
                        "โครงการสร้างเครือข่าย",
                        "สำนักงานเขตบางนา",
                        2564,
                        service.bean(PersonVault.class).seal(new Person("สมหญิง ใจดี", "1234", null))));
        service.record(Facts.CLERK.from(read(2, 3), null), Facts.report(CODE, 1, "2020-10-28", "10"));
        sealer = Sealer.of(
                service.database,
                service.bean(CommitLog.class),
                new SealingSettings(
                        "ledger.example",
                        folder.resolve("ledger.key"),
                        Duration.ofSeconds(1),
                        100,
                        Duration.ofSeconds(5),
                        Duration.ZERO),
                InstantSource.system(),
                "the sealer of this test");
        sealer.tick();
        // waits for its seal
        service.record(
                Facts.CLERK.from(read(4, 4), 2),
                new ProjectPaused(CODE, LocalDate.of(2021, 4, 26), PauseCause.OTHER, "น้ำท่วม", null));
        String caughtUp = "/api/v1/projects?atLeast=" + givenAppeals();
        int asked = 1;
        while (service.get(caughtUp, AUDITOR).status() == 503 && asked < 10) {
            asked++;
        }
        assertThat(service.get(caughtUp, AUDITOR).status()).isEqualTo(200);
    }

    /** A decided round with criteria and reports while it waited, one that waits, and a narrative that tells none. */
    private long givenAppeals() {
        Letter letter = new Letter("กท 1/2564", LocalDate.of(2020, 12, 30), "แจ้งผล");
        service.record(
                Facts.registered(MARKET, "แพทย์เคลื่อนที่", "สำนักงานเขตบางนา", 2564, null),
                Facts.report(MARKET, 1, "2020-10-28", "10"),
                Facts.report(MARKET, 2, "2020-11-28", "40"),
                Facts.report(MARKET, 3, "2020-12-28", "70"),
                new AppealFiled(MARKET, 1, LocalDate.of(2020, 11, 1), "โควิด <b>19</b>", "ปรับเกณฑ์", letter),
                new AppealDecided(
                        MARKET,
                        1,
                        LocalDate.of(2020, 12, 31),
                        AppealOutcome.GRANTED,
                        new CriteriaChange("จัดประชุม (4 ครั้ง)", "จัดอบรม (2 ครั้ง)", null),
                        letter),
                new AppealReviewed(MARKET, 1, null, ReviewOutcome.INCONCLUSIVE, "ขอหนังสือเพิ่ม"));
        return service.record(
                new AppealFiled(MARKET, 2, LocalDate.of(2021, 2, 1), "น้ำท่วม", "ปรับเกณฑ์", null),
                new AppealCited(
                        CODE, null, AppealStage.AWAITING_RESULT, true, LocalDate.of(2021, 8, 30), "รอผลอุทธรณ์"));
    }

    private static Source read(int first, int last) {
        return new Source(DIGEST, List.of(new LineRange(first, last)));
    }

    @AfterAll
    void end() {
        service.close();
    }

    private String page(String path, Role role, String language) {
        Answer answer = service.page(path, role, language);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>", "style=\"", "page.");
        return answer.body();
    }

    @Test
    void an_event_of_the_timeline_shows_the_lines_it_was_read_from_and_leads_to_its_proof() {
        assertThat(page(PAGE + "/timeline", AUDITOR, "th"))
                .contains("<mark>28/10/2563</mark>", "<mark>= 10.00 % งบประมาณที่เบิกใช้ (ครั้งที่ 1) = 0 บาท</mark>")
                .contains("<mark>น้ำท่วม</mark>", "&lt;script&gt;")
                .contains("/printouts/" + DIGEST.hex() + "#L2", "href=\"/events/1\"")
                .contains("███")
                .doesNotContain("สมหญิง");
        assertThat(page(PAGE + "/timeline?type=project-registered", COORDINATOR, "en"))
                .contains("สมหญิง", "1 of 4 events");
        assertThat(page(PAGE + "/timeline", OFFICER, "th")).doesNotContain("href=\"/events/");
    }

    @Test
    void a_printout_is_shown_whole_with_what_was_read_from_each_line_and_persons_as_the_role_sees_them() {
        String path = PAGE + "/printouts/" + DIGEST.hex();
        assertThat(page(path, AUDITOR, "th"))
                .contains("id=\"L1\"", "id=\"L4\"", "███", "ปิดชื่อและโทรศัพท์")
                .contains("<mark>28/10/2563</mark>", PAGE + "/timeline#e1", "#1</a> <span>รายงาน</span>")
                .contains("<span class=\"tag\">&lt;script&gt;</span>")
                .doesNotContain("สมหญิง", "id=\"L5\"");
        assertThat(page(path, OFFICER, "en")).contains("สมหญิง").doesNotContain("███", "are hidden");
        assertThat(service.page(PAGE + "/printouts/" + "ab".repeat(32), AUDITOR, "th"))
                .satisfies(missing -> assertThat(missing.status()).isEqualTo(404))
                .satisfies(missing -> assertThat(missing.body()).contains("PRINTOUT_NOT_FOUND"));
    }

    @Test
    void the_proof_of_an_event_leads_step_by_step_to_the_signed_root() {
        String proof = service.get("/api/v1/ledger/events/1/proof", AUDITOR)
                .json()
                .path("leafHash")
                .asString();
        assertThat(page("/events/1", AUDITOR, "en"))
                .contains("This event is proven to be in the signed ledger", proof, "ledger.example\n2\n")
                .contains("— ledger.example", "Step by step", "<td data-label=\"Stands\">left</td>")
                .contains("./ledger-verify --url http://localhost:", "proof.tlog-proof", "&quot;position&quot;:1,")
                .contains(PAGE + "/timeline#e1", "progress-reported");
        assertThat(page("/events/2", AUDITOR, "th"))
                .contains("ยังไม่ปิดผนึก", "project-paused")
                .doesNotContain("พิสูจน์แล้ว", "ทีละขั้น");
        assertThat(service.page("/events/99", AUDITOR, "th").status()).isEqualTo(404);
        assertThat(service.page("/events/1", OFFICER, "th").status()).isEqualTo(403);
    }

    @Test
    void a_decided_appeal_is_told_on_one_page() {
        assertThat(page("/projects/" + MARKET + "/appeals/1", AUDITOR, "th"))
                .contains("อุทธรณ์รอบที่ 1", "เป็นผล", "รอผล 60 วัน", "โควิด &lt;b&gt;19&lt;/b&gt;", "กท 1/2564")
                .contains("<del>ประชุม (4</del>", "<ins>อบรม (2</ins>")
                .contains("รายงานระหว่างรอผล 2 ครั้ง", "class=\"line-actual\" d=\"M", "+60.00")
                .contains("ยังสรุปไม่ได้", "ขอหนังสือเพิ่ม")
                .doesNotContain("<form class=\"record", "บันทึกผลการพิจารณา<");
        assertThat(page("/projects/" + MARKET + "/appeals/1?done=review", REVIEWER, "en"))
                .contains("The finding is recorded.", "Record a finding", "name=\"key\"", "_csrf");
        assertThat(service.page("/projects/" + MARKET + "/appeals/9", AUDITOR, "th")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_may_be_recorded_of_an_open_round_depends_on_the_role() {
        String round = "/projects/" + MARKET + "/appeals/2";
        assertThat(page(round, COORDINATOR, "th"))
                .contains(round + "/decision#record", round + "/withdrawal#record", "การยื่นอุทธรณ์ไม่ระบุหนังสือ")
                .doesNotContain("method=\"post\" class=\"record");
        assertThat(page(round, OFFICER, "th"))
                .contains(round + "/withdrawal#record")
                .doesNotContain("/decision");
        assertThat(page(round + "/decision", COORDINATOR, "th"))
                .contains("เกณฑ์ใหม่", "letter.number", "value=\"PARTLY_GRANTED\"");
        assertThat(service.page(round + "/decision", REVIEWER, "th").status()).isEqualTo(403);
    }

    @Test
    void the_queue_is_filtered_and_ordered_by_its_address() {
        assertThat(page("/appeals", REVIEWER, "th"))
                .contains(
                        "3 เรื่อง",
                        "/projects/" + MARKET + "/appeals/1\"",
                        "ไม่ระบุรอบ",
                        "ไม่มีเอกสาร",
                        "<span>มากไปน้อย</span>");
        assertThat(page("/appeals?status=FILED&gaps=true", REVIEWER, "en"))
                .contains("Appeals: 1", "/projects/" + MARKET + "/appeals/2\"", "Show all");
        assertThat(page("/appeals?fiscalYear=2570", AUDITOR, "en")).contains("No appeal matches the filter.");
        assertThat(page("/appeals?fiscalYear=2027", AUDITOR, "en"))
                .contains(
                        "No appeal matches the filter.", "<option value=\"2570\" selected=\"selected\">2027</option>");
        assertThat(service.page("/appeals?status=SOON", AUDITOR, "en").status()).isEqualTo(400);
        assertThat(page("/projects/" + CODE + "/appeals", AUDITOR, "th"))
                .contains("อุทธรณ์ที่ไม่ระบุรอบ", "รอผลอุทธรณ์", "ไม่มีเอกสารการยื่น");
    }
}
