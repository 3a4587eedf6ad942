package org.progressledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a project stood on a day, where its percentage came from, what is odd about it, and its form on paper. */
@ExtendWith(SharedSystem.class)
class AuditorsDayIT {
    private static OfficeBrowser browser;

    private final RunningSystem system;

    AuditorsDayIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    static void open_the_browser() {
        browser = OfficeBrowser.open("an auditor's day");
    }

    @AfterAll
    static void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Reported at 10 and 80 per cent, corrected to 60, paused, with an indicator under two versions of its criteria. */
    private String recorded() {
        String code = Paperwork.newCode();
        String project = "/projects/" + code;
        record("/projects", Paperwork.registration(code));
        record(project + "/reports", Paperwork.report(1, new BigDecimal("10.00")));
        record(project + "/reports", Paperwork.report(2, new BigDecimal("80.00")));
        record(project + "/reports/2/correction", Paperwork.correction(new BigDecimal("60.00")));
        record(project + "/pause", Paperwork.pause());
        Map<String, Object> indicator = new LinkedHashMap<>(Map.of("id", "i1", "text", "ร้อยละของผู้เข้าร่วม"));
        indicator.putAll(
                Map.of("kind", "OUTPUT", "unit", "ร้อยละ", "criteria", "จัด 4 ครั้ง", "adoptedOn", "2025-10-01"));
        record(project + "/indicators", indicator);
        String old = "2025-12-31";
        record(
                project + "/evaluations",
                Map.of("quarter", "2569-Q1", "indicator", "i1", "score", 40, "evaluatedOn", old));
        long last = record(
                project + "/indicators/i1/criteria",
                Map.of("criteria", "จัด 2 ครั้ง", "effectiveOn", "2026-01-01", "reason", "น้ำท่วม"));
        system.as("auditor").ask(project + "?atLeast=" + last).ok();
        return code;
    }

    private long record(String path, Map<String, Object> body) {
        return system.as("coordinator")
                .command(path, body, UUID.randomUUID().toString())
                .ok()
                .json()
                .get("ledgerPosition")
                .asLong();
    }

    @Test
    void from_how_a_project_stood_to_its_percentage_a_flag_and_its_form() {
        String code = recorded();
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            looksBack(page, code);
            followsThePercentage(page);
            acknowledges(page);
            readsScores(page);
            prints(page, code);
            // what was refused on purpose
            complaints.removeIf(complaint -> complaint.contains("status of 400"));
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    private void looksBack(Page page, String code) {
        page.navigate(system.queryUrl() + "/projects/" + code + "/as-of");
        OfficeBrowser.everybodyCanReadInEveryForm(page, "asof-nothing-asked");
        page.fill("#happened", "30/11/2568");
        page.locator("#main form .btn-primary").click();
        assertThat(page.locator("#h-then")).containsText("30 พ.ย. 2568");
        assertThat(page.locator("table.differences")).containsText("เกิดเพิ่ม");
        page.locator("text=ก่อนการแก้ไขล่าสุด").click();
        assertThat(page.locator("table.differences del").first()).containsText("80.00");
        assertThat(page.locator("table.differences ins").first()).containsText("60.00");
        assertThat(page.locator("table.differences")).containsText("บันทึกภายหลัง");
        OfficeBrowser.everybodyCanReadInEveryForm(page, "asof-compared");
    }

    private static void followsThePercentage(Page page) {
        page.locator("dl.facts a.big").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/percent$"));
        OfficeBrowser.everybodyCanReadInEveryForm(page, "percent-drawn");
        page.locator("svg.wide a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*#p\\d+$"));
        assertThat(page.locator("tr:target")).containsText("10.00");
    }

    private static void acknowledges(Page page) {
        page.locator("dl.facts a[href$='/flags']").click();
        OfficeBrowser.everybodyCanReadInEveryForm(page, "flags-of-a-project");
        page.locator("[id='pct-jump-r2'] a.hit-link").click();
        page.locator("#main form .btn-primary").click();
        assertThat(page.locator("#wrongs a")).hasAttribute("href", "#f-reason");
        assertThat(page.locator("#f-reason")).hasAttribute("aria-invalid", "true");
        OfficeBrowser.everybodyCanReadInEveryForm(page, "flag-refused");
        page.fill("#f-reason", "ตรวจกับหนังสือแล้ว <b>ถูกต้อง</b>");
        page.locator("#main form .btn-primary").click();
        assertThat(page).hasURL(Pattern.compile(".*done=acknowledged.*"));
        assertThat(page.locator(".notice-ok")).isVisible();
        assertThat(page.locator("#main")).containsText("ตรวจกับหนังสือแล้ว <b>ถูกต้อง</b>");
        assertThat(page.locator("textarea")).hasCount(0);
        OfficeBrowser.everybodyCanReadInEveryForm(page, "flag-acknowledged");
    }

    private static void readsScores(Page page) {
        page.locator("nav.tabs a[href$='/indicators']").click();
        assertThat(page.locator(".indicator")).containsText("จัด 2 ครั้ง");
        OfficeBrowser.everybodyCanReadInEveryForm(page, "indicators");
    }

    private void prints(Page page, String code) {
        page.locator(".page-head .actions a").click();
        assertThat(page.locator("#h-form")).isVisible();
        assertThat(page.locator("#main")).not().containsText("เจ้าหน้าที่ทดสอบ");
        assertThat(page.locator("pre.checkpoint")).isVisible();
        OfficeBrowser.everybodyCanReadInEveryForm(page, "form");
        Path paper = Path.of("target", "screenshots", "form.pdf");
        byte[] pdf = page.pdf(new Page.PdfOptions().setPath(paper).setPreferCSSPageSize(true));
        String printed = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(printed).startsWith("%PDF-").as("A4").contains("/MediaBox [0 0 594.95");
    }

    @Test
    void somebody_who_recorded_meanwhile_is_told_before_an_acknowledgement_is_sent() {
        String code = recorded();
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 1280, "en-GB")) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onPageError(complaints::add);
            page.navigate(system.queryUrl() + "/projects/" + code + "/flags/pct-jump-r2");
            long position = record("/projects/" + code + "/letters", Paperwork.letter("กท 9/2569"));
            page.request().get(system.queryUrl() + "/projects/" + code + "?atLeast=" + position);
            page.fill("#f-reason", "looked at");
            page.locator("#main form .btn-primary").click();
            assertThat(page.locator("#wrongs")).containsText("กท 9/2569");
            assertThat(page.locator("#f-reason")).hasValue("looked at");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "flag-moved-on");
            page.locator("#main form .btn-primary").click();
            assertThat(page.locator(".notice-ok")).isVisible();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void everything_is_built_anew_from_the_ledger_and_is_the_same() {
        recorded();
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 1280, "en-GB")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/replays");
            OfficeBrowser.everybodyCanRead(page, "replays-before");
            page.locator("#main form .btn-primary").click();
            // told by itself, as it goes on
            assertThat(page.locator("#replays article").first())
                    .containsText(
                            "What was built is the same as what answered",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            OfficeBrowser.everybodyCanReadInEveryForm(page, "replays");
            page.navigate(system.queryUrl() + "/dead-letters");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "standing-still");
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }
}
