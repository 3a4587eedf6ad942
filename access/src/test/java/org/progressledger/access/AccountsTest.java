package org.progressledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.problems.ProblemException;
import org.progressledger.testservers.TestMongo;

class AccountsTest {

    private static final String PASSWORD = "correct horse battery";
    private static final List<DemoOfficer> OFFICERS = List.of(
            new DemoOfficer("officer-5047", List.of("50470000"), "สำนักงานเขตบางนา"),
            new DemoOfficer("officer-0100", List.of("01000000"), "สำนักงานเลขาธิการสภากรุงเทพมหานคร"));

    private final Passwords passwords = new Passwords(AccessSettings.defaults().withBcryptStrength(4));
    private final Accounts accounts = newAccounts();

    @TempDir
    Path folder;

    private Accounts newAccounts() {
        return new Accounts(TestMongo.embedded().freshDatabase(), passwords, Clock.systemUTC());
    }

    private static void refused(AccessReason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void an_account_is_read_back_as_it_was_made_without_its_password_in_clear() {
        Account made = accounts.add("officer", Role.OFFICER, "สำนักงานเขตบางนา", List.of("5047", "50480000"), PASSWORD);
        assertThat(accounts.find("officer")).contains(made);
        assertThat(made.passwordHash()).startsWith("{bcrypt}").doesNotContain(PASSWORD);
        assertThat(made.toString()).doesNotContain(made.passwordHash());
        refused(AccessReason.ACCOUNT_EXISTS, () -> accounts.add("officer", Role.ADMIN, null, List.of(), PASSWORD));
        assertThat(accounts.all()).containsExactly(made);
    }

    @Test
    void refuses_passwords_that_are_too_short_too_long_or_the_name() {
        refused(AccessReason.PASSWORD_TOO_SHORT, () -> accounts.add("auditor", Role.AUDITOR, null, List.of(), "short"));
        // 25 Thai letters are 75 bytes, and bcrypt would not look at the last three
        refused(
                AccessReason.PASSWORD_TOO_LONG,
                () -> accounts.add("auditor", Role.AUDITOR, null, List.of(), "ก".repeat(25)));
        refused(
                AccessReason.PASSWORD_IS_USERNAME,
                () -> accounts.add("long-auditor-name", Role.AUDITOR, null, List.of(), "Long-Auditor-Name"));
        assertThat(accounts.isEmpty()).isTrue();
        accounts.add("auditor", Role.AUDITOR, null, List.of(), "ก".repeat(24));
    }

    @Test
    void listeners_hear_of_each_change_and_of_nothing_that_did_not_happen() {
        List<String> heard = new ArrayList<>();
        accounts.whenChanged((username, change) -> heard.add(username + " " + change));

        accounts.add("auditor", Role.AUDITOR, null, List.of(), PASSWORD);
        accounts.setEnabled("auditor", false);
        accounts.setEnabled("auditor", true);
        accounts.setPassword("auditor", "another long password");
        refused(AccessReason.ACCOUNT_NOT_FOUND, () -> accounts.setEnabled("nobody", true));
        refused(AccessReason.ACCOUNT_NOT_FOUND, () -> accounts.setPassword("nobody", PASSWORD));

        assertThat(heard)
                .containsExactly("auditor CREATED", "auditor DISABLED", "auditor ENABLED", "auditor PASSWORD_SET");
    }

    @Test
    void the_last_enabled_admin_cannot_be_disabled() {
        accounts.add("admin", Role.ADMIN, null, List.of(), PASSWORD);
        accounts.add("auditor", Role.AUDITOR, null, List.of(), PASSWORD);
        refused(AccessReason.LAST_ADMIN, () -> accounts.setEnabled("admin", false));
        accounts.add("second", Role.ADMIN, null, List.of(), PASSWORD);
        assertThat(accounts.setEnabled("admin", false).enabled()).isFalse();
        refused(AccessReason.LAST_ADMIN, () -> accounts.setEnabled("second", false));
        assertThat(accounts.find("second").orElseThrow().enabled()).isTrue();
        refused(AccessReason.ACCOUNT_NOT_FOUND, () -> accounts.setEnabled("nobody", false));
        refused(AccessReason.ACCOUNT_NOT_FOUND, () -> accounts.setPassword("nobody", PASSWORD));
    }

    @Test
    void demo_accounts_are_one_per_role_and_an_officer_per_agency_in_a_file_for_the_owner_only() throws IOException {
        Path file = folder.resolve("data/demo-accounts.json");
        List<DemoAccount> made = DemoAccounts.createIn(accounts, file, OFFICERS);
        assertThat(made)
                .extracting(DemoAccount::username)
                .containsExactly(
                        "officer",
                        "coordinator",
                        "supervisor",
                        "auditor",
                        "reviewer",
                        "admin",
                        "officer-5047",
                        "officer-0100");
        assertThat(made)
                .extracting(DemoAccount::password)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("([a-km-np-z2-9]{4}-){6}[a-km-np-z2-9]{4}"));
        made.forEach(this::signsIn);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file)).contains("\"agency\" : \"สำนักงานเขตบางนา\"", "\"role\" : \"AUDITOR\"");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private void signsIn(DemoAccount demo) {
        Optional<Account> account = accounts.find(demo.username());
        assertThat(passwords.matches(demo.password(), account))
                .as(demo.username())
                .isTrue();
        assertThat(account.orElseThrow().role()).isEqualTo(demo.role());
    }

    @Test
    void a_later_start_changes_nothing() throws IOException {
        Path file = folder.resolve("demo-accounts.json");
        List<DemoAccount> made = DemoAccounts.createIn(accounts, file, OFFICERS);
        List<Account> before = accounts.all();
        Object fileBefore = Files.getAttribute(file, "unix:ino");
        assertThat(DemoAccounts.createIn(accounts, file, OFFICERS)).isEqualTo(made);
        assertThat(accounts.all()).isEqualTo(before);
        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(fileBefore);
    }

    @Test
    void a_lost_file_is_written_anew_with_passwords_that_sign_in() throws IOException {
        Path file = folder.resolve("demo-accounts.json");
        List<DemoAccount> first = DemoAccounts.createIn(accounts, file, OFFICERS);
        Files.delete(file);
        List<DemoAccount> second = DemoAccounts.createIn(accounts, file, OFFICERS);
        assertThat(second)
                .extracting(DemoAccount::password)
                .doesNotContainAnyElementsOf(
                        first.stream().map(DemoAccount::password).toList());
        second.forEach(this::signsIn);
    }

    @Test
    void a_new_store_gets_the_passwords_of_the_file() {
        Path file = folder.resolve("demo-accounts.json");
        List<DemoAccount> made = DemoAccounts.createIn(newAccounts(), file, OFFICERS);
        assertThat(DemoAccounts.createIn(accounts, file, OFFICERS)).isEqualTo(made);
        made.forEach(this::signsIn);
    }

    @Test
    void a_damaged_file_is_refused_without_showing_it() throws IOException {
        Path file = folder.resolve("demo-accounts.json");
        Files.writeString(file, "[{\"password\": \"secret");
        assertThatThrownBy(() -> DemoAccounts.createIn(accounts, file, OFFICERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void the_first_admin_is_made_from_a_secret_file_and_only_once() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), PASSWORD + "\n");
        FirstAdminSettings settings = new FirstAdminSettings("root-admin", file);
        assertThat(new FirstAdmin(accounts).createFrom(settings)).isTrue();
        assertThat(passwords.matches(PASSWORD, accounts.find("root-admin"))).isTrue();
        assertThat(new FirstAdmin(accounts).createFrom(settings)).isFalse();
        assertThat(accounts.all()).hasSize(1);
    }
}
