package org.progressledger.command.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both services are played by one small server that keeps what it was asked. */
class SampleLoaderTest {
    private static final String CODE = "12340000-5678";
    private static final SignIn AUDITOR = new SignIn("auditor", "a", "AUDITOR", null);
    private static final SignIn ELSEWHERE = new SignIn("elsewhere", "e", "OFFICER", "another agency");
    private static final SignIn OFFICER = new SignIn("officer", "o", "OFFICER", "its agency");

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpServer services;
    private Path form;
    private int looksUntilShown = 2;
    private boolean recordedBefore;
    private int confirmationStatus = 201;

    @BeforeEach
    void start() throws IOException {
        form = Files.writeString(folder.resolve(CODE + ".txt"), "แบบรายงาน");
        services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        services.createContext("/", this::answer);
        services.start();
    }

    @AfterEach
    void stop() {
        services.stop(0);
    }

    @Test
    void an_officer_of_the_agency_accepts_every_proposal_and_waits_until_it_is_shown() throws Exception {
        assertThat(loader(AUDITOR, ELSEWHERE, OFFICER).load(form))
                .isEqualTo(new SampleLoader.Loaded.Recorded(CODE, "officer", 2, 3, 1, 41));

        assertThat(asked)
                .containsSubsequence(
                        "POST /api/v1/imports by elsewhere: แบบรายงาน",
                        "POST /api/v1/imports by officer: แบบรายงาน",
                        "POST /api/v1/imports/i-1/confirmation by officer: {\"accept\":[\"p1\",\"p2\",\"p3\"]}",
                        "GET /api/v1/projects/" + CODE + "?atLeast=41 by officer: ");
        assertThat(asked).noneMatch(request -> request.contains("by auditor"));
    }

    @Test
    void a_project_that_is_shown_already_is_left_alone() throws Exception {
        recordedBefore = true;

        assertThat(loader(OFFICER).load(form)).isEqualTo(new SampleLoader.Loaded.ThereAlready(CODE));
        assertThat(asked).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void a_refusal_is_told_with_its_code_and_sentence() {
        confirmationStatus = 422;

        assertThatExceptionOfType(NotLoaded.class)
                .isThrownBy(() -> loader(OFFICER).load(form))
                .withMessage(CODE + ".txt: 422 SOME_RULE Not so");
    }

    @Test
    void without_an_officer_of_the_agency_it_says_who_was_refused() {
        assertThatExceptionOfType(NotLoaded.class)
                .isThrownBy(() -> loader(AUDITOR, ELSEWHERE).load(form))
                .withMessageContaining("no officer may import it")
                .withMessageContaining("elsewhere 403 NOT_YOUR_AGENCY");
    }

    @Test
    void what_is_recorded_but_never_shown_is_told_after_a_bounded_wait() {
        looksUntilShown = Integer.MAX_VALUE;

        assertThatExceptionOfType(NotLoaded.class)
                .isThrownBy(() -> loader(OFFICER).load(form))
                .withMessageContaining("does not show position 41");
    }

    @Test
    void a_password_is_never_printed() {
        assertThat(new SignIn("officer", "geheim", "OFFICER", null).toString()).doesNotContain("geheim");
    }

    private SampleLoader loader(SignIn... accounts) {
        URI base = URI.create("http://127.0.0.1:" + services.getAddress().getPort());
        return new SampleLoader(base, base, List.of(accounts), Duration.ofMillis(700));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        String path = exchange.getRequestURI().toString();
        String asker = List.of(AUDITOR, ELSEWHERE, OFFICER).stream()
                .filter(account -> account.basic().equals(basic))
                .findFirst()
                .orElseThrow()
                .username();
        asked.add(exchange.getRequestMethod() + " " + path + " by " + asker + ": " + body);
        if (path.startsWith("/api/v1/projects/")) {
            boolean shown = recordedBefore || path.endsWith("?atLeast=41") && --looksUntilShown < 0;
            respond(exchange, shown ? 200 : 404, shown ? "{\"projectCode\":\"" + CODE + "\"}" : "{}");
        } else if (!asker.equals("officer")) {
            respond(exchange, 403, "{\"code\":\"NOT_YOUR_AGENCY\",\"detail\":\"Not yours\"}");
        } else if (path.endsWith("/confirmation")) {
            exchange.getResponseHeaders().add("Ledger-Position", "41");
            respond(exchange, confirmationStatus, "{\"code\":\"SOME_RULE\",\"detail\":\"Not so\"}");
        } else {
            respond(exchange, 201, """
                    {"importId":"i-1","form":{"projectCode":"%s","reports":[{},{}]},"warnings":[{}],
                     "proposals":[{"id":"p1"},{"id":"p2"},{"id":"p3"}]}""".formatted(CODE));
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
