package org.progressledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page at {@code /}, as a person with a browser meets it. */
@ExtendWith(SharedSystem.class)
class StatusPageIT {
    private static OfficeBrowser browser;

    private final RunningSystem system;

    StatusPageIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    static void open_the_browser() {
        browser = OfficeBrowser.open("the status page");
    }

    @AfterAll
    static void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,390", "LIGHT,1280", "DARK,390", "DARK,1280"})
    void the_page_lists_both_projects_and_everybody_can_read_it(ColorScheme scheme, int width) {
        try (BrowserContext context = browser.reader(system, "auditor", scheme, width, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/");
            for (Samples paper : List.of(Samples.DISTRICT, Samples.COUNCIL)) {
                assertThat(page.getByText(paper.code()).first()).isVisible();
                assertThat(page.getByText(paper.expected()
                                        .get("header")
                                        .get("name")
                                        .asString())
                                .first())
                        .isVisible();
            }
            OfficeBrowser.everybodyCanRead(page, "status-" + width + "-" + scheme);
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    @Test
    void the_keyboard_walks_down_the_page_and_shows_where_it_is() {
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            page.navigate(system.queryUrl() + "/");
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
        Answer answer = auditor.send(auditor.toQuery("GET", "/", java.net.http.HttpRequest.BodyPublishers.noBody())
                .header("Accept", "text/html"));
        answer.ok();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.text()).contains("swagger-ui");
    }
}
