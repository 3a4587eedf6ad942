package org.progressledger.problems;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that has one clerk and one chair to wait on. */
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "progress-ledger.load.at-once=1",
            "progress-ledger.load.waiting=1",
            "progress-ledger.load.longest-wait=50s"
        })
class LoadSheddingTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient client = HttpClient.newHttpClient();

    private final List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();

    @LocalServerPort
    int port;

    @AfterAll
    static void close() {
        client.close();
    }

    @BeforeEach
    void whatIsHeldWaits() {
        SampleApplication.held = new CountDownLatch(1);
        SampleApplication.holding.set(0);
    }

    @AfterEach
    void nothingIsHeld() throws Exception {
        SampleApplication.held.countDown();
        for (CompletableFuture<HttpResponse<String>> each : asked) {
            of(each);
        }
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return ask("GET", path);
    }

    private CompletableFuture<HttpResponse<String>> ask(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request.build(), BodyHandlers.ofString());
        asked.add(answer);
        return answer;
    }

    private static HttpResponse<String> of(CompletableFuture<HttpResponse<String>> asked) throws Exception {
        return asked.get(1, TimeUnit.MINUTES);
    }

    @Test
    void what_is_asked_beyond_what_can_be_worked_on_is_refused_and_the_rest_is_answered() throws Exception {
        CompletableFuture<HttpResponse<String>> inWork = ask("/held");
        await().until(() -> SampleApplication.holding.get() == 1);
        CompletableFuture<HttpResponse<String>> waiting = ask("/held");
        // one of the two that came next waits, whichever came first
        CompletableFuture<HttpResponse<String>> another = ask("/held");
        HttpResponse<String> refused =
                of(CompletableFuture.anyOf(waiting, another).thenApply(HttpResponse.class::cast));
        CompletableFuture<HttpResponse<String>> waited = waiting.isDone() ? another : waiting;

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("50");
        assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode problem = JsonMapper.shared().readTree(refused.body());
        assertThat(problem.path("code").asString()).isEqualTo("OVERLOADED");
        assertThat(problem.path("details").path("th").asString()).contains("โปรดลองใหม่");
        assertThat(problem.path("details").path("en").asString()).contains("Please try again");
        assertThat(problem.path("traceId").asString()).hasSize(32);

        assertThat(inWork).isNotDone();
        SampleApplication.held.countDown();
        assertThat(of(inWork).statusCode()).isEqualTo(200);
        assertThat(of(waited).statusCode()).isEqualTo(200);
    }

    @Test
    void who_watches_the_service_is_answered_however_busy_it_is() throws Exception {
        CompletableFuture<HttpResponse<String>> inWork = ask("/held");
        await().until(() -> SampleApplication.holding.get() == 1);
        assertThat(of(ask("/actuator/health")).statusCode()).isEqualTo(404); // there is none here
        assertThat(of(ask("/static/app.css")).statusCode()).isEqualTo(404);
        assertThat(of(ask("/internal/appends")).statusCode()).isEqualTo(404);
        assertThat(inWork).isNotDone();
    }

    @Test
    void whatever_goes_wrong_the_turn_is_given_back() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(of(ask("/fault")).statusCode()).isEqualTo(500);
            assertThat(of(ask("/refused-elsewhere")).statusCode()).isEqualTo(422);
            assertThat(of(ask("/no-such-path")).statusCode()).isEqualTo(404);
        }
        assertThat(of(ask("/reports/1?size=1")).statusCode()).isEqualTo(200);
    }

    @Test
    void who_reads_pages_is_refused_on_a_page() throws Exception {
        CompletableFuture<HttpResponse<String>> inWork = ask("/held");
        await().until(() -> SampleApplication.holding.get() == 1);
        HttpResponse<String> refused = refusedOf("GET", "text/html");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).isEqualTo("a page about OVERLOADED");
        assertThat(inWork).isNotDone();
    }

    @Test
    void who_sends_a_form_is_refused_on_the_least_page_that_there_is() throws Exception {
        CompletableFuture<HttpResponse<String>> inWork = ask("/held");
        await().until(() -> SampleApplication.holding.get() == 1);
        HttpResponse<String> refused = refusedOf("POST", "text/html");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("50");
        assertThat(refused.body()).contains("<p lang=\"th\">", "<p lang=\"en\">More is being asked", "OVERLOADED");
        assertThat(inWork).isNotDone();
    }

    @Test
    void a_form_that_comes_byte_by_byte_takes_no_turn_from_others_until_it_is_there() throws Exception {
        try (Socket slow = sender("/form", FORM);
                BufferedReader answer = answer(slow)) {
            assertThat(answer.readLine()).startsWith("HTTP/1.1 100");
            assertThat(answer.readLine()).isEmpty();
            slow.getOutputStream().write("name=".getBytes(UTF_8));

            assertThat(of(ask("/reports/1?size=1")).statusCode()).isEqualTo(200);

            slow.getOutputStream().write("me".getBytes(UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_file_is_not_read_to_refuse_it() throws Exception {
        CompletableFuture<HttpResponse<String>> inWork = ask("/held");
        await().until(() -> SampleApplication.holding.get() == 1);
        // so one waits
        refusedOf("GET", "application/json");
        try (Socket sender = sender("/import", "multipart/form-data; boundary=-");
                BufferedReader answer = answer(sender)) {
            assertThat(answer.readLine()).startsWith("HTTP/1.1 503");
        }
        assertThat(inWork).isNotDone();
    }

    @Test
    void more_forms_than_may_come_in_are_refused_unread() throws Exception {
        try (Socket first = sender("/form", FORM);
                BufferedReader one = answer(first);
                Socket second = sender("/form", FORM);
                BufferedReader two = answer(second)) {
            String begun = one.readLine();
            assertThat(List.of(begun.substring(9, 12), two.readLine().substring(9, 12)))
                    .containsExactlyInAnyOrder("100", "503");
            assertThat(of(ask("/reports/1?size=1")).statusCode()).isEqualTo(200);
        }
    }

    /** Begins to send a body, and is told to go on when somebody reads it. */
    private Socket sender(String path, String type) throws IOException {
        Socket sender = new Socket("localhost", port);
        sender.setSoTimeout(60_000);
        sender.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nExpect: 100-continue\r\n"
                                + "Content-Type: " + type + "\r\nContent-Length: 7\r\n\r\n")
                        .getBytes(UTF_8));
        return sender;
    }

    private static BufferedReader answer(Socket sender) throws IOException {
        return new BufferedReader(new InputStreamReader(sender.getInputStream(), UTF_8));
    }

    @Test
    void a_form_of_which_a_part_cannot_be_read_is_refused_as_a_whole() throws Exception {
        for (String[] each : new String[][] {{"/form", "name=me&x=%zz"}, {"/form?x=%C0", "name=me"}}) {
            HttpRequest unreadable = HttpRequest.newBuilder(URI.create("http://localhost:" + port + each[0]))
                    .headers("Accept", "application/json", "Content-Type", FORM)
                    .POST(HttpRequest.BodyPublishers.ofString(each[1]))
                    .build();
            HttpResponse<String> refused = client.send(unreadable, BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(JsonMapper.shared().readTree(refused.body()).path("code").asString())
                    .isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void a_browser_that_listens_for_events_is_told_to_come_back_and_does_not_give_up() throws Exception {
        CompletableFuture<HttpResponse<String>> inWork = ask("/held");
        await().until(() -> SampleApplication.holding.get() == 1);
        HttpResponse<String> refused = refusedOf("GET", "text/event-stream");
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(refused.body()).isEqualTo("retry: 5000\n\n");
        assertThat(inWork).isNotDone();
    }

    /** Of two that come while one is in work, one waits and one is refused. */
    private HttpResponse<String> refusedOf(String method, String accept) throws Exception {
        CompletableFuture<HttpResponse<String>> one = ask(method, "/held", "Accept", accept);
        CompletableFuture<HttpResponse<String>> other = ask(method, "/held", "Accept", accept);
        return of(CompletableFuture.anyOf(one, other).thenApply(HttpResponse.class::cast));
    }
}
