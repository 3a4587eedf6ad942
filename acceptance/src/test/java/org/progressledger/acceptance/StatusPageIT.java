package org.progressledger.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page at {@code /}, as a person with a browser meets it. */
@ExtendWith(SharedSystem.class)
class StatusPageIT {
    private static final List<Path> BROWSERS = Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of("/usr/bin", name))
            .toList();
    private static Playwright playwright;
    private static Browser browser;

    private final RunningSystem system;

    StatusPageIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    static void open_the_browser() {
        Path executable =
                BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (executable == null) {
            String leftOut =
                    "LEFT OUT: the status page in a browser, for there is no chromium: run scripts/prepare-tests";
            if (Boolean.getBoolean("real.mongodb.required")) {
                throw new IllegalStateException(leftOut);
            }
            System.out.println(leftOut);
            Assumptions.abort(leftOut);
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close_the_browser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,390", "LIGHT,1280", "DARK,390", "DARK,1280"})
    void the_page_lists_both_projects_and_everybody_can_read_it(ColorScheme scheme, int width) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setHttpCredentials("auditor", system.passwordOf("auditor"))
                .setColorScheme(scheme)
                .setLocale("th-TH")
                .setViewportSize(width, 900))) {
            Page page = context.newPage();
            List<String> complaints = complaints(page);
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
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "status-" + width + "-" + scheme + ".png")));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing is wider than the screen")
                    .isTrue();
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }

    private static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    @Test
    void the_keyboard_walks_down_the_page_and_shows_where_it_is() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setHttpCredentials("auditor", system.passwordOf("auditor"))
                .setViewportSize(1280, 900))) {
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
