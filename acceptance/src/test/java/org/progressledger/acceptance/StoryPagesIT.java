package org.progressledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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

/** From an event to its words on paper and its proof; and an appeal from the queue to a finding. */
@ExtendWith(SharedSystem.class)
class StoryPagesIT {
    private static OfficeBrowser browser;

    private final RunningSystem system;

    StoryPagesIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    static void open_the_browser() {
        browser = OfficeBrowser.open("the pages of events and appeals");
    }

    @AfterAll
    static void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void an_auditor_goes_from_the_timeline_to_the_source_line_and_to_the_proof() {
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 1280, "en-GB")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(
                    system.queryUrl() + "/projects/" + Samples.COUNCIL.code() + "/timeline?type=progress-reported");
            page.locator("li.event:has-text('Report 11') summary").first().click();
            var event = page.locator("li.event:has(details[open])").first();
            assertThat(event.locator("mark").first()).containsText("30/08/2564");
            assertThat(event.locator("mark").last()).containsText("= 50.00 %");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "timeline-open");

            event.locator("ol.source .ln a").first().click();
            assertThat(page).hasURL(Pattern.compile(".*/printouts/[0-9a-f]{64}#L84$"));
            assertThat(page.locator("li:target .slip")).containsText("รายงานครั้งที่11");
            assertThat(page.locator("#main")).not().containsText("เจ้าหน้าที่ผู้รับผิดชอบ ข");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "source-view");

            page.locator("li:target .from a").first().click();
            page.locator("li.event:target summary").click();
            page.locator("li.event:target a[href^='/events/']").click();
            // the sealer works every second
            for (int again = 0; again < 20 && page.locator(".notice-ok").count() == 0; again++) {
                page.waitForTimeout(250);
                page.reload();
            }
            assertThat(page.locator(".notice-ok")).containsText("proven to be in the signed ledger");
            assertThat(page.locator("ol.chain > li")).hasCount(6);
            OfficeBrowser.everybodyCanReadInEveryForm(page, "proof-sealed");
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    @Test
    void a_reviewer_with_nothing_but_a_keyboard_goes_from_signing_in_to_a_recorded_finding() {
        String code = decidedAppeal();
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/sign-in?next=/appeals");
            tabTo(page, "#username");
            page.keyboard().type("reviewer");
            page.keyboard().press("Tab");
            page.keyboard().type(system.passwordOf("reviewer"));
            page.keyboard().press("Enter");
            OfficeBrowser.arrivesAt(page, "/appeals");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "appeals-queue");
            tabTo(page, "#q");
            page.keyboard().type(code);
            page.keyboard().press("Enter");
            page.waitForURL("**/appeals?q=*");
            tabTo(page, "a[href='/projects/" + code + "/appeals/1']");
            page.keyboard().press("Enter");
            OfficeBrowser.arrivesAt(page, "/appeals/1");
            assertThat(page.locator(".criteria del").first()).containsText("ประชุม");
            assertThat(page.locator(".criteria ins").first()).containsText("อบรม");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "appeal-decided");

            // nothing is filled in yet
            tabTo(page, "form.record button[type=submit]");
            page.keyboard().press("Enter");
            page.waitForURL("**/review*");
            assertThat(page.locator("#wrongs")).isVisible();
            assertThat(page.locator("#f-finding")).hasAttribute("aria-invalid", "true");
            OfficeBrowser.everybodyCanRead(page, "appeal-finding-refused");

            tabTo(page, "input[value='COMPLIANT']");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            tabTo(page, "#f-finding");
            page.keyboard().type("ขอหนังสือแจ้งผลการพิจารณา");
            tabTo(page, "form.record button[type=submit]");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/appeals/1\\?atLeast=\\d+&done=review.*"));
            assertThat(page.locator(".notice-ok")).containsText("บันทึกข้อค้นพบแล้ว");
            assertThat(page.locator("#findings")).containsText("ขอหนังสือแจ้งผลการพิจารณา");
            assertThat(page.locator("#findings")).containsText("ยังสรุปไม่ได้");
            OfficeBrowser.everybodyCanRead(page, "appeal-finding-recorded");
            // the empty form that was refused is a complaint of its own
            complaints.removeIf(complaint -> complaint.contains("400"));
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    @Test
    void a_coordinator_decides_after_reading_what_was_recorded_meanwhile() {
        String code = filedAppeal();
        String at = system.queryUrl() + "/projects/" + code + "/appeals/1";
        try (BrowserContext context = browser.reader(system, "coordinator", ColorScheme.LIGHT, 390, "en-GB")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(at);
            page.locator("a[href$='/decision#record']").click();
            page.locator("input[value='PARTLY_GRANTED']").check();
            page.fill("#f-decidedOn", "15/12/2568");
            page.fill("#f-criteriaAfter", "จัดอบรม 2 ครั้ง");
            page.fill("#f-letter-number", "กท 1/2569");
            OfficeBrowser.everybodyCanRead(page, "appeal-decision");
            does("coordinator", "/projects/" + code + "/letters", Paperwork.letter("กท 9/2569"));
            page.locator("form.record button[type=submit]").click();
            assertThat(page.locator("#wrongs")).containsText("กท 9/2569");
            assertThat(page.locator("#f-criteriaAfter")).hasValue("จัดอบรม 2 ครั้ง");
            OfficeBrowser.everybodyCanRead(page, "appeal-decision-moved");
            page.locator("form.record button[type=submit]").click();
            assertThat(page.locator(".notice-ok")).containsText("The decision is recorded.");
            assertThat(page.locator("#main")).containsText("partly granted");
            assertThat(page.locator("#main")).containsText("15 Dec 2025");
            page.navigate(system.queryUrl() + "/projects/" + Samples.COUNCIL.code() + "/appeals");
            assertThat(page.locator("#main")).containsText("An appeal without a round");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "appeals-of-project");
            complaints.removeIf(complaint -> complaint.contains("412"));
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    /** A person with a keyboard presses the key until it is there. */
    private static void tabTo(Page page, String selector) {
        for (int pressed = 0; pressed < 200; pressed++) {
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Nobody gets there by keyboard: " + selector);
    }

    private String filedAppeal() {
        String code = Paperwork.newCode();
        String officer = "officer-of-" + code;
        Answer account = system.as("admin")
                .command("/accounts", Map.of("username", officer, "role", "OFFICER", "scope", List.of("7777")))
                .ok();
        system.knows(officer, account.json().path("password").asString());
        does(officer, "/projects", Paperwork.registration(code));
        does(officer, "/projects/" + code + "/reports", Paperwork.report(1, new BigDecimal("40")));
        does(officer, "/projects/" + code + "/appeals", Paperwork.appeal(1));
        return code;
    }

    private String decidedAppeal() {
        String code = filedAppeal();
        Map<String, Object> report = Paperwork.report(2, new BigDecimal("70"));
        report.put("reportedOn", "2025-12-10");
        does("coordinator", "/projects/" + code + "/reports", report);
        long position = does(
                        "coordinator",
                        "/projects/" + code + "/appeals/1/decision",
                        Map.of(
                                "decidedOn",
                                "2025-12-15",
                                "outcome",
                                "GRANTED",
                                "criteriaBefore",
                                "จัดประชุมชี้แจง 4 ครั้ง",
                                "criteriaAfter",
                                "จัดอบรมออนไลน์ 2 ครั้ง"))
                .position();
        system.as("reviewer").get("/projects/" + code + "?atLeast=" + position);
        return code;
    }

    private Answer does(String account, String path, Object body) {
        return system.as(account)
                .command(path, body, UUID.randomUUID().toString())
                .ok();
    }
}
