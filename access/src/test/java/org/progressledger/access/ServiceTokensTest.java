package org.progressledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.testservers.TestMongo;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class ServiceTokensTest {
    private static final byte[] KEY = new byte[32];
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

    private final Passwords passwords = new Passwords(AccessSettings.defaults().withBcryptStrength(4));
    private final Accounts accounts = new Accounts(TestMongo.embedded().freshDatabase(), passwords, Clock.systemUTC());
    private final ServiceTokens tokens = at(NOW);

    private static ServiceTokens at(Instant now) {
        return new ServiceTokens(KEY, InstantSource.fixed(now));
    }

    private Asker read(String token, ServiceTokens by) {
        return ((SignedIn) new TokenSignIn(by, accounts).authenticate(new BearerTokenAuthenticationToken(token)))
                .asker();
    }

    private void refused(String token, ServiceTokens by) {
        assertThatThrownBy(() -> read(token, by)).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void the_command_service_knows_who_asks_and_reads_from_the_account_what_he_may() {
        accounts.add("officer", Role.OFFICER, "สำนักงานเขตบางนา", List.of("5047"), "correct horse battery");
        String pretending = tokens.forCommands(new Asker("officer", Role.ADMIN, null, List.of()));
        assertThat(read(pretending, tokens))
                .isEqualTo(new Asker("officer", Role.OFFICER, "สำนักงานเขตบางนา", List.of("5047")));
        accounts.setEnabled("officer", false);
        refused(pretending, tokens);
        refused(tokens.forCommands(new Asker("nobody", Role.ADMIN, null, List.of())), tokens);
    }

    @Test
    void somebody_vouched_for_elsewhere_is_who_the_token_says() {
        Asker malee = new Asker("sso:malee", Role.OFFICER, "สำนักงานเขตบางนา", List.of("5047", "0100"));
        assertThat(read(tokens.forCommands(malee), tokens)).isEqualTo(malee);
    }

    @Test
    void a_token_is_good_for_a_minute_and_for_whoever_has_the_key() {
        Asker malee = new Asker("sso:malee", Role.AUDITOR, null, List.of());
        String token = tokens.forCommands(malee);
        assertThat(read(token, at(NOW.plusSeconds(80)))).isEqualTo(malee);
        refused(token, at(NOW.plusSeconds(91)));
        byte[] other = KEY.clone();
        other[0] = 1;
        refused(token, new ServiceTokens(other, InstantSource.fixed(NOW)));
    }

    @Test
    void a_token_that_was_changed_or_is_not_signed_is_refused() {
        String token = tokens.forCommands(new Asker("sso:malee", Role.AUDITOR, null, List.of()));
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String forged = encoded(claims.replace("AUDITOR", "ADMIN"));
        refused(parts[0] + "." + forged + "." + parts[2], tokens);
        refused(encoded("{\"alg\":\"none\"}") + "." + forged + ".", tokens);
        refused("not a token", tokens);
        assertThat(Duration.ofSeconds(ServiceTokens.GOOD_FOR_SECONDS)).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void a_process_of_ours_speaks_for_no_person_and_for_a_minute() {
        String token = tokens.forAppends();
        for (ServiceTokens by : List.of(tokens, at(NOW.plusSeconds(80)))) {
            assertThat(new TokenSignIn(by, accounts).authenticate(new BearerTokenAuthenticationToken(token)))
                    .isInstanceOf(OneOfUs.class)
                    .satisfies(ours -> assertThat(ours.getAuthorities()).isEmpty());
        }
        refused(token, at(NOW.plusSeconds(91)));
        byte[] other = KEY.clone();
        other[0] = 1;
        refused(token, new ServiceTokens(other, InstantSource.fixed(NOW)));
        assertThat(tokens.forAppends()).as("it is shown again for a while").isEqualTo(token);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
