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

/** Signing in and out, accounts, who looked at what, and what an open page learns. */
@ExtendWith(SharedSystem.class)
class SignInPagesIT {
    private static OfficeBrowser browser;

    private final RunningSystem system;

    SignInPagesIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    static void open_the_browser() {
        browser = OfficeBrowser.open("signing in on pages");
    }

    @AfterAll
    static void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    private void signIn(Page page, String account, String password) {
        page.fill("#username", account);
        page.fill("#password", password);
        page.locator("#main form button[type=submit]").click();
    }

    @Test
    void an_administrator_makes_an_account_whose_owner_signs_in_chooses_a_password_and_is_disabled() {
        String name = "browser-" + UUID.randomUUID().toString().substring(0, 8);
        try (BrowserContext admins = browser.reader(system, "admin", ColorScheme.LIGHT, 1280, "th-TH");
                BrowserContext owners = browser.visitor(ColorScheme.LIGHT, 1280, "en-GB")) {
            Page admin = admins.newPage();
            List<String> complaints = OfficeBrowser.complaints(admin);
            admin.navigate(system.queryUrl() + "/");
            assertThat(admin).hasURL(Pattern.compile(".*/accounts$"));
            OfficeBrowser.everybodyCanReadInEveryForm(admin, "accounts");
            admin.fill("#f-username", name);
            admin.selectOption("#f-role", "AUDITOR");
            admin.locator("form[action='/accounts'] button").click();
            assertThat(admin.locator(".notice-ok")).containsText(name);
            String given = admin.locator(".secret").innerText();
            OfficeBrowser.everybodyCanRead(admin, "accounts-made");
            admin.reload();
            assertThat(admin.locator(".secret")).hasCount(0);
            assertThat(complaints).isEmpty();
            admin.fill("#f-username", "Not A Name");
            admin.locator("form[action='/accounts'] button").click();
            assertThat(admin.locator("#wrongs a")).hasAttribute("href", "#f-username");
            admin.locator(".known > summary").click();
            assertThat(admin.locator(".known-list")).containsText("50470000");
            OfficeBrowser.everybodyCanRead(admin, "accounts-refused");

            Page owner = owners.newPage();
            owner.navigate(system.queryUrl() + "/projects/" + Samples.COUNCIL.code() + "/percent");
            assertThat(owner).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
            OfficeBrowser.everybodyCanReadInEveryForm(owner, "sign-in");
            signIn(owner, name, "a wrong password");
            assertThat(owner.locator("[role=alert]")).containsText("not right");
            OfficeBrowser.everybodyCanReadInEveryForm(owner, "sign-in-refused");
            signIn(owner, name, given);
            OfficeBrowser.arrivesAt(owner, "/projects/" + Samples.COUNCIL.code() + "/percent");

            owner.navigate(system.queryUrl() + "/account");
            OfficeBrowser.everybodyCanReadInEveryForm(owner, "account");
            String chosen = "a password of my own " + name;
            owner.fill("#current", "not the present one");
            owner.fill("#chosen", chosen);
            owner.fill("#again", chosen);
            owner.locator("form[action='/account/password'] button").click();
            assertThat(owner.locator("#wrongs a")).hasAttribute("href", "#current");
            OfficeBrowser.everybodyCanRead(owner, "account-refused");
            owner.fill("#current", given);
            owner.fill("#chosen", chosen);
            owner.fill("#again", chosen);
            owner.locator("form[action='/account/password'] button").click();
            assertThat(owner).hasURL(Pattern.compile(".*/sign-in\\?changed.*"));
            signIn(owner, name, chosen);
            assertThat(owner.locator(".whoami")).containsText(name);

            admin.navigate(system.queryUrl() + "/accounts");
            String disabling = "form[action='/accounts/" + name + "/enabled']";
            admin.locator("details:has(" + disabling + ") > summary").click();
            OfficeBrowser.everybodyCanReadInEveryForm(admin, "accounts-disabling");
            admin.locator(disabling + " button").click();
            assertThat(admin.locator(".notice-ok")).isVisible();
            owner.navigate(system.queryUrl() + "/projects");
            assertThat(owner).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));

            admin.navigate(system.queryUrl() + "/readings?account=" + name);
            assertThat(admin.locator("tbody")).containsText(Samples.COUNCIL.code());
            OfficeBrowser.everybodyCanReadInEveryForm(admin, "readings");
            admin.navigate(system.queryUrl() + "/accounts/elsewhere");
            OfficeBrowser.everybodyCanReadInEveryForm(admin, "elsewhere");
            admin.navigate(system.queryUrl() + "/readings?account=nobody-at-all");
            OfficeBrowser.everybodyCanRead(admin, "readings-none");
            admin.navigate(system.queryUrl() + "/configuration");
            assertThat(admin.locator("section:has(#of-query)")).containsText("progress-ledger.query.patience");
            assertThat(admin.locator("section:has(#of-command)")).containsText("progress-ledger.sealing.origin");
            OfficeBrowser.everybodyCanReadInEveryForm(admin, "configuration");
        }
    }

    @Test
    void whoever_chooses_dark_sees_dark_and_whoever_signs_out_is_out() {
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            page.navigate(system.queryUrl() + "/ledger");
            page.locator(".themes a").last().click();
            assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
            page.setViewportSize(390, 900);
            assertThat(page.locator(".mainnav")).isHidden();
            page.locator(".menu summary").press("Enter");
            assertThat(page.locator(".mainnav")).isVisible();
            assertThat(page.locator(".whoami .themes")).isVisible();
            OfficeBrowser.everybodyCanRead(page, "menu-open");
            page.setViewportSize(1280, 900);
            page.navigate(system.queryUrl() + "/flags");
            assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
            page.locator(".out button").click();
            assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?out.*"));
            page.navigate(system.queryUrl() + "/flags");
            assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
        }
    }

    @Test
    void an_open_project_shows_what_somebody_else_records_and_disturbs_nobody_who_reads() {
        String code = Paperwork.newCode();
        Client coordinator = system.as("coordinator");
        long position = coordinator
                .command(
                        "/projects",
                        Paperwork.registration(code),
                        UUID.randomUUID().toString())
                .ok()
                .json()
                .get("ledgerPosition")
                .asLong();
        try (BrowserContext context = browser.reader(system, "auditor", ColorScheme.LIGHT, 1280, "th-TH")) {
            Page page = context.newPage();
            List<String> complaints = OfficeBrowser.complaints(page);
            page.navigate(system.queryUrl() + "/projects/" + code + "/timeline?atLeast=" + position);
            assertThat(page.locator("li.event")).hasCount(1);
            coordinator
                    .command(
                            "/projects/" + code + "/pause",
                            Map.of("effectiveOn", "2020-12-01", "cause", "OTHER", "words", "น้ำท่วม"),
                            UUID.randomUUID().toString())
                    .ok();
            assertThat(page.locator("li.event")).hasCount(2);
            assertThat(page.locator("#news")).isHidden();

            page.locator("li.event summary").first().click();
            coordinator
                    .command(
                            "/projects/" + code + "/activities",
                            Paperwork.activity("ประชุม"),
                            UUID.randomUUID().toString())
                    .ok();
            assertThat(page.locator("#news")).isVisible();
            assertThat(page.locator("li.event")).hasCount(2);
            OfficeBrowser.everybodyCanRead(page, "news");
            page.locator("#news a").click();
            assertThat(page.locator("li.event")).hasCount(3);
            assertThat(complaints).as("complaints of the browser").isEmpty();
        }
    }
}
