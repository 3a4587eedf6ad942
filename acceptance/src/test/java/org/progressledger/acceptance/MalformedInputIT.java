package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whatever is sent that is not a proper request gets its problem document, and nothing is recorded. */
@ExtendWith(SharedSystem.class)
class MalformedInputIT {
    private static final int TWENTY_MB = 20 * 1024 * 1024;
    private static final String JSON = "application/json";
    private static final Charset THAI_CODE_PAGE = Charset.forName("windows-874");
    /** What no field of any request can be. */
    private static final List<String> WRONG_VALUES = List.of(
            "{\"not\":\"this\"}",
            "[[1]]",
            "true",
            "\"\\u0000\"",
            "\"ก\\u0007ข\"",
            "\"\\ud800\"",
            "-1",
            "1e400",
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "1.23456",
            "123456789012345678901234567890123456789012345678901234567890");

    private final RunningSystem system;
    private final String code = Paperwork.newCode();
    private long eventsBefore;

    MalformedInputIT(RunningSystem system) {
        this.system = system;
    }

    /**
     * An endpoint that takes JSON.
     *
     * @param account somebody who may use it
     * @param stranger somebody who may not; empty when everybody may
     * @param body what would be right, as far as JSON goes
     */
    private record Endpoint(String method, String path, String account, String stranger, Map<String, Object> body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Endpoint> jsonEndpoints() {
        String project = "/projects/" + Samples.DISTRICT.code();
        return List.of(
                command("/projects", Paperwork.registration(code)),
                command(project + "/reports", Paperwork.report(11, new BigDecimal("100.00"))),
                command(project + "/reports/10/correction", Paperwork.correction(new BigDecimal("99.00"))),
                command(project + "/activities", Paperwork.activity("ประชุม")),
                command(project + "/letters", Paperwork.letter("กท 1/2569")),
                command(project + "/pause", Paperwork.pause()),
                command(project + "/appeals", Paperwork.appeal(1)),
                new Endpoint(
                        "POST",
                        project + "/appeals/1/decision",
                        "coordinator",
                        "officer-5047",
                        Paperwork.appealDecision()),
                command("/imports/" + draft() + "/confirmation", Map.of("accept", List.of())),
                new Endpoint(
                        "PUT",
                        "/agencies/99990000",
                        "admin",
                        "auditor",
                        Map.of("name", "สำนักหนึ่ง", "reason", "ทดสอบ")),
                new Endpoint("POST", "/accounts", "admin", "auditor", Map.of("username", "new-one", "role", "AUDITOR")),
                new Endpoint(
                        "PUT",
                        "/accounts/nobody/password",
                        "admin",
                        "coordinator",
                        Map.of("password", "long enough, nobody's")),
                new Endpoint("PUT", "/accounts/nobody/enabled", "admin", "supervisor", Map.of("enabled", true)),
                new Endpoint(
                        "PUT",
                        "/me/password",
                        "reviewer",
                        "",
                        Map.of(
                                "currentPassword",
                                system.passwordOf("reviewer"),
                                "password",
                                "never set, for it is wrong")));
    }

    private static Endpoint command(String path, Map<String, Object> body) {
        return new Endpoint("POST", path, "coordinator", "auditor", body);
    }

    private String draft() {
        JsonNode draft = system.as("coordinator")
                .importPrintout(Samples.COUNCIL.bytes())
                .ok()
                .json();
        return draft.get("importId").asString();
    }

    @BeforeEach
    void count_the_events() {
        eventsBefore = RawHistory.count(system);
    }

    @AfterEach
    void nothing_was_recorded() {
        assertThat(RawHistory.count(system)).isEqualTo(eventsBefore);
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_is_no_proper_json_is_refused() {
        return jsonEndpoints().stream()
                .map(endpoint -> dynamicTest(endpoint.toString(), () -> {
                    byte[] right = Answer.JSON.writeValueAsBytes(endpoint.body());
                    String text = new String(right, StandardCharsets.UTF_8);
                    String firstField = text.substring(1, text.indexOf(':'));
                    expect("MISSING_BODY", endpoint, new byte[0], JSON);
                    refused(endpoint, "null".getBytes(StandardCharsets.UTF_8), JSON);
                    expect("MALFORMED_BODY", endpoint, Arrays.copyOf(right, right.length - 1), JSON);
                    expect("MALFORMED_BODY", endpoint, "{\"ชื่อ\": }", JSON);
                    expect("MALFORMED_BODY", endpoint, "not JSON at all", JSON);
                    refused(endpoint, (text + "{}").getBytes(StandardCharsets.UTF_8), JSON);
                    refused(endpoint, "[" + text + "]", JSON);
                    refused(endpoint, "\"text\"", JSON);
                    refused(endpoint, "12", JSON);
                    refused(endpoint, "{" + firstField + ": \"\\ud8", JSON);
                    refused(endpoint, "{" + firstField + ": \"a\u0001b\"}", JSON);
                    refused(endpoint, text.replaceFirst("\\{", "{" + firstField + ":null,"), JSON);
                    refused(endpoint, "{" + firstField + ":" + "[".repeat(5000) + "]".repeat(5000) + "}", JSON);
                    expect("UNKNOWN_FIELD", endpoint, text.replaceFirst("\\{", "{\"noSuchField\":1,"), JSON);
                    refused(endpoint, notUtf8(firstField), JSON);
                    refused(endpoint, "{" + firstField + ":\"ไทย\"}", JSON, THAI_CODE_PAGE);
                    expect("UNSUPPORTED_MEDIA_TYPE", endpoint, text, "application/xml");
                    expect("UNSUPPORTED_MEDIA_TYPE", endpoint, text, "application/x-www-form-urlencoded");
                    refused(endpoint, right, "no/such/type/");
                }));
    }

    private static byte[] notUtf8(String firstField) {
        byte[] bytes = ("{" + firstField + ":\"..\"}").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xc3;
        bytes[bytes.length - 3] = (byte) 0x28;
        return bytes;
    }

    @TestFactory
    Stream<DynamicTest> a_field_of_the_wrong_kind_is_refused_by_its_name() {
        return jsonEndpoints().stream()
                .map(endpoint -> dynamicTest(endpoint.toString(), () -> {
                    for (String field : endpoint.body().keySet()) {
                        for (String wrong : WRONG_VALUES) {
                            if (lawful(field, wrong)) {
                                continue;
                            }
                            Map<String, Object> others = new LinkedHashMap<>(endpoint.body());
                            others.remove(field);
                            String rest = Answer.JSON.writeValueAsString(others).substring(1);
                            String body = "{\"" + field + "\":" + wrong + (others.isEmpty() ? "" : ",") + rest;
                            refused(endpoint, body, JSON);
                        }
                    }
                }));
    }

    /** A few of the values do fit a few of the fields. */
    private static boolean lawful(String field, String value) {
        return field.equals("enabled") && value.equals("true");
    }

    @TestFactory
    Stream<DynamicTest> an_empty_object_is_told_what_it_lacks() {
        return jsonEndpoints().stream()
                .map(endpoint -> dynamicTest(endpoint.toString(), () -> {
                    Answer answer = refused(endpoint, "{}", JSON);
                    if (!endpoint.path().equals("/accounts/nobody/password")) { // a password may be made up
                        assertThat(answer.code()).as("%s", answer).isEqualTo("INVALID_FIELDS");
                        assertThat(answer.json().get("errors")).isNotEmpty();
                        assertThat(answer.json()
                                        .get("errors")
                                        .get(0)
                                        .get("field")
                                        .asString())
                                .isNotBlank();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whoever_may_not_is_refused_before_the_body_is_looked_at() {
        return jsonEndpoints().stream()
                .map(endpoint -> dynamicTest(endpoint.toString(), () -> {
                    Answer nobody =
                            refused(system.asNobody(), endpoint, "not JSON".getBytes(StandardCharsets.UTF_8), JSON);
                    assertThat(nobody.status()).isEqualTo(401);
                    assertThat(nobody.code()).isEqualTo("UNAUTHENTICATED");
                    Answer guess = system.asGuesserOf(endpoint.account())
                            .send(request(system.asGuesserOf(endpoint.account()), endpoint, new byte[0], JSON));
                    Problem.isProblem(guess);
                    assertThat(guess.status()).isIn(401, 429);
                    if (!endpoint.stranger().isEmpty()) {
                        byte[] right = Answer.JSON.writeValueAsBytes(endpoint.body());
                        Answer stranger = refused(system.as(endpoint.stranger()), endpoint, right, JSON);
                        assertThat(stranger.status()).isEqualTo(403);
                        assertThat(stranger.code()).isEqualTo("FORBIDDEN");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_line_of_twenty_megabytes_is_refused_by_its_size() {
        byte[] line = "x".repeat(TWENTY_MB).getBytes(StandardCharsets.UTF_8);
        return Stream.concat(
                        jsonEndpoints().stream(),
                        Stream.of(new Endpoint("POST", "/imports", "coordinator", "", Map.of())))
                .map(endpoint -> dynamicTest(endpoint.toString(), () -> {
                    Client client = system.as(endpoint.account());
                    String type = endpoint.path().equals("/imports") ? "text/plain;charset=utf-8" : JSON;
                    Answer answer = client.send(request(client, endpoint, line, type));
                    Problem.isProblem(answer);
                    assertThat(answer.status()).isEqualTo(413);
                    assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
                }));
    }

    @Test
    void a_body_of_unknown_length_is_cut_off_at_the_limit() {
        Client coordinator = system.as("coordinator");
        byte[] piece = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        var endless = BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(
                () -> Stream.generate(() -> piece).limit(80).iterator()));
        Answer answer = coordinator.send(
                coordinator.toCommand("POST", "/api/v1/projects", endless).header("Content-Type", JSON));
        Problem.isProblem(answer);
        assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
    }

    @TestFactory
    Stream<DynamicTest> a_printout_that_cannot_be_read_is_refused() {
        Map<String, byte[]> printouts = new LinkedHashMap<>();
        printouts.put("nothing", new byte[0]);
        printouts.put("blank lines", "\n\n\n".getBytes(StandardCharsets.UTF_8));
        printouts.put("another text", "เรียน ผู้อำนวยการเขต".getBytes(StandardCharsets.UTF_8));
        printouts.put("cut UTF-8", Arrays.copyOf(Samples.DISTRICT.bytes(), 301));
        printouts.put("UTF-16", Samples.DISTRICT.text().getBytes(StandardCharsets.UTF_16LE));
        printouts.put("zeros", new byte[1000]);
        printouts.put("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, (byte) 0xff});
        printouts.put("three megabytes in a line", "ก".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8));
        printouts.put(
                "a project code that is none",
                Samples.DISTRICT.text().replace("50470000-3298", "5047-12").getBytes(StandardCharsets.UTF_8));
        printouts.put(
                "a percentage above all",
                Samples.DISTRICT.text().replace("90.00 %", "900.00 %").getBytes(StandardCharsets.UTF_8));
        printouts.put(
                "a day that is none",
                Samples.DISTRICT.text().replace("24/02/2564", "31/02/2564").getBytes(StandardCharsets.UTF_8));
        Client coordinator = system.as("coordinator");
        return printouts.entrySet().stream()
                .map(printout -> dynamicTest(
                        printout.getKey(),
                        () -> Problem.inBothLanguages(
                                coordinator,
                                () -> coordinator
                                        .toCommand(
                                                "POST",
                                                "/api/v1/imports",
                                                BodyPublishers.ofByteArray(printout.getValue()))
                                        .header("Content-Type", "text/plain;charset=utf-8"))));
    }

    @Test
    void a_printout_in_a_charset_or_type_that_nobody_knows_is_refused() {
        Client coordinator = system.as("coordinator");
        for (String type :
                List.of("text/plain;charset=klingon", "text/html", "application/msword", "multipart/form-data")) {
            Problem.inBothLanguages(
                    coordinator,
                    () -> coordinator
                            .toCommand("POST", "/api/v1/imports", BodyPublishers.ofByteArray(Samples.DISTRICT.bytes()))
                            .header("Content-Type", type));
        }
    }

    @Test
    void unknown_and_malformed_codes_paths_and_methods_are_told_apart() {
        Client coordinator = system.as("coordinator");
        Map<String, Object> activity = Paperwork.activity("ประชุม");
        expectCommand(404, "PROJECT_NOT_FOUND", coordinator, "POST", "/projects/99999999-9999/activities", activity);
        for (String malformed :
                List.of("abc", "1234-5678", "50470000-32981", "%00", "50470000%2F3298", "๕๐๔๗๐๐๐๐-๓๒๙๘")) {
            String path = "/projects/" + (malformed.contains("%") ? malformed : encoded(malformed)) + "/activities";
            Answer answer = Problem.inBothLanguages(coordinator, () -> json(coordinator, "POST", path, activity));
            assertThat(answer.status()).as("%s", answer).isIn(400, 404);
        }
        expectCommand(
                404,
                "IMPORT_NOT_FOUND",
                coordinator,
                "POST",
                "/imports/nothing/confirmation",
                Map.of("accept", List.of()));
        expectCommand(
                400,
                "UNKNOWN_PROPOSAL",
                coordinator,
                "POST",
                "/imports/" + draft() + "/confirmation",
                Map.of("accept", List.of("no-such")));
        expectCommand(404, "NOT_FOUND", coordinator, "POST", "/nothing", activity);
        expectCommand(405, "METHOD_NOT_ALLOWED", coordinator, "DELETE", "/projects", activity);
        expectCommand(
                405,
                "METHOD_NOT_ALLOWED",
                coordinator,
                "PUT",
                "/projects/" + Samples.DISTRICT.code() + "/reports",
                activity);
        expectCommand(
                404,
                "REPORT_NOT_FOUND",
                coordinator,
                "POST",
                "/projects/" + Samples.DISTRICT.code() + "/reports/99/correction",
                Paperwork.correction(BigDecimal.ONE));
        for (String no : List.of("x", "-1", "0", "99999999999", "1.5")) {
            String path = "/projects/" + Samples.DISTRICT.code() + "/reports/" + no + "/correction";
            Problem.inBothLanguages(
                    coordinator, () -> json(coordinator, "POST", path, Paperwork.correction(BigDecimal.ONE)));
        }
    }

    @Test
    void an_idempotency_key_that_is_none_is_refused() {
        Client coordinator = system.as("coordinator");
        for (String key : List.of("", "a b", "x".repeat(201))) {
            Answer answer = Problem.inBothLanguages(
                    coordinator,
                    () -> json(coordinator, "POST", "/projects", Paperwork.registration(code))
                            .header("Idempotency-Key", key));
            assertThat(answer.code()).isEqualTo("INVALID_PARAMETER");
        }
    }

    private void expectCommand(int status, String reason, Client client, String method, String path, Object body) {
        Answer answer = Problem.inBothLanguages(client, () -> json(client, method, path, body));
        assertThat(answer.code()).as("%s", answer).isEqualTo(reason);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static HttpRequest.Builder json(Client client, String method, String path, Object body) {
        byte[] bytes = Answer.JSON.writeValueAsBytes(body);
        return client.toCommand(method, "/api/v1" + path, BodyPublishers.ofByteArray(bytes))
                .header("Content-Type", JSON);
    }

    private void expect(String reason, Endpoint endpoint, String body, String type) {
        expect(reason, endpoint, body.getBytes(StandardCharsets.UTF_8), type);
    }

    private void expect(String reason, Endpoint endpoint, byte[] body, String type) {
        Answer answer = refused(endpoint, body, type);
        assertThat(answer.code()).as("%s", answer).isEqualTo(reason);
    }

    private Answer refused(Endpoint endpoint, String body, String type) {
        return refused(endpoint, body.getBytes(StandardCharsets.UTF_8), type);
    }

    private Answer refused(Endpoint endpoint, String body, String type, Charset charset) {
        return refused(endpoint, body.getBytes(charset), type);
    }

    private Answer refused(Endpoint endpoint, byte[] body, String type) {
        try {
            return refused(system.as(endpoint.account()), endpoint, body, type);
        } catch (AssertionError notRefused) {
            String sent = new String(Arrays.copyOf(body, Math.min(body.length, 300)), StandardCharsets.UTF_8);
            throw new AssertionError(type + " " + sent + "\n" + notRefused.getMessage(), notRefused);
        }
    }

    private static Answer refused(Client client, Endpoint endpoint, byte[] body, String type) {
        return Problem.inBothLanguages(client, () -> request(client, endpoint, body, type));
    }

    private static HttpRequest.Builder request(Client client, Endpoint endpoint, byte[] body, String type) {
        var bytes = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        return client.toCommand(endpoint.method(), "/api/v1" + endpoint.path(), bytes)
                .header("Content-Type", type);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
