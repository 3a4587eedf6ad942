package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pictures of the pages, for the documents; {@code scripts/make-pictures} runs it. Where they go is said by the system
 * property {@code pictures}.
 */
@ExtendWith(SharedSystem.class)
class Pictures {
    private record Shot(String name, String path) {}

    private static final String PROJECT = "/projects/" + Samples.COUNCIL.code();

    private static final String DISTRICT = "/projects/" + Samples.DISTRICT.code();

    private static final Map<String, List<Shot>> SHOTS = new LinkedHashMap<>(Map.of(
            "supervisor",
                    List.of(
                            new Shot("start", "/?fiscalYear=2564"),
                            new Shot("projects", "/projects"),
                            new Shot("agency", "/agencies/01000000?fiscalYear=2564"),
                            new Shot("late-reports", "/late-reports?fiscalYear=2564"),
                            new Shot("return", PROJECT + "/reports/12/return"),
                            new Shot("account", "/account")),
            "auditor",
                    List.of(
                            new Shot("project", PROJECT),
                            new Shot("timeline", PROJECT + "/timeline"),
                            new Shot("percent", PROJECT + "/percent"),
                            new Shot("as-of", PROJECT + "/as-of?happened=30/06/2564"),
                            new Shot("appeals-of-project", PROJECT + "/appeals"),
                            new Shot("indicators", PROJECT + "/indicators"),
                            new Shot("flags-of-project", PROJECT + "/flags"),
                            new Shot("history", PROJECT + "/history?at=18"),
                            new Shot("form", PROJECT + "/form"),
                            new Shot("files", PROJECT + "/files"),
                            new Shot("printout", PROJECT + "/printouts/" + Samples.COUNCIL.sha256()),
                            new Shot("flags", "/flags"),
                            new Shot("ledger", "/ledger"),
                            new Shot("events", "/events"),
                            new Shot("proof", "/events/7"),
                            new Shot("exports", "/exports"),
                            new Shot("standing-still", "/dead-letters"),
                            new Shot("replays", "/replays")),
            "reviewer",
                    List.of(
                            new Shot("appeals", "/appeals"),
                            new Shot("appeal", PROJECT + "/appeals/2"),
                            new Shot("finding", PROJECT + "/appeals/2/review")),
            "officer",
                    List.of(
                            new Shot("officer-start", "/"),
                            new Shot("report", DISTRICT + "/report"),
                            new Shot("correction", DISTRICT + "/reports/10/correction"),
                            new Shot("activity", DISTRICT + "/activities"),
                            new Shot("letter", DISTRICT + "/letters"),
                            new Shot("pause", DISTRICT + "/pause"),
                            new Shot("completion", DISTRICT + "/completion"),
                            new Shot("new-appeal", DISTRICT + "/appeals/new"),
                            new Shot("amendment", DISTRICT + "/amendments"),
                            new Shot("import", "/import"),
                            new Shot("bulk-reports", "/import/reports")),
            "coordinator",
                    List.of(
                            new Shot("new-project", "/projects/new"),
                            new Shot("new-indicator", DISTRICT + "/indicators/new"),
                            new Shot("evaluation", DISTRICT + "/evaluations")),
            "admin",
                    List.of(
                            new Shot("accounts", "/accounts"),
                            new Shot("signed-in-elsewhere", "/accounts/elsewhere"),
                            new Shot("readings", "/readings"),
                            new Shot("configuration", "/configuration"))));

    @Test
    void every_page_has_its_picture(RunningSystem system) {
        Path folder = Path.of(System.getProperty("pictures", "target/pictures"));
        try (OfficeBrowser browser = OfficeBrowser.open("pictures of the pages")) {
            try (BrowserContext nobody = browser.visitor(ColorScheme.LIGHT, 1280, "th-TH")) {
                shoot(nobody.newPage(), system, new Shot("sign-in", "/sign-in"), folder);
            }
            String draft = system.as("officer")
                    .importPrintout(Samples.DISTRICT.bytes())
                    .ok()
                    .json()
                    .get("importId")
                    .asString();
            try (BrowserContext officer = browser.reader(system, "officer", ColorScheme.LIGHT, 1280, "th-TH")) {
                shoot(officer.newPage(), system, new Shot("import-review", "/import/" + draft), folder);
            }
            SHOTS.forEach((account, shots) -> {
                try (BrowserContext context = browser.reader(system, account, ColorScheme.LIGHT, 1280, "th-TH")) {
                    Page page = context.newPage();
                    shots.forEach(shot -> shoot(page, system, shot, folder));
                }
            });
        }
    }

    private static void shoot(Page page, RunningSystem system, Shot shot, Path folder) {
        assertThat(page.navigate(system.queryUrl() + shot.path()).status())
                .as(shot.name())
                .isEqualTo(200);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(shot.name() + ".png"))
                .setClip(0, 0, 1280, height(page))
                .setFullPage(true));
    }

    /** The whole page, but no more than a reader of the documents looks at. */
    private static double height(Page page) {
        return Math.min(1500, ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue());
    }
}
