package org.progressledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What officers do on pages: report, with a draft and a warning; hand in again; tell what happened. */
@ExtendWith(SharedSystem.class)
class OfficerPagesIT {
    private static final int MOST_STEPS = 80;

    private static OfficeBrowser browser;

    private final RunningSystem system;

    OfficerPagesIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    static void open_the_browser() {
        browser = OfficeBrowser.open("the pages of officers");
    }

    @AfterAll
    static void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    private void given(String path, Object body) {
        system.as("coordinator")
                .command("/projects" + path, body, UUID.randomUUID().toString())
                .ok();
    }

    /** A project of the officer's agency, a tenth of it done by November. */
    private String givenAProject(String code) {
        given("", Paperwork.registration(code));
        given("/" + code + "/reports", Paperwork.report(1, new BigDecimal("10.00")));
        return system.queryUrl() + "/projects/" + code;
    }

    /** As somebody who has no mouse. */
    private static void tabTo(Page page, String selector) {
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("what => document.activeElement.matches(what)", selector)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not lead to " + selector);
    }

    private static void typeOver(Page page, String selector, String text) {
        tabTo(page, selector);
        page.keyboard().press("Control+a");
        page.keyboard().type(text);
    }

    @Test
    void a_report_is_written_kept_as_a_draft_and_sent_with_its_flags_by_keyboard_alone() {
        String project = givenAProject("50470000-8101");
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/sign-in?next=/projects/50470000-8101");
            tabTo(page, "#username");
            page.keyboard().type("officer");
            tabTo(page, "#password");
            page.keyboard().type(system.passwordOf("officer"));
            page.keyboard().press("Enter");
            page.waitForURL(project);
            OfficeBrowser.everybodyCanReadInEveryForm(page, "officer-project");
            tabTo(page, ".doings a");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("รายงานครั้งที่ 2");

            typeOver(page, "#f-reportedOn", "15/12/2568");
            typeOver(page, "#f-narrative", "จัดประชุมเครือข่ายครบทุกแห่งแล้ว");
            assertThat(page.locator("#kept time")).isVisible();
            page.navigate(project + "/report");
            assertThat(page.locator("#f-narrative")).hasValue("จัดประชุมเครือข่ายครบทุกแห่งแล้ว");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "report-draft");

            typeOver(page, "#f-percent", "๕");
            page.keyboard().press("Tab");
            assertThat(page.locator("#f-percent-e")).containsText("ต่ำกว่าครั้งก่อน");
            page.focus("#f-narrative");
            typeOver(page, "#f-percent", "60");
            page.keyboard().press("Tab");
            assertThat(page.locator("#checked .flags li")).hasCount(1);
            assertThat(page.locator("#checked .flags")).containsText("PCT_JUMP");
            assertThat(page.locator("#send")).hasText("ส่งรายงานครั้งที่ 2 ทั้งที่มี 1 ธง");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "report-flagged");
            tabTo(page, "#send");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*\\?atLeast=\\d+&done=report"));
            assertThat(page.locator(".notice-ok")).hasText("บันทึกรายงานแล้ว");
            assertThat(page.locator("#r2")).containsText("60.00");
            page.navigate(project + "/report");
            assertThat(page.locator("h1")).hasText("รายงานครั้งที่ 3");
            assertThat(page.locator("#f-narrative")).hasValue("");
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    @Test
    void a_returned_report_is_handed_in_again_and_a_refusal_stands_at_its_field_in_both_languages() {
        String project = givenAProject("50470000-8102");
        given("/50470000-8102/reports", Paperwork.report(2, new BigDecimal("20.00")));
        system.as("supervisor")
                .command(
                        "/projects/50470000-8102/reports/2/return",
                        Map.of("reason", "ไม่มีภาพกิจกรรม"),
                        UUID.randomUUID().toString())
                .ok();
        try (BrowserContext context = browser.reader(system, "officer", ColorScheme.LIGHT, 1280, "en-GB")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(project + "/report");
            assertThat(page.locator("h1")).hasText("Report 2, handed in again (revision 2)");
            assertThat(page.locator("#main")).containsText("ไม่มีภาพกิจกรรม");
            assertThat(page.locator("#f-percent")).hasValue("20.00");
            assertThat(page.locator("#f-reportedOn")).hasValue("28/11/2025");
            page.fill("#f-percent", "9.5");
            page.click("#send");
            assertThat(page.locator("#f-percent-e")).containsText("is below the last report");
            assertThat(page.locator("#wrongs")).isFocused();
            OfficeBrowser.everybodyCanReadInEveryForm(page, "report-refused");

            page.navigate(project + "/report?lang=th");
            page.fill("#f-percent", "9.5");
            page.click("#send");
            assertThat(page.locator("#f-percent-e")).containsText("ต่ำกว่าครั้งก่อน");
            page.fill("#f-percent", "22.00");
            page.fill("#f-narrative", "แนบภาพกิจกรรมแล้ว 12 ภาพ");
            page.click("#send");
            assertThat(page.locator("#r2")).containsText("22.00");
            // the browser tells of the refusals that it shows
            assertThat(complaints.stream()
                            .filter(each -> !each.contains("status of 409"))
                            .toList())
                    .isEmpty();
        }
    }

    @Test
    void without_scripts_hostile_words_are_words_and_what_others_record_is_told_before_it_is_overwritten() {
        String project = givenAProject("50470000-8103");
        String hostile =
                "</textarea><script>alert(1)</script>\u202Eย้อน\u202C 👩‍👩‍👧‍👦 [[${7*7}]] " + "ก".repeat(3000);
        try (BrowserContext context = browser.reader(system, "officer", ColorScheme.LIGHT, 390, "th-TH")) {
            Page page = context.newPage();
            page.onDialog(dialog -> {
                throw new AssertionError(dialog.message());
            });
            page.route("**/htmx.min.js", OfficerPagesIT::nothing);
            page.navigate(project + "/report");
            page.fill("#f-narrative", hostile);
            page.fill("#f-percent", "90");
            page.click("#check");
            assertThat(page.locator("#before-send")).isFocused();
            assertThat(page.locator("#checked .flags")).containsText("PCT_JUMP");
            assertThat(page.locator("#f-narrative")).hasValue(hostile);
            given("/50470000-8103/activities", Paperwork.activity("จัดประชุม"));
            page.click("#send");
            assertThat(page.locator("#wrongs")).containsText("กิจกรรม");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "report-moved");
            page.click("#send");
            assertThat(page.locator("#r2")).containsText("[[${7*7}]]");

            page.navigate(project + "/reports/2/correction");
            page.fill("#f-percent", "80");
            page.fill("#f-reason", "พิมพ์ผิด");
            page.click("#look");
            assertThat(page.locator("del")).hasText("90.00");
            assertThat(page.locator("ins")).hasText("80");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "correction-looked");
            page.click("#send");
            assertThat(page.locator("#r2")).containsText("80.00");
        }
    }

    @Test
    void what_happens_to_a_project_is_told_by_short_forms() {
        String project = givenAProject("50470000-8104");
        try (BrowserContext context = browser.reader(system, "officer", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            page.navigate(project + "/pause");
            page.fill("#f-effectiveOn", "32/13/2568");
            page.fill("#f-words", "น้ำท่วม");
            page.click("#send");
            assertThat(page.locator("#wrongs a")).hasCount(1);
            assertThat(page.locator("#f-effectiveOn")).hasAttribute("aria-invalid", "true");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "deed-refused");
            page.fill("#f-effectiveOn", "1/12/2568");
            page.check("input[value=OTHER]");
            page.fill("#f-letter-number", "กท 1/2568");
            page.click("#send");
            assertThat(page.locator(".notice-ok")).hasText("บันทึกการชะลอโครงการแล้ว");
            assertThat(page.locator(".doings")).containsText("กลับมาดำเนินการ");
            told(page, project + "/activities", Map.of("heldOn", "2025-11-20", "description", "จัดประชุม"));
            told(page, project + "/letters", Map.of("number", "กท 2/2568", "datedOn", "20/11/2568"));
            told(page, project + "/appeals/new", Map.of("grounds", "เกณฑ์ไม่เหมาะสม", "asked", "ปรับเกณฑ์"));
            told(page, project + "/resumption", Map.of("effectiveOn", "10/1/2569"));
            page.navigate(project + "/amendments");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "amendment");
            told(page, project + "/amendments", Map.of("budget.spent", "1,234.50", "reason", "สรุปยอดเบิกจ่าย"));
            assertThat(page.locator(".facts")).containsText("1,234.50");
            told(page, project + "/completion", Map.of("completedOn", "30/9/2569"));
            assertThat(page.locator(".facts")).containsText("เสร็จ");
        }
    }

    @Test
    void a_project_is_registered_and_its_indicator_measured_and_scored_by_forms() {
        String project = system.queryUrl() + "/projects/50470000-8105";
        try (BrowserContext context = browser.reader(system, "officer", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            page.navigate(system.queryUrl() + "/projects");
            page.click("a[href='/projects/new']");
            assertThat(page.locator("#f-projectCode")).hasValue("50470000-");
            page.click("#send");
            assertThat(page.locator("#wrongs a[href='#f-name']")).isVisible();
            int wrongs = page.locator("#wrongs li").count();
            assertThat(page.locator("#wrongs li a")).hasCount(wrongs);
            OfficeBrowser.everybodyCanReadInEveryForm(page, "registration-refused");
            page.fill("#f-projectCode", "50470000-8105");
            page.fill("#f-name", "โครงการปลูกต้นไม้ริมคลอง");
            page.fill("#f-budget-allocated", "1,250.50");
            page.fill("#f-agency-name", "สำนักงานเขตบางนา");
            page.fill("#f-objectives-1-text", "เพิ่มพื้นที่สีเขียว");
            page.click("button[name=more][value=objectives]");
            assertThat(page.locator("#f-objectives-0-text")).hasValue("เพิ่มพื้นที่สีเขียว");
            assertThat(page.locator("#f-objectives-3-text")).hasValue("");
            page.fill("#f-indicators-0-text", "จำนวนต้นไม้");
            page.click("#send");
            assertThat(page.locator(".notice-ok")).hasText("ขึ้นทะเบียนโครงการแล้ว");
            assertThat(page.locator("h1")).containsText("โครงการปลูกต้นไม้ริมคลอง");
            assertThat(page.locator(".facts")).containsText("1,250.50");
        }
        try (BrowserContext context = browser.reader(system, "coordinator", ColorScheme.LIGHT, 1280, "en-GB")) {
            Page page = context.newPage();
            page.navigate(project + "/indicators");
            page.click("a[href$='/indicators/new']");
            page.fill("#f-code", "5047-0895");
            page.fill("#f-text", "จำนวนต้นไม้ที่ปลูก");
            page.fill("#f-unit", "ต้น");
            page.check("input[value=OUTPUT]");
            page.fill("#f-criteria", "ปลูก 100 ต้น");
            page.click("#send");
            assertThat(page.locator(".notice-ok")).hasText("The indicator is recorded");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "indicators-recorded");
            page.click("a[href$='/results']");
            page.fill("#f-result", "170.83");
            page.click("#send");
            assertThat(page.locator(".indicator")).containsText("170.83");
            page.click("a[href*='/evaluations?indicator=']");
            page.fill("#f-parts-1-score", "62.5");
            page.click("#send");
            assertThat(page.locator("#f-parts-0-number")).hasAttribute("aria-invalid", "true");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "evaluation-refused");
            page.fill("#f-parts-0-number", "2.1");
            page.fill("#f-score", "80");
            page.click("#send");
            assertThat(page.locator(".indicator")).containsText("62.50");
            page.click("a[href$='/criteria']");
            page.fill("#f-criteria", "ปลูก 80 ต้น");
            page.fill("#f-reason", "น้ำท่วม");
            page.click("#send");
            assertThat(page.locator(".versions")).containsText("ปลูก 80 ต้น");
        }
    }

    @Test
    void a_report_is_begun_in_the_month_that_is_owed_and_its_draft_is_thrown_away() {
        String project = givenAProject("50470000-8106");
        try (BrowserContext context = browser.reader(system, "officer", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            page.navigate(project + "/report?month=2025-12");
            assertThat(page.locator("#f-reportedOn")).hasValue("31/12/2568");
            page.fill("#f-narrative", "ร่างที่ไม่ใช้");
            page.click("#keep");
            page.navigate(project + "/report?month=2025-12");
            assertThat(page.locator("#f-narrative")).hasValue("ร่างที่ไม่ใช้");
            page.click("#discard summary");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "report-of-month");
            page.click("#discard button");
            assertThat(page.locator(".notice-ok")).containsText("ทิ้งร่างแล้ว");
            assertThat(page.locator("#f-narrative")).hasValue("");
            page.navigate(project + "/amendments");
            page.fill("#f-reason", "ไม่ได้เปลี่ยน");
            page.click("#send");
            assertThat(page.locator("#wrongs li")).hasText("ไม่มีรายละเอียดใดเปลี่ยนไปจากเดิม");
            page.navigate(project + "/reports/1/correction");
            page.fill("#f-percent", "120");
            page.fill("#f-reason", "พิมพ์ผิด");
            page.click("#look");
            assertThat(page.locator("#f-percent")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#h-changes")).hasCount(0);
        }
    }

    private static void told(Page page, String address, Map<String, String> fields) {
        page.navigate(address);
        fields.forEach((name, typed) -> page.fill("#f-" + name.replace('.', '-'), typed));
        page.click("#send");
        assertThat(page.locator(".notice-ok")).isVisible();
    }

    private static void nothing(Route route) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("text/javascript").setBody(""));
    }
}
