package org.progressledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Printouts and sheets, from the drop target to the ledger, as an officer and a coordinator with a browser hand them in. */
@ExtendWith(SharedSystem.class)
class ImportPagesIT {
    private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202Eย้อน\u202C "
            + "ก".repeat(3000) + " 👩‍👩‍👧‍👦 'quoted\" & ${7*7} [[${7*7}]]";

    private static OfficeBrowser browser;

    private final RunningSystem system;

    ImportPagesIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    static void open_the_browser() {
        browser = OfficeBrowser.open("the pages of imports");
    }

    @AfterAll
    static void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    /** The council's form as another year's project of the same agency. */
    private static String paper(String code) {
        return Samples.COUNCIL
                .text()
                .replace(Samples.COUNCIL.code(), code)
                .replace("ปีงบประมาณ พ.ศ. : 2564", "ปีงบประมาณ พ.ศ. : 2563");
    }

    private static FilePayload file(String name, String type, String text) {
        return new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static FilePayload zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload("สามฉบับ.zip", "application/zip", bytes.toByteArray());
    }

    private static void send(Page page, FilePayload... files) {
        page.locator("input[type=file]").setInputFiles(files);
        page.locator("form.drop button[type=submit]").click();
    }

    @Test
    void an_officer_drops_a_printout_reads_a_warning_rejects_a_proposal_and_sees_the_project() {
        String code = "01000000-7001";
        try (BrowserContext context =
                browser.reader(system, Samples.COUNCIL.officer(), ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/import");
            assertThat(page.locator("#limits")).containsText("2 MB");
            send(page, file("แบบ <b>ตัวหนา</b>.txt", "text/plain", paper(code)));

            page.waitForURL(Pattern.compile(".*/import/[0-9a-f-]{36}$"));
            assertThat(page.locator("h1")).containsText("แบบ <b>ตัวหนา</b>.txt");
            assertThat(page.locator("tr[id^=r]")).hasCount(12);
            assertThat(page.locator(".slip").first()).containsText("รายงานครั้งที่");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "import-review");

            page.locator(".warned a").first().click();
            assertThat(page.locator(".source li:target")).hasCount(1);
            page.locator(".source li:target .reads a[href^='#w']").first().click();
            assertThat(page.locator(".warned li:target, .notice li:target")).hasCount(1);

            Locator accepted = page.locator("input[name=accept]:checked");
            int most = accepted.count();
            Locator rejected =
                    page.locator("li[id*=appeal] input[name=accept]:checked").first();
            rejected.uncheck();
            int expected = 1 + 12 + most - 1;
            Locator confirm = page.locator("button[value=confirm]");
            assertThat(confirm).hasText("ยืนยันและบันทึก " + expected + " เหตุการณ์");
            page.locator("#compared").check();
            // at the very end of the form it ends with it
            assertThat(page.locator(".pane").boundingBox().y)
                    .as("the printout stays in sight")
                    .isBetween(-200.0, 20.0);
            confirm.click();

            page.waitForURL(Pattern.compile(".*/recorded[?].*"));
            assertThat(page.locator(".notice-ok")).containsText("บันทึก " + expected + " เหตุการณ์");
            assertThat(page.locator("td.pos-cell")).hasCount(expected);
            OfficeBrowser.everybodyCanReadInEveryForm(page, "import-recorded");
            page.locator("#main .actions a:last-child").click();
            assertThat(page.locator("#confirmed")).containsText("บันทึกแล้ว " + expected + " เหตุการณ์");
            assertThat(page.locator("#main .page-head")).not().containsText("ยังไม่มีอะไรถูกบันทึก");
            OfficeBrowser.everybodyCanRead(page, "import-confirmed");
            page.locator("#confirmed a").click();
            assertThat(page.locator("td.pos-cell")).hasCount(expected);
            page.locator("a.btn-primary").click();
            assertThat(page).hasURL(Pattern.compile(".*/projects/" + code + ".*"));
            assertThat(page.locator("tr[id^=r]")).hasCount(12);

            page.navigate(system.queryUrl() + "/import?lang=en");
            assertThat(page.locator("tbody tr").first()).containsText("recorded");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "import-drop-en");
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    @Test
    void what_the_person_typed_stays_when_the_confirmation_is_refused() {
        try (BrowserContext context =
                browser.reader(system, Samples.COUNCIL.officer(), ColorScheme.LIGHT, 1280, "en-GB")) {
            Page page = context.newPage();
            page.navigate(system.queryUrl() + "/import");
            String quoted = paper("01000000-7002")
                    .replace(":: 22/12/2563 : ", ":: 22/12/2563 : ประชุม\n:: 12/12/2563 : อ้างถึง ");
            send(page, file("two-readings.txt", "text/plain", quoted));
            page.waitForURL(Pattern.compile(".*/import/[0-9a-f-]{36}$"));
            assertThat(page.locator(".choose fieldset")).hasCount(1);
            Locator edit = page.locator("details.edit").first();
            edit.locator("summary").click();
            edit.locator("input[inputmode=numeric]").first().fill("31/02/2021");
            page.locator("#compared").check();
            page.locator(".choose input[type=radio]").first().check();
            page.locator("button[value=confirm]").click();
            if (page.locator("#trouble code").count() == 0) {
                page.locator("#compared").check();
                page.locator("button[value=confirm]").click();
            }
            assertThat(page.locator("#trouble")).containsText("INVALID_FIELDS");
            assertThat(page.locator("input[aria-invalid=true]")).hasValue("31/02/2021");
            page.locator("#trouble a").first().click();
            OfficeBrowser.everybodyCanReadInEveryForm(page, "import-refused-en");
        }
    }

    @Test
    void a_recorded_report_that_paper_tells_otherwise_is_corrected_with_reason_and_letter() {
        String code = "01000000-7003";
        Client officer = system.as(Samples.COUNCIL.officer());
        officer.confirmAll(officer.importPrintout(paper(code).getBytes(StandardCharsets.UTF_8))
                        .ok()
                        .json())
                .ok();
        String later = paper(code)
                .replace("= 10.00 % งบประมาณที่เบิกใช้ (ครั้งที่ 2)", "= 12.00 % งบประมาณที่เบิกใช้ (ครั้งที่ 2)");
        try (BrowserContext context =
                browser.reader(system, Samples.COUNCIL.officer(), ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            page.navigate(system.queryUrl() + "/import");
            send(page, file("later.txt", "text/plain", later));
            page.waitForURL(Pattern.compile(".*/import/[0-9a-f-]{36}$"));
            assertThat(page.locator(".against")).hasCount(1);
            assertThat(page.locator(".against ins")).hasText("12.00");
            page.locator("#compared").check();
            page.locator("button[value=confirm]").click();
            assertThat(page.locator("#trouble")).containsText("PRINTOUT_CONTRADICTS_REPORTS");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "import-contradicts");
            page.locator("textarea[name='reason.2']").fill("พิมพ์ผิด");
            page.locator("input[name='letter.2']").fill("กท 1/2563");
            page.locator("#compared").check();
            page.locator("button[value=confirm]").click();
            page.waitForURL(Pattern.compile(".*/recorded[?].*"));
            assertThat(page.locator("tbody")).containsText("12.00");
        }
    }

    @Test
    void of_a_zip_of_three_one_is_refused_and_the_others_wait_for_their_review() {
        try (BrowserContext context =
                browser.reader(system, Samples.COUNCIL.officer(), ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
            page.navigate(system.queryUrl() + "/import");
            send(
                    page,
                    zip(Map.of(
                            "แบบ ก.txt", paper("01000000-7004"),
                            "แบบ ข <img src=x onerror=alert(1)>.txt",
                                    paper("01000000-7005").replace("เตรียมการแต่งตั้งคณะทำงานฯ", HOSTILE),
                            "หนังสือ.txt", "ไม่ใช่แบบรายงาน")));
            page.waitForURL(Pattern.compile(".*/import/batches/.*"));
            Locator refused = page.locator("tbody tr", new Page.LocatorOptions().setHasText("หนังสือ.txt"));
            for (int i = 0; i < 60 && refused.locator(".state-late").count() == 0; i++) {
                page.waitForTimeout(250);
                page.reload();
            }
            assertThat(refused).containsText("NOT_A_PROGRESS_FORM");
            for (int i = 0; i < 60 && page.locator("tbody a").count() < 2; i++) {
                page.waitForTimeout(250);
                page.reload();
            }
            OfficeBrowser.everybodyCanReadInEveryForm(page, "import-batch");
            page.locator("tbody tr", new Page.LocatorOptions().setHasText("แบบ ข"))
                    .getByRole(AriaRole.LINK)
                    .click();
            assertThat(page.locator("#main")).containsText("[[${7*7}]]");
            assertThat(page.locator("#main img, #main script")).hasCount(0);
            OfficeBrowser.everybodyCanReadInEveryForm(page, "import-hostile");
            assertThat(complaints).as("complaints of the browser").isEmpty();

            page.navigate(system.queryUrl() + "/import");
            send(
                    page,
                    file(
                            "ขาด.txt",
                            "text/plain",
                            paper("01000000-7006").replace("% งบประมาณที่เบิกใช้ (ครั้งที่ 5) = 0 บาท", "")));
            assertThat(page.locator("#trouble")).containsText("ขาด.txt");
            assertThat(page.locator("#trouble .source mark")).hasCount(1);
            OfficeBrowser.everybodyCanReadInEveryForm(page, "import-damaged");
        }
    }

    @Test
    void a_sheet_is_mended_and_its_reports_of_two_projects_are_recorded_at_once() {
        Client coordinator = system.as("coordinator");
        String one = Paperwork.newCode();
        String other = Paperwork.newCode();
        coordinator.command("/projects", Paperwork.registration(one)).ok();
        coordinator.command("/projects", Paperwork.registration(other)).ok();
        String header = "รหัสโครงการ,วันที่รายงาน,ร้อยละ,เบิกจ่าย,ผลการดำเนินงาน,หมายเหตุ\n";
        String good = one + ",30/10/2568,10,-,เริ่มงาน,ก\n";
        try (BrowserContext context = browser.reader(system, "coordinator", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/import/reports");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "bulk-start");
            send(page, file("รายงาน.csv", "text/csv", header + good + other + ",30/10/2568,ร้อยสิบ,-,เริ่มงาน,ข\n"));
            assertThat(page.locator("tbody tr").first()).containsText("ไม่รับ");
            assertThat(page.locator("tbody tr").first().locator(".wrong")).hasCount(1);
            assertThat(page.locator("a[href$='errors.csv']")).hasCount(1);
            OfficeBrowser.everybodyCanReadInEveryForm(page, "bulk-refused");

            page.navigate(system.queryUrl() + "/import/reports");
            send(page, file("รายงาน.csv", "text/csv", header + good + other + ",30/10/2568,15,-,เริ่มงาน,ข\n"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("บันทึก 2 รายงานของ 2 โครงการ"))
                    .click();
            assertThat(page.locator(".notice-ok")).containsText("2 รายงานของ 2 โครงการ");
            assertThat(page.locator("tbody")).containsText(other);
            OfficeBrowser.everybodyCanReadInEveryForm(page, "bulk-recorded");
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }
}
