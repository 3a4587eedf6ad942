package org.progressledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of a project, as a person with a browser meets them. */
@ExtendWith(SharedSystem.class)
class ProjectPagesIT {
    private static OfficeBrowser browser;

    private final RunningSystem system;

    ProjectPagesIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    static void open_the_browser() {
        browser = OfficeBrowser.open("the pages of a project");
    }

    @AfterAll
    static void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,th-TH,auditor", "DARK,390,en-GB,reviewer"})
    void from_the_list_to_the_event_behind_a_percentage(ColorScheme scheme, int width, String language, String reader) {
        try (BrowserContext context = browser.reader(system, reader, scheme, width, language)) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            String picture = width + "-" + scheme;
            page.navigate(system.queryUrl() + "/projects?fiscalYear=2564");
            page.locator("a[href='/projects/" + Samples.COUNCIL.code() + "']").click();
            assertThat(page.locator("h1")).containsText("โครงการสภากรุงเทพมหานครพบประชาชน");
            assertThat(page.locator("svg.wide .dot")).hasCount(12);
            assertThat(page.locator("tr[id^=r]")).hasCount(12);
            assertThat(page.locator("#r12")).containsText("+50.00");
            OfficeBrowser.everybodyCanRead(page, "project-" + picture);

            page.locator("#r11 td.num a").click();
            assertThat(page).hasURL(Pattern.compile(".*/percent#p\\d+$"));
            assertThat(page.locator("tfoot")).containsText("100.00");
            OfficeBrowser.everybodyCanRead(page, "percent-" + picture);

            page.locator("tr:target a.pos").click();
            assertThat(page).hasURL(Pattern.compile(".*/timeline#e\\d+$"));
            page.locator("li.event:target summary").click();
            assertThat(page.locator("li.event:target")).containsText("progress-reported");
            OfficeBrowser.everybodyCanRead(page, "timeline-" + picture);
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    @Test
    void a_hostile_text_is_a_text_everywhere() {
        String code = Paperwork.newCode();
        String hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202Eย้อน\u202C " + "ก".repeat(3000)
                + " 👩‍👩‍👧‍👦 'quoted\" & ${7*7} [[${7*7}]]";
        Client coordinator = system.as("coordinator");
        coordinator
                .command(
                        "/projects",
                        Paperwork.registration(code),
                        UUID.randomUUID().toString())
                .ok();
        coordinator
                .command(
                        "/projects/" + code + "/activities",
                        Paperwork.activity(hostile),
                        UUID.randomUUID().toString())
                .ok();
        Answer recorded = coordinator.command(
                "/projects/" + code + "/pause",
                Map.of("effectiveOn", "2020-12-01", "cause", "OTHER", "words", hostile),
                UUID.randomUUID().toString());
        long position = recorded.ok().json().get("ledgerPosition").asLong();
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 390, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
            for (String tab : List.of("", "/timeline", "/percent")) {
                page.navigate(system.queryUrl() + "/projects/" + code + tab + "?atLeast=" + position);
                OfficeBrowser.everybodyCanRead(page, "hostile" + tab.replace('/', '-'));
            }
            page.navigate(system.queryUrl() + "/projects/" + code);
            assertThat(page.locator("#main")).containsText("<img src=x onerror=alert(2)>");
            assertThat(page.locator("#main")).containsText("[[${7*7}]]");
            assertThat(page.locator("#main img, #main script")).hasCount(0);
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    @Test
    void the_officer_of_another_agency_is_told_on_a_page_that_it_is_not_his() {
        try (BrowserContext context = browser.reader(system, "officer", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            assertThat(page.navigate(system.queryUrl() + "/projects/" + Samples.COUNCIL.code())
                            .status())
                    .isEqualTo(403);
            assertThat(page.locator("h1")).containsText("ไม่มีสิทธิ์ดูหน้านี้");
            OfficeBrowser.everybodyCanRead(page, "not-yours");
        }
    }
}
