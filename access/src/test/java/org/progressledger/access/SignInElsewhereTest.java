package org.progressledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.progressledger.identityprovider.IdentityProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in at a real provider, as a browser does it. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "progress-ledger.access.pages=true",
            "progress-ledger.access.oidc.role-claim=realm_access.roles",
            "progress-ledger.access.oidc.roles.pl-officer=OFFICER",
            "progress-ledger.access.oidc.roles.pl-auditor=AUDITOR"
        })
class SignInElsewhereTest {
    private static final IdentityProvider PROVIDER = IdentityProvider.start();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("progress-ledger.access.oidc.issuer", PROVIDER::issuer);
        settings.add("progress-ledger.access.oidc.client-id", () -> IdentityProvider.CLIENT);
        settings.add("progress-ledger.access.oidc.client-secret", () -> IdentityProvider.SECRET);
    }

    @LocalServerPort
    int port;

    @Autowired
    Elsewhere elsewhere;

    @Autowired
    OwnSessions sessions;

    @Autowired
    SessionsElsewhere sessionsElsewhere;

    @Autowired
    KeptSessions kept;

    @Autowired
    Accounts accounts;

    @Autowired
    MongoDatabase database;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeEach
    void introduce() {
        PROVIDER.knows("http://localhost:" + port);
    }

    @AfterAll
    static void end() {
        PROVIDER.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.setHeader("Accept", "text/html,*/*").build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HttpResponse<String> signIn(String person, String next) {
        HttpResponse<String> form =
                send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + elsewhere.path(next))));
        assertThat(form.uri().toString()).as("at the provider").isEqualTo(PROVIDER.issuer() + "/login");
        String typed = "username=" + person + "&password="
                + URLEncoder.encode(IdentityProvider.PASSWORD, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(form.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(typed)));
    }

    @Test
    void an_officer_of_the_organisation_comes_in_as_the_claims_say_and_to_the_page_that_was_wanted() {
        HttpResponse<String> answer = signIn("somchai", "/things/7");
        assertThat(answer.uri().getPath()).isEqualTo("/things/7");
        assertThat(answer.body()).contains("\"asker\":\"sso:somchai\"");

        assertThat(send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/things/special")))
                        .statusCode())
                .as("an officer is no auditor")
                .isEqualTo(403);
    }

    @Test
    void whoever_has_no_role_here_or_no_agency_to_act_for_stays_outside() {
        for (String person : List.of("wichai", "prasert")) {
            HttpResponse<String> answer = signIn(person, "/things/7");
            assertThat(answer.uri().toString()).contains("/sign-in?refused=elsewhere");
            browserForgets();
        }
    }

    private void browserForgets() {
        ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().removeAll();
    }

    @Test
    void signing_out_everywhere_ends_the_sessions_of_somebody_without_an_account_too() {
        assertThat(signIn("malee", "/things/special").statusCode()).isEqualTo(200);
        Asker malee = new Asker("sso:malee", Role.AUDITOR, null, List.of());
        assertThat(sessions.count(malee)).isPositive();
        sessions.endAll(malee);
        assertThat(send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/things/special")))
                        .uri()
                        .getPath())
                .isEqualTo("/sign-in");
    }

    private HttpResponse<String> special() {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/things/special")));
    }

    @Test
    void an_administrator_sees_who_came_from_elsewhere_and_ends_all_their_sessions() {
        assertThat(signIn("malee", "/things/special").statusCode()).isEqualTo(200);
        browserForgets();
        assertThat(signIn("malee", "/things/special").statusCode()).isEqualTo(200);
        SignedInElsewhere malee = sessionsElsewhere.all().stream()
                .filter(one -> one.id().equals("sso:malee"))
                .findFirst()
                .orElseThrow();
        assertThat(malee.role()).isEqualTo("AUDITOR");
        assertThat(malee.sessions()).isEqualTo(2);
        assertThat(malee.since()).isBeforeOrEqualTo(malee.used());

        assertThat(sessionsElsewhere.endAllOf("auditor"))
                .as("that is an account here")
                .isFalse();
        assertThat(sessionsElsewhere.endAllOf("sso:malee")).isTrue();
        assertThat(sessionsElsewhere.endAllOf("sso:malee")).isFalse();
        assertThat(sessionsElsewhere.all()).extracting(SignedInElsewhere::id).doesNotContain("sso:malee");
        assertThat(special().uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void what_the_provider_said_holds_for_its_time_and_no_longer_however_much_is_done() {
        assertThat(signIn("malee", "/things/special").statusCode()).isEqualTo(200);
        var stored = database.getCollection("sessions");
        Date endsAt = Objects.requireNonNull(
                        stored.find(new Document("whose", "sso:malee")).first())
                .getDate("endsAt");
        assertThat(endsAt).as("an hour, and the session's own time is longer").isBeforeOrEqualTo(inAnHour());

        KeptSession session = new KeptSessions(
                        database,
                        new SessionSettings(Duration.ofDays(1), Duration.ofDays(2), Duration.ZERO),
                        InstantSource.system())
                .createSession();
        session.setAttribute(KeptSessions.WHOSE, "sso:malee");
        session.setAttribute(KeptSessions.ENDS_BY, Instant.now().plusSeconds(60).toEpochMilli());
        kept.save(session);
        session.setLastAccessedTime(Instant.now());
        session.setAttribute("something", "new");
        kept.save(session);
        assertThat(stored.find(new Document("_id", KeptSessions.hash(session.getId())))
                        .first()
                        .getDate("endsAt"))
                .isBefore(Date.from(Instant.now().plusSeconds(61)));
        sessionsElsewhere.endAllOf("sso:malee");
    }

    private static Date inAnHour() {
        return Date.from(Instant.now().plus(Duration.ofHours(1)).plusSeconds(1));
    }

    @Test
    void a_session_of_somebody_from_elsewhere_that_says_nothing_of_its_end_is_none() {
        assertThat(signIn("malee", "/things/special").statusCode()).isEqualTo(200);
        SessionContext afterAnHour = new SessionContext(
                accounts, Duration.ofHours(1), InstantSource.offset(InstantSource.system(), Duration.ofMinutes(61)));
        for (Long endsBy : new Long[] {
            null, System.currentTimeMillis() + Duration.ofHours(1).toMillis()
        }) {
            MockHttpServletRequest request = new MockHttpServletRequest();
            HttpSession session = Objects.requireNonNull(request.getSession());
            session.setAttribute(KeptSessions.WHOSE, "sso:malee");
            session.setAttribute(SessionContext.ROLE, "ADMIN");
            session.setAttribute("prefixes", new ArrayList<>());
            session.setAttribute(KeptSessions.ENDS_BY, endsBy);
            assertThat(afterAnHour
                            .loadContext(new HttpRequestResponseHolder(request, new MockHttpServletResponse()))
                            .getAuthentication())
                    .isNull();
        }
        sessionsElsewhere.endAllOf("sso:malee");
    }

    @Test
    void nobody_writes_a_line_of_their_own_into_the_log_by_what_a_provider_is_said_to_say() {
        String code = Elsewhere.code(new OAuth2AuthenticationException(
                new OAuth2Error("denied\r\n2026-11-26 INFO event=signed-in", "x\r\ny", null)));
        assertThat(code).isEqualTo("denied??2026-11-26?INFO?event?signed-in");
        assertThat(Elsewhere.code(new OAuth2AuthenticationException(new OAuth2Error("x".repeat(5000)))))
                .hasSize(60);
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/login/oauth2/code/sso?code=x&state=y")));
        assertThat(answer.uri().toString()).contains("/sign-in?refused=elsewhere");
    }

    @Test
    void a_name_that_could_be_taken_for_something_else_is_no_name() {
        Claims claims = new Claims(new ElsewhereSettings(
                "http://x",
                "c",
                "s",
                null,
                List.of(),
                "name",
                "role",
                Map.of(),
                "agency",
                "prefixes",
                Duration.ofHours(1)));
        for (String name : List.of("", "a b", "a\u202Eb", "<b>", "a:b", "x".repeat(101))) {
            assertThat(refuses(claims, Map.of("name", name, "role", "auditor")))
                    .as(name)
                    .isTrue();
        }
        assertThat(claims.asker(Map.of("name", "มาลี.ส", "role", "Auditor")).id())
                .isEqualTo("sso:มาลี.ส");
        assertThat(refuses(claims, Map.of("name", "malee", "role", "OFFICER", "prefixes", "50")))
                .isTrue();
        assertThat(claims.asker(Map.of("name", "malee", "role", "OFFICER", "prefixes", "5047, 0100"))
                        .scope())
                .containsExactly("5047", "0100");
    }

    private static boolean refuses(Claims claims, Map<String, Object> told) {
        try {
            claims.asker(told);
            return false;
        } catch (OAuth2AuthenticationException refused) {
            return true;
        }
    }
}
