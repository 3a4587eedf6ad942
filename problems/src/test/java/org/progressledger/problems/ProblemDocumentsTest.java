package org.progressledger.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every wrong request gets a document that says what was wrong, from the same server that production runs. */
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "progress-ledger.limits.request-bytes=2000")
class ProblemDocumentsTest {

    private static final HttpClient client = HttpClient.newHttpClient();
    private static final JsonMapper json = JsonMapper.shared();

    @LocalServerPort
    int port;

    @AfterAll
    static void close() {
        client.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        return send(to(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> postReport(String body) throws Exception {
        return post("/reports", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode problem(HttpResponse<String> response, int status, CommonReason reason) {
        return problem(response, status, reason.name());
    }

    private static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode document = json.readTree(response.body());
        assertThat(document.path("code").asString()).as(response.body()).isEqualTo(code);
        assertThat(document.path("status").asInt()).isEqualTo(status);
        assertThat(document.path("type").asString()).isEqualTo("urn:progress-ledger:problem:" + code);
        assertThat(document.path("details").path("th").asString()).isNotBlank();
        assertThat(document.path("details").path("en").asString()).isNotBlank();
        return document;
    }

    private static void field(JsonNode problem, String field, CommonReason reason) {
        assertThat(problem.path("errors").toString())
                .contains("{\"field\":\"" + field + "\",\"code\":\"" + reason + "\"");
    }

    @Test
    void a_proper_request_is_answered_with_plain_decimals() throws Exception {
        HttpResponse<String> answer = postReport("{\"name\":\"a\",\"number\":1,\"amount\":1E+3}");
        assertThat(answer.body()).isEqualTo("{\"amount\":1000}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": oops}                                        | MALFORMED_BODY",
                "{\"name\":\"a\",\"number\":1} x                         | MALFORMED_BODY",
                "{\"name\":\"a\",\"name\":\"b\",\"number\":1}            | MALFORMED_BODY",
                "{\"name\":\"a\"                                         | MALFORMED_BODY",
                "{\"name\":\"a\",\"number\":1,\"extra\":1}               | UNKNOWN_FIELD",
                "{\"name\":\"a\",\"number\":\"1\"}                       | INVALID_FIELDS",
                "{\"name\":7,\"number\":1}                               | INVALID_FIELDS",
                "{\"name\":true,\"number\":1}                            | INVALID_FIELDS",
                "{\"name\":\"a\",\"number\":1.5}                         | INVALID_FIELDS",
                "{\"name\":\"a\",\"number\":null}                        | INVALID_FIELDS",
                "{\"name\":\"a\",\"number\":99999999999}                 | INVALID_FIELDS",
                "{\"name\":\"a\",\"number\":1,\"amount\":\"12\"}         | INVALID_FIELDS",
                "{\"name\":\"a\",\"number\":1,\"on\":\"2564-13-01\"}     | INVALID_FIELDS",
                "{\"name\":\"a\",\"number\":1,\"on\":\"\"}               | INVALID_FIELDS",
                "{\"name\":\"a\",\"number\":1,\"percent\":{\"value\":-1}} | INVALID_FIELDS",
                "{\"name\":\"a\",\"number\":1,\"lines\":[{\"number\":1,\"kind\":0}]} | INVALID_FIELDS",
                "[]                                                      | INVALID_FIELDS",
                "{\"name\":\"  \",\"number\":100}                        | INVALID_FIELDS",
            })
    void a_wrong_body_is_refused_with_its_reason(String body, CommonReason reason) throws Exception {
        problem(postReport(body), 400, reason);
    }

    @Test
    void an_unreadable_body_says_where() throws Exception {
        JsonNode problem = problem(postReport("{\n  \"name\": oops}"), 400, CommonReason.MALFORMED_BODY);
        assertThat(problem.path("data").path("line").asInt()).isEqualTo(2);
    }

    @Test
    void a_wrong_field_is_named_with_its_path() throws Exception {
        String wrongKind = "{\"name\":\"a\",\"number\":1,\"lines\":[{\"number\":1},{\"number\":1,\"kind\":\"DAILY\"}]}";
        field(
                problem(postReport(wrongKind), 400, CommonReason.INVALID_FIELDS),
                "lines[1].kind",
                CommonReason.WRONG_TYPE);
        String unknown = "{\"name\":\"a\",\"number\":1,\"lines\":[{\"number\":1,\"nr\":1}]}";
        field(problem(postReport(unknown), 400, CommonReason.UNKNOWN_FIELD), "lines[0].nr", CommonReason.UNKNOWN_FIELD);
        String negative = "{\"name\":\"a\",\"number\":1,\"percent\":{\"value\":-1}}";
        field(problem(postReport(negative), 400, CommonReason.INVALID_FIELDS), "percent", CommonReason.INVALID_VALUE);
        String absent = "{\"name\":\"a\"}";
        field(problem(postReport(absent), 400, CommonReason.INVALID_FIELDS), "number", CommonReason.REQUIRED);
        String tooBig = "{\"name\":\"a\",\"number\":99999999999}";
        field(problem(postReport(tooBig), 400, CommonReason.INVALID_FIELDS), "number", CommonReason.OUT_OF_RANGE);
    }

    @Test
    void broken_constraints_are_told_field_by_field() throws Exception {
        JsonNode problem =
                problem(postReport("{\"name\":\"far too long\",\"number\":100}"), 400, CommonReason.INVALID_FIELDS);
        field(problem, "name", CommonReason.WRONG_LENGTH);
        field(problem, "number", CommonReason.OUT_OF_RANGE);
        assertThat(problem.path("errors").toString()).contains("0 ถึง 10");
    }

    @Test
    void nesting_beyond_the_limit_is_refused() throws Exception {
        byte[] deep = ("[".repeat(51) + "]".repeat(51)).getBytes(StandardCharsets.UTF_8);
        problem(post("/anything", "application/json", deep), 400, CommonReason.MALFORMED_BODY);
        byte[] lessDeep = ("[".repeat(50) + "]".repeat(50)).getBytes(StandardCharsets.UTF_8);
        assertThat(post("/anything", "application/json", lessDeep).statusCode()).isEqualTo(200);
    }

    @Test
    void no_body_and_wrong_encodings_are_refused() throws Exception {
        problem(post("/reports", "application/json", new byte[0]), 400, CommonReason.MISSING_BODY);
        byte[] thai874 = "{\"name\":\"ก\",\"number\":1}".getBytes(Charset.forName("windows-874"));
        problem(post("/reports", "application/json", thai874), 400, CommonReason.MALFORMED_BODY);
        byte[] notUtf8 = {'a', (byte) 0xC3, (byte) 0x28};
        problem(post("/api/v1/imports", "text/plain;charset=UTF-8", notUtf8), 400, CommonReason.MALFORMED_BODY);
        problem(
                post("/api/v1/imports", "text/plain;charset=klingon", notUtf8),
                415,
                CommonReason.UNSUPPORTED_MEDIA_TYPE);
        problem(post("/reports", "nonsense", notUtf8), 415, CommonReason.UNSUPPORTED_MEDIA_TYPE);
        problem(post("/reports", "text/plain", notUtf8), 415, CommonReason.UNSUPPORTED_MEDIA_TYPE);
        HttpResponse<String> thai = post(
                "/api/v1/imports", "text/plain;charset=windows-874", "กข".getBytes(Charset.forName("windows-874")));
        assertThat(thai.body()).isEqualTo("{\"length\":2}");
    }

    @Test
    void large_bodies_are_refused_however_they_come() throws Exception {
        problem(postReport("\"" + "x".repeat(3000) + "\""), 413, CommonReason.BODY_TOO_LARGE);
        InputStream endless = new ByteArrayInputStream(("{\"name\":\"" + "x".repeat(60_000)).getBytes());
        HttpResponse<String> streamed = send(to("/reports")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> endless)));
        JsonNode problem = problem(streamed, 413, CommonReason.BODY_TOO_LARGE);
        assertThat(problem.path("data").path("limit").asInt()).isEqualTo(2000);
        problem(post("/api/v1/imports", "text/plain", new byte[20_000_000]), 413, CommonReason.BODY_TOO_LARGE);
        assertThat(post("/api/v1/imports", "text/plain", new byte[3_000_000]).statusCode())
                .isEqualTo(200);
    }

    @Test
    void uploads_are_limited_too() throws Exception {
        String head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
        byte[] upload = (head + "x".repeat(5_000_000) + "\r\n--b--\r\n").getBytes();
        InputStream chunked = new ByteArrayInputStream(upload);
        problem(
                send(to("/uploads")
                        .header("Content-Type", "multipart/form-data;boundary=b")
                        .POST(BodyPublishers.ofInputStream(() -> chunked))),
                413,
                CommonReason.BODY_TOO_LARGE);
        problem(post("/uploads", "multipart/form-data", "--c".getBytes()), 400, CommonReason.MALFORMED_BODY);
        problem(
                post(
                        "/uploads",
                        "multipart/form-data;boundary=b",
                        (head.replace("file", "other") + "x\r\n--b--\r\n").getBytes()),
                400,
                CommonReason.MISSING_PARAMETER);
    }

    @Test
    void wrong_parameters_are_named() throws Exception {
        JsonNode problem = problem(send(to("/reports/one?size=1")), 400, CommonReason.INVALID_PARAMETER);
        assertThat(problem.path("data").path("parameter").asString()).isEqualTo("number");
        problem = problem(send(to("/reports/1?size=201")), 400, CommonReason.INVALID_PARAMETER);
        assertThat(problem.path("data").path("parameter").asString()).isEqualTo("size");
        problem = problem(send(to("/reports/1")), 400, CommonReason.MISSING_PARAMETER);
        assertThat(problem.path("data").path("parameter").asString()).isEqualTo("size");
    }

    @Test
    void what_is_not_there_and_what_is_not_possible_is_said() throws Exception {
        problem(send(to("/nowhere/at/all")), 404, CommonReason.NOT_FOUND);
        HttpResponse<String> deleted = send(to("/reports/1?size=1").DELETE());
        problem(deleted, 405, CommonReason.METHOD_NOT_ALLOWED);
        assertThat(deleted.headers().firstValue("Allow").orElse("")).contains("GET");
        problem(send(to("/reports/1?size=1").header("Accept", "image/png")), 406, CommonReason.NOT_ACCEPTABLE);
        problem(send(to("/error")), 404, CommonReason.NOT_FOUND);
    }

    @Test
    void a_refusal_speaks_the_callers_language_and_shows_its_data() throws Exception {
        JsonNode thai = problem(send(to("/refused")), 422, "PROGRESS_WENT_BACKWARDS");
        assertThat(thai.path("detail").asString()).isEqualTo("ความก้าวหน้าต้องไม่ต่ำกว่าร้อยละ 10");
        JsonNode english = problem(
                send(to("/refused").header("Accept-Language", "en-GB,th;q=0.5")), 422, "PROGRESS_WENT_BACKWARDS");
        assertThat(english.path("detail").asString()).isEqualTo("Progress may not fall below 10 %.");
        assertThat(english.path("data").path("percent").decimalValue()).isEqualByComparingTo("10");
        assertThat(english.path("instance").asString()).isEqualTo("/refused");
        assertThat(english.has("errors")).isFalse();
        problem(send(to("/refused-elsewhere").header("Accept-Language", ";;;")), 422, "PROGRESS_WENT_BACKWARDS");
    }

    @Test
    void status_and_waiting_time_can_be_told() throws Exception {
        assertThat(problem(send(to("/not-yet")), 400, CommonReason.NOT_YET_SUPPORTED)
                        .has("data"))
                .isFalse();
        HttpResponse<String> later = send(to("/later"));
        problem(later, 503, CommonReason.TEMPORARILY_UNAVAILABLE);
        assertThat(later.headers().firstValue("Retry-After")).hasValue("3");
    }

    @Test
    void an_answer_that_breaks_off_fails_and_has_no_problem_behind_it() throws Exception {
        StringBuilder arrived = new StringBuilder();

        assertThatThrownBy(() -> {
                    try (InputStream in = client.send(to("/broken-off").build(), BodyHandlers.ofInputStream())
                            .body()) {
                        for (int one = in.read(); one >= 0; one = in.read()) {
                            arrived.append((char) one);
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(arrived).hasToString("[1,");
    }

    @Test
    void faults_show_a_number_and_nothing_else() throws Exception {
        HttpResponse<String> gone = send(to("/store-gone"));
        problem(gone, 503, CommonReason.STORE_UNAVAILABLE);
        assertThat(gone.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(gone.body()).doesNotContain("secret");
        HttpResponse<String> fault = send(to("/fault"));
        assertThat(problem(fault, 500, CommonReason.UNEXPECTED)
                        .path("data")
                        .path("incident")
                        .asString())
                .matches("[0-9a-f]{12}");
        assertThat(fault.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void what_the_server_itself_refuses_is_a_problem_too() throws Exception {
        String answer =
                raw("GET /<script> HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("\"BAD_REQUEST\"")
                .contains("X-Content-Type-Options: nosniff", "default-src 'none'", "Cache-Control: no-store")
                .doesNotContain("Tomcat");
        String large = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(large).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void a_path_that_cannot_be_decoded_is_no_fault_of_ours() throws Exception {
        assertThat(raw("GET /refused;a=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"BAD_REQUEST\"");
        assertThat(raw("GET /refused;a=%20 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 422");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
