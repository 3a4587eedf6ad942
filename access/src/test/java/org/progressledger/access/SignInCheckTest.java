package org.progressledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.progressledger.testservers.TestMongo;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class SignInCheckTest {

    private static final String PASSWORD = "correct horse battery";

    private final AccessSettings settings =
            new AccessSettings(4, 12, Duration.ofSeconds(60), 100, 3, 50, Duration.ofMinutes(1), 1000);
    private final MutableTime time = new MutableTime();
    private final Passwords passwords = new Passwords(settings);
    private final MongoDatabase database = TestMongo.embedded().freshDatabase();
    private final Accounts accounts = new Accounts(database, passwords, Clock.systemUTC());
    // the accounts as another service changes them: this check hears nothing of it
    private final Accounts elsewhere = new Accounts(database, passwords, Clock.systemUTC());
    private final SignInCheck check = new SignInCheck(accounts, passwords, settings, SecurityEventsTest.events(), time);

    @BeforeEach
    void make() {
        accounts.add("auditor", Role.AUDITOR, null, List.of(), PASSWORD);
        accounts.add("officer", Role.OFFICER, "สำนักงานเขตบางนา", List.of("5047"), PASSWORD);
    }

    private Asker signIn(String username, String password) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.1");
        UsernamePasswordAuthenticationToken asked = new UsernamePasswordAuthenticationToken(username, password);
        asked.setDetails(new WebAuthenticationDetails(request));
        return ((SignedIn) check.authenticate(asked)).asker();
    }

    private void refused(String username, String password) {
        assertThatThrownBy(() -> signIn(username, password)).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void the_right_password_gives_the_asker_with_role_agency_and_scope() {
        assertThat(signIn("officer", PASSWORD))
                .isEqualTo(new Asker("officer", Role.OFFICER, "สำนักงานเขตบางนา", List.of("5047")));
    }

    @Test
    void wrong_passwords_and_names_are_refused() {
        refused("officer", PASSWORD + "x");
        refused("officer", "");
        refused("nobody", PASSWORD);
        refused("Officer", PASSWORD);
        refused("{$ne:1}", PASSWORD);
        refused("auditor", "x".repeat(100));
    }

    @Test
    void a_password_changed_elsewhere_is_noticed_when_trust_runs_out() {
        signIn("auditor", PASSWORD);
        elsewhere.setPassword("auditor", "another long password");
        time.pass(Duration.ofSeconds(59));
        assertThat(signIn("auditor", PASSWORD).id()).isEqualTo("auditor");
        time.pass(Duration.ofSeconds(1));
        refused("auditor", PASSWORD);
        assertThat(signIn("auditor", "another long password").id()).isEqualTo("auditor");
    }

    @Test
    void a_disabled_account_is_refused_at_once_here_and_after_trust_elsewhere() {
        signIn("auditor", PASSWORD);
        signIn("officer", PASSWORD);
        accounts.setEnabled("auditor", false);
        refused("auditor", PASSWORD);
        elsewhere.setEnabled("officer", false);
        time.pass(Duration.ofSeconds(60));
        refused("officer", PASSWORD);
    }

    @Test
    void an_unchanged_account_goes_on_without_hashing_after_trust_runs_out() {
        signIn("auditor", PASSWORD);
        time.pass(Duration.ofDays(1));
        assertThat(signIn("auditor", PASSWORD).id()).isEqualTo("auditor");
    }

    @Test
    void after_too_many_failures_even_the_right_password_waits() {
        signIn("auditor", PASSWORD);
        for (int i = 0; i < 3; i++) {
            refused("auditor", "wrong");
        }
        assertThatThrownBy(() -> signIn("auditor", PASSWORD))
                .isInstanceOfSatisfying(
                        TooManyFailedSignIns.class,
                        e -> assertThat(e.waitTime()).isEqualTo(Duration.ofMinutes(1)));
        assertThat(signIn("officer", PASSWORD).id()).isEqualTo("officer");
        time.pass(Duration.ofMinutes(1));
        assertThat(signIn("auditor", PASSWORD).id()).isEqualTo("auditor");
    }

    @Test
    void an_unknown_name_costs_one_hash_like_a_known_one() {
        Passwords slow = new Passwords(settings.withBcryptStrength(11));
        Optional<Account> known =
                Optional.of(new Accounts(TestMongo.embedded().freshDatabase(), slow, Clock.systemUTC())
                        .add("auditor", Role.AUDITOR, null, List.of(), PASSWORD));
        long wrong = shortest(() -> slow.matches("a wrong password", known));
        long unknown = shortest(() -> slow.matches("a wrong password", Optional.empty()));
        long tooLong = shortest(() -> slow.matches("x".repeat(100), known));
        assertThat((double) unknown / wrong).isBetween(0.5, 2.0);
        assertThat((double) tooLong / wrong).isBetween(0.5, 2.0);
    }

    private static long shortest(Runnable work) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begin = System.nanoTime();
            work.run();
            shortest = Math.min(shortest, System.nanoTime() - begin);
        }
        return shortest;
    }
}
