package org.progressledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The start page, the list of projects, an agency, and what a supervisor does, as persons with a browser meet them. */
@ExtendWith(SharedSystem.class)
class StartPagesIT {
    private static OfficeBrowser browser;

    private final RunningSystem system;

    StartPagesIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    static void open_the_browser() {
        browser = OfficeBrowser.open("the start page and the list of projects");
    }

    @AfterAll
    static void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    private void given(String account, String path, Object body) {
        system.as(account)
                .command("/projects" + path, body, UUID.randomUUID().toString())
                .ok();
    }

    private void givenAReportedProject(String code) {
        given("coordinator", "", Paperwork.registration(code));
        given("coordinator", "/" + code + "/reports", Paperwork.report(1, new BigDecimal("10.00")));
    }

    @Test
    void a_supervisor_comes_from_the_start_page_to_a_report_that_is_sent_back() {
        String code = Paperwork.newCode();
        givenAReportedProject(code);
        try (BrowserContext context = browser.reader(system, "supervisor", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/?fiscalYear=2569&agencies=all");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "start");
            page.locator(".multiples h3 a", new Page.LocatorOptions().setHasText("สำนักทดสอบ"))
                    .first()
                    .click();
            assertThat(page.locator("h1")).hasText("สำนักทดสอบ");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "agency");

            page.navigate(system.queryUrl() + "/projects");
            Locator words = page.locator("#q");
            words.pressSequentially("ทดสอบ " + code);
            assertThat(page.locator("#results tbody tr")).hasCount(1);
            assertThat(page.locator("#announced")).hasText("พบ 1 โครงการ");
            assertThat(words).isFocused();
            assertThat(page).hasURL(Pattern.compile(".*/projects\\?q=[^&]+$"));
            page.locator("#results tbody th a").click();

            page.locator("a[href$='/reports/1/return']").click();
            assertThat(page.locator("#main")).containsText("รายงานที่ 1");
            page.locator("#send").click();
            assertThat(page.locator("#f-reason")).hasAttribute("aria-invalid", "true");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "return-refused");
            page.locator("#f-reason").fill("ไม่มีภาพกิจกรรม");
            page.locator("#send").click();
            assertThat(page).hasURL(Pattern.compile(".*/projects/" + code + "\\?.*done=return.*"));
            assertThat(page.locator("#main")).containsText("ไม่มีภาพกิจกรรม");
            assertThat(complaints.stream().filter(each -> !each.contains("400")).toList())
                    .as("complaints of the browser")
                    .isEmpty();
        }
    }

    @Test
    void the_first_page_that_somebody_opens_weighs_little_and_comes_from_this_house_alone() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, 1280, "th-TH");
                BrowserContext reader = browser.reader(system, "supervisor", ColorScheme.LIGHT, 1280, "th-TH")) {
            weighsLittle(visitor.newPage(), "/sign-in");
            weighsLittle(reader.newPage(), "/?fiscalYear=2564");
            weighsLittle(reader.newPage(), "/projects?fiscalYear=2564");
            weighsLittle(reader.newPage(), "/projects/" + Samples.COUNCIL.code() + "/percent");
        }
    }

    /** As it goes over the wire, compressed, to a browser that has seen nothing of it before. */
    private void weighsLittle(Page page, String path) {
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        JsonObject off = new JsonObject();
        off.addProperty("cacheDisabled", true);
        network.send("Network.setCacheDisabled", off);
        List<String> elsewhere = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.url().startsWith(system.queryUrl().toString())) {
                elsewhere.add(request.url());
            }
        });
        page.navigate(system.queryUrl() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        Number bytes = (Number) page.evaluate("[...performance.getEntriesByType('navigation'),"
                + " ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.transferSize, 0)");
        System.out.printf("%s takes %.0f KB at first%n", path, bytes.doubleValue() / 1024);
        assertThat(bytes.doubleValue() / 1024).as("KB of %s", path).isBetween(10.0, 150.0);
        assertThat(elsewhere).as("asked of other houses").isEmpty();
        network.detach();
        page.close();
    }

    @Test
    void the_same_pages_are_read_in_english_and_both_papers_are_in_the_list() {
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 1280, "en-GB")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/?fiscalYear=2564");
            OfficeBrowser.everybodyCanRead(page, "start-english");
            page.locator(".multiples h3 a[href^='/agencies/"
                            + Samples.COUNCIL.code().substring(0, 8) + "']")
                    .click();
            OfficeBrowser.everybodyCanRead(page, "agency-english");
            page.navigate(system.queryUrl() + "/projects?fiscalYear=2564");
            for (Samples paper : List.of(Samples.DISTRICT, Samples.COUNCIL)) {
                assertThat(page.getByText(paper.code()).first()).isVisible();
            }
            OfficeBrowser.everybodyCanReadInEveryForm(page, "list-english");
            page.navigate(system.queryUrl() + "/late-reports?fiscalYear=2564");
            OfficeBrowser.everybodyCanRead(page, "late-english");
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    @Test
    void an_officer_begins_with_what_was_sent_back_and_is_led_to_the_form() {
        String code = "50470000-8201";
        givenAReportedProject(code);
        given("supervisor", "/" + code + "/reports/1/return", Map.of("reason", "ไม่มีภาพกิจกรรมของเดือนนี้"));
        try (BrowserContext context = browser.reader(system, "officer", ColorScheme.LIGHT, 390, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/?fiscalYear=2569");
            assertThat(page.locator(".duties")).containsText("ไม่มีภาพกิจกรรมของเดือนนี้");
            assertThat(page.locator("#main")).not().containsText("สำนักทดสอบ 7777");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "start-officer");
            page.locator(".duties a[href='/projects/" + code + "/report']")
                    .first()
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/projects/" + code + "/report$"));
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    @Test
    void the_keyboard_walks_down_the_list_and_shows_where_it_is() {
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            page.navigate(system.queryUrl() + "/projects");
            int stops = page.locator("a[href], button, input:not([type=hidden]), select, summary")
                    .count();
            assertThat(stops).isPositive();
            int last = -1;
            for (int i = 0; i < Math.min(stops, 30); i++) {
                page.keyboard().press("Tab");
                int place = ((Number)
                                page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
                        .intValue();
                assertThat(place).as("the focus follows the reading order").isGreaterThan(last);
                last = place;
                assertThat((Boolean) page.evaluate("document.activeElement.matches(':focus-visible')"))
                        .isTrue();
            }
        }
    }

    @Test
    void the_policy_forbids_what_the_page_does_not_need() {
        Client auditor = system.as("auditor");
        Answer answer =
                auditor.send(auditor.toQuery("GET", "/projects", java.net.http.HttpRequest.BodyPublishers.noBody())
                        .header("Accept", "text/html"));
        answer.ok();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.text()).contains("swagger-ui");
    }
}
