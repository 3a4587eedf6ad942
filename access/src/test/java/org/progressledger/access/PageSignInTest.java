package org.progressledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in on a page with a local account, as a browser does it. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "progress-ledger.access.pages=true",
            "progress-ledger.access.bcrypt-strength=4",
            "progress-ledger.access.failed-per-account=3"
        })
class PageSignInTest {
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    Accounts accounts;

    @Autowired
    OwnSessions ownSessions;

    @Autowired
    KeptSessions sessions;

    @Autowired
    StillSignedIn still;

    @Autowired
    com.mongodb.client.MongoDatabase database;

    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @BeforeEach
    void make() {
        if (accounts.find("auditor").isEmpty()) {
            accounts.add("auditor", Role.AUDITOR, null, List.of(), PASSWORD);
            accounts.add("reviewer", Role.REVIEWER, null, List.of(), PASSWORD);
            accounts.add("guessed", Role.AUDITOR, null, List.of(), PASSWORD);
        }
        accounts.setEnabled("auditor", true);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(
                    request.setHeader("Accept", "text/html,*/*;q=0.8").build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> get(String path) {
        return send(to(path));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private String token() {
        return get("/sign-in").body();
    }

    private HttpResponse<String> signIn(String username, String password, String next) {
        return post("/sign-in", Map.of("username", username, "password", password, "next", next, "_csrf", token()));
    }

    private List<String> sessionCookies() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session"))
                .map(HttpCookie::getValue)
                .toList();
    }

    private static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow())
                .toString()
                .replaceFirst("^http://localhost:[0-9]+", "");
    }

    @Test
    void who_signs_in_brings_no_files() {
        HttpResponse<String> refused = send(to("/sign-in")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(
                        "--part\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nauditor\r\n--part--")));
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(sessionCookies()).isEmpty();
    }

    @Test
    void a_person_is_led_to_the_form_and_from_there_to_the_page_that_was_wanted() {
        HttpResponse<String> asked = get("/things/1?x=%C3%A9");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(location(asked)).isEqualTo("/sign-in?next=%2Fthings%2F1%3Fx%3D%25C3%25A9");

        assertThat(location(signIn("auditor", PASSWORD, "/things/1?x=%C3%A9"))).isEqualTo("/things/1?x=%C3%A9");
        assertThat(get("/things/1").body()).contains("\"asker\":\"auditor\"");
        HttpResponse<String> cookie = signIn("auditor", PASSWORD, "/");
        assertThat(cookie.headers().allValues("Set-Cookie"))
                .anyMatch(
                        set -> set.startsWith("session=") && set.contains("HttpOnly") && set.contains("SameSite=Lax"));
    }

    @Test
    void nobody_is_led_to_another_house() {
        for (String elsewhere : List.of(
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/a\r\nX: y",
                "/.//evil.example",
                "/../..//evil.example",
                "/a\u0E01")) {
            assertThat(location(signIn("auditor", PASSWORD, elsewhere))).isEqualTo("/");
        }
    }

    @Test
    void a_form_without_its_token_does_nothing() {
        assertThat(post("/sign-in", Map.of("username", "auditor", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(sessionCookies()).isEmpty();

        signIn("auditor", PASSWORD, "/");
        assertThat(post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(get("/things/1").statusCode()).as("still signed in").isEqualTo(200);
        assertThat(location(post("/sign-out", Map.of("_csrf", token())))).isEqualTo("/sign-in?out");
        assertThat(get("/things/1").statusCode()).isEqualTo(302);
    }

    @Test
    void signing_in_gives_a_new_session_and_no_name_of_one_is_kept() {
        signIn("auditor", PASSWORD, "/");
        String first = sessionCookies().getFirst();
        signIn("reviewer", PASSWORD, "/");
        String second = sessionCookies().getFirst();
        assertThat(second).as("a session that was planted is of no use").isNotEqualTo(first);
        assertThat(get("/things/1").body()).contains("reviewer");
        for (Document kept : database.getCollection("sessions").find()) {
            assertThat(kept.toJson()).doesNotContain(first, second);
        }
        cookies.getCookieStore().removeAll();
        assertThat(send(to("/things/1").header("Cookie", "session=" + first)).statusCode())
                .isEqualTo(302);
    }

    @Test
    void whoever_is_disabled_is_turned_away_with_the_next_request() {
        signIn("auditor", PASSWORD, "/");
        assertThat(get("/things/1").statusCode()).isEqualTo(200);
        accounts.setEnabled("auditor", false);
        assertThat(get("/things/1").statusCode()).isEqualTo(302);
        accounts.setEnabled("auditor", true);
        assertThat(get("/things/1").statusCode())
                .as("the session is gone for good")
                .isEqualTo(302);
    }

    @Test
    void another_services_disabling_counts_as_well() {
        signIn("auditor", PASSWORD, "/");
        database.getCollection("accounts")
                .updateOne(new Document("_id", "auditor"), new Document("$set", new Document("enabled", false)));
        assertThat(get("/things/1").statusCode()).isEqualTo(302);
    }

    @Test
    void a_new_password_and_signing_out_everywhere_end_every_session() {
        signIn("reviewer", PASSWORD, "/");
        accounts.setPassword("reviewer", PASSWORD);
        assertThat(get("/things/1").statusCode()).isEqualTo(302);

        signIn("reviewer", PASSWORD, "/");
        Asker reviewer = accounts.find("reviewer").orElseThrow().asker();
        assertThat(ownSessions.count(reviewer)).isPositive();
        ownSessions.endAll(reviewer);
        assertThat(ownSessions.count(reviewer)).isZero();
        assertThat(get("/things/1").statusCode()).isEqualTo(302);
        assertThat(ownSessions.count(reviewer)).as("nothing wrote it back").isZero();
    }

    @Test
    void who_guesses_has_to_wait_even_with_the_right_password() {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(location(signIn("guessed", "a wrong password", "/things/1")));
        }
        assertThat(answers.getFirst()).isEqualTo("/sign-in?refused=wrong&next=%2Fthings%2F1");
        assertThat(answers.getLast()).startsWith("/sign-in?refused=wait&seconds=");
        assertThat(location(signIn("guessed", PASSWORD, "/"))).startsWith("/sign-in?refused=wait&seconds=");
    }

    @Test
    void programs_are_told_as_everywhere_and_parts_of_a_page_send_the_whole_page_away() throws Exception {
        HttpResponse<String> program = browser.send(to("/things/1").build(), BodyHandlers.ofString());
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(program.headers().firstValue("WWW-Authenticate")).isPresent();
        HttpResponse<String> part = send(to("/things/1").header("HX-Request", "true"));
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }

    @Test
    void a_program_that_sends_a_name_and_password_gets_no_session() throws Exception {
        long before = database.getCollection("sessions").countDocuments();
        String basic =
                java.util.Base64.getEncoder().encodeToString(("auditor:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = browser.send(
                to("/things/1").header("Authorization", "Basic " + basic).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(database.getCollection("sessions").countDocuments()).isEqualTo(before);
    }

    @Test
    void a_password_that_another_service_replaced_neither_signs_in_nor_stays_signed_in() {
        accounts.setPassword("reviewer", PASSWORD);
        signIn("reviewer", PASSWORD, "/");
        assertThat(get("/things/1").statusCode()).isEqualTo(200);
        // as another service changes it, of which this one hears nothing
        new Accounts(database, accounts.passwords(), java.time.Clock.systemUTC())
                .setPassword("reviewer", "another long password");
        assertThat(get("/things/1").statusCode()).isEqualTo(302);
        assertThat(location(signIn("reviewer", PASSWORD, "/"))).startsWith("/sign-in?refused=wrong");
        accounts.setPassword("reviewer", PASSWORD);
    }

    @Test
    void whoever_only_looks_at_the_form_costs_no_session() {
        long before = database.getCollection("sessions").countDocuments();
        get("/sign-in");
        get("/things/1");
        assertThat(database.getCollection("sessions").countDocuments()).isEqualTo(before);
    }

    @Test
    void a_session_that_was_ended_meanwhile_is_not_written_back_not_even_in_its_first_seconds() {
        KeptSession session = sessions.createSession();
        session.setAttribute(KeptSessions.WHOSE, "reviewer");
        sessions.save(session);
        sessions.endAllOf("reviewer");
        session.setAttribute("something", "new");
        sessions.save(session);
        assertThat(sessions.findById(session.getId())).isNull();
        session.changeSessionId();
        sessions.save(session);
        assertThat(sessions.findById(session.getId())).as("under another name").isNull();
    }

    @Test
    void what_goes_on_for_long_is_good_until_its_session_ends_or_its_account_is_disabled() {
        signIn("reviewer", PASSWORD, "/");
        String name = KeptSessions.hash(
                new String(java.util.Base64.getDecoder().decode(sessionCookies().getFirst()), StandardCharsets.UTF_8));
        StillSignedIn.Ticket bySession = new StillSignedIn.Ticket("reviewer", name);
        StillSignedIn.Ticket byPassword = new StillSignedIn.Ticket("auditor", null);
        StillSignedIn.Ticket ofNobody = new StillSignedIn.Ticket("nobody", null);
        assertThat(still.ended(List.of(bySession, byPassword, byPassword))).isEmpty();
        assertThat(still.ended(List.of(ofNobody))).containsExactly(ofNobody);

        post("/sign-out", Map.of("_csrf", token()));
        assertThat(still.ended(List.of(bySession, byPassword))).containsExactly(bySession);
        accounts.setEnabled("auditor", false);
        assertThat(still.ended(List.of(byPassword))).containsExactly(byPassword);
        accounts.setEnabled("auditor", true);
    }

    @Test
    void a_page_of_somebody_who_signed_in_is_kept_nowhere_and_stands_in_no_frame_of_others() {
        signIn("auditor", PASSWORD, "/");
        for (String path : List.of("/things/1", "/sign-in")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }

    @Test
    void what_has_ended_is_forgotten() {
        KeptSession session = sessions.createSession();
        session.setAttribute(KeptSessions.WHOSE, "auditor");
        sessions.save(session);
        assertThat(sessions.findById(session.getId())).isNotNull();
        database.getCollection("sessions")
                .updateMany(new Document(), new Document("$set", new Document("endsAt", new java.util.Date(0))));
        assertThat(sessions.findById(session.getId())).isNull();
        sessions.sweep();
        assertThat(database.getCollection("sessions").countDocuments()).isZero();
    }
}
