package org.progressledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor's way from a flag over its evidence to the ledger, in a browser. */
@ExtendWith(SharedSystem.class)
class AuditorPagesIT {
    private static OfficeBrowser browser;

    private final RunningSystem system;

    AuditorPagesIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    static void open_the_browser() {
        browser = OfficeBrowser.open("the pages of auditors");
    }

    @AfterAll
    static void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void from_a_flag_over_its_evidence_and_the_steps_to_the_ledger_and_its_events() {
        String project = "/projects/" + Samples.COUNCIL.code();
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/flags?agency="
                    + Samples.COUNCIL.code().substring(0, 8));
            assertThat(page.locator("h1")).containsText("ธงตรวจสอบ");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "flags");
            page.locator(".flag-counts a[href*='flag=PCT_JUMP']").click();
            assertThat(page.locator(".flagged li")).hasCount(2);
            assertThat(page.locator(".flagged")).containsText("บรรทัด");

            page.locator(".flagged li a.pos").first().click();
            assertThat(page).hasURL(Pattern.compile(".*" + project + "/timeline#e\\d+$"));
            page.locator("a[href$='/history?at=0']").click();
            assertThat(page.locator("#h-step")).containsText("ขั้นที่ 1 จาก");
            page.locator(".stepper a[rel=next]").click();
            page.locator(".stepper a[rel=next]").click();
            assertThat(page.locator("#h-step")).containsText("ขั้นที่ 3 จาก");
            assertThat(page.locator(".steps a[aria-current=step] .no")).hasText("3");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "history");

            page.navigate(system.queryUrl() + "/ledger");
            assertThat(page.locator(".checkpoint").first()).containsText("\u2014 ");
            page.locator("#kept a").last().click();
            assertThat(page.locator("#compare [role=status]")).containsText("พิสูจน์แล้ว");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "ledger");

            page.fill("#position", "0");
            page.locator(".ledger-proof button").click();
            assertThat(page.locator("#e0 pre").first()).containsText("\"project\" : ");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "events");
            page.locator("#e0 .actions a[href^='/events?project=']").click();
            assertThat(page.locator("#type option")).not().hasCount(1);
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    @Test
    void in_english_and_with_nothing_found_everybody_can_read_it_too() {
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 390, "en-GB")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            String project = "/projects/" + Samples.DISTRICT.code();
            page.navigate(system.queryUrl() + project + "/files");
            OfficeBrowser.everybodyCanReadInEveryForm(page, "files-en");
            page.waitForDownload(() -> page.locator("a[href$='table=flags']").click());
            page.navigate(system.queryUrl() + "/exports?project=" + Samples.DISTRICT.code());
            assertThat(page.locator("tbody tr").first()).containsText("auditor");
            page.locator("tbody details summary").first().click();
            OfficeBrowser.everybodyCanReadInEveryForm(page, "exports-en");
            for (String path : List.of(
                    "/flags?flag=PCT_FELL&severity=INFO",
                    "/flags?flag=UNSIGNED&on=01/10/2021",
                    project + "/history",
                    "/ledger?from=999999",
                    "/events?from=999,999")) {
                page.navigate(system.queryUrl() + path);
                OfficeBrowser.everybodyCanRead(page, "auditor-en" + path.replaceAll("[^A-Za-z]+", "-"));
            }
            // the browser tells of the answer to a size that no checkpoint has
            assertThat(complaints).allMatch(complaint -> complaint.contains("400"));
        }
    }
}
