package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser, as the office has one. */
final class OfficeBrowser implements AutoCloseable {
    private static final List<Path> BROWSERS = Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of("/usr/bin", name))
            .toList();

    // a slow machine is no failure
    private static final double PATIENCE_MILLIS = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final Playwright playwright;
    private final Browser browser;

    private OfficeBrowser(Path executable) {
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

    /** Where the tests need a browser and there is none they fail; elsewhere they say what they leave out. */
    static OfficeBrowser open(String what) {
        Path executable =
                BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (executable == null) {
            String leftOut = "LEFT OUT: " + what + " in a browser, for there is no chromium: run scripts/prepare-tests";
            if (Boolean.getBoolean("real.mongodb.required")) {
                throw new IllegalStateException(leftOut);
            }
            System.out.println(leftOut);
            Assumptions.abort(leftOut);
        }
        return new OfficeBrowser(executable);
    }

    /** Somebody who has signed in, at a screen of that width. */
    BrowserContext reader(RunningSystem system, String account, ColorScheme scheme, int width, String language) {
        BrowserContext context = visitor(scheme, width, language);
        signIn(context, system, account);
        return context;
    }

    /** Somebody who has not signed in. */
    BrowserContext visitor(ColorScheme scheme, int width, String language) {
        return browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                // a colour that is still on its way to another is no colour of ours
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(language)
                .setViewportSize(width, 900));
    }

    private static void signIn(BrowserContext context, RunningSystem system, String account) {
        try (Page page = context.newPage()) {
            page.navigate(system.queryUrl() + "/sign-in?next=/account");
            page.fill("#username", account);
            page.fill("#password", system.passwordOf(account));
            page.locator("#main form button[type=submit]").click();
            arrivesAt(page, "/account");
        }
    }

    /** Waits until the page is there; the address of signing in names it too, so only the path counts. */
    static void arrivesAt(Page page, String endOfPath) {
        page.waitForURL(address -> URI.create(address).getPath().endsWith(endOfPath));
    }

    /** What the browser complains of from now on: errors, warnings, breaches of the content policy. */
    static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type()) && !isCalledOff(message.text())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    /** Who goes on before an answer came has it called off. Of what fails htmx also says a word of its own. */
    private static boolean isCalledOff(String complaint) {
        return complaint.startsWith("htmx:sendAbort") || complaint.startsWith("htmx:afterRequest");
    }

    /**
     * Everybody can read it, and nothing is wider than the screen. With {@code -Dscreenshots=true} there is a picture for
     * those who look at the test.
     */
    static void everybodyCanRead(Page page, String picture) {
        if (Boolean.getBoolean("screenshots")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", picture + ".png")));
        }
        page.waitForLoadState();
        assertThat(broken(page)).as(picture).isEmpty();
        nothingIsCutOff(page, picture);
    }

    private static List<Rule> broken(Page page) {
        AxeRunOptions broken = new AxeRunOptions();
        // what is in order is looked at and not listed
        broken.setResultTypes(List.of("violations"));
        // all stands in one page without frames, so no second page is needed to put results together
        return new AxeBuilder(page)
                .options(broken)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
    }

    private static void nothingIsCutOff(Page page, String picture) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing is wider than the screen: %s", picture)
                .isTrue();
    }

    /**
     * {@link #everybodyCanRead} light on a desk and dark on a telephone; with {@code -Dbrowser.forms=all} also dark on a desk
     * and light on a telephone. The page stays as it was.
     */
    static void everybodyCanReadInEveryForm(Page page, String picture) {
        boolean all = "all".equals(System.getProperty("browser.forms"));
        ViewportSize desk = page.viewportSize();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(1280, 390)) {
                if (all || scheme == ColorScheme.LIGHT == (width == 1280)) {
                    page.setViewportSize(width, 900);
                    everybodyCanRead(page, picture + "-" + width + "-" + scheme);
                }
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(desk.width, desk.height);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
