package org.progressledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = SampleService.class,
        properties = {
            "progress-ledger.accounts-api=true",
            "progress-ledger.access.bcrypt-strength=4",
            "progress-ledger.access.failed-per-account=3"
        })
@AutoConfigureMockMvc
class GuardedServiceTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    MockMvc mvc;

    @Autowired
    EndpointRules rules;

    @Autowired
    Accounts accounts;

    @Autowired
    MeterRegistry meters;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private EndpointTable table;

    @BeforeEach
    void make() {
        table = new EndpointTable(SampleService.RULES, List.of(mapping));
        for (Role role : Role.values()) {
            String name = name(role);
            if (accounts.find(name).isEmpty()) {
                accounts.add(name, role, null, scope(role), PASSWORD);
            }
        }
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> scope(Role role) {
        return role == Role.OFFICER ? List.of("5047") : List.of();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse as(Role role, String method, String path, String body) throws Exception {
        return send(request(HttpMethod.valueOf(method), path)
                .with(httpBasic(name(role), PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }

    private static void problem(MockHttpServletResponse response, int status, String code) throws Exception {
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(json(response).path("code").asString()).isEqualTo(code);
        assertThat(json(response).path("details").path("th").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Origin, http://localhost:9999"
    })
    void a_browser_cannot_be_made_to_change_anything_by_a_foreign_page(String header, String value) throws Exception {
        problem(
                send(put("/api/v1/me/password")
                        .with(httpBasic("auditor", PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"currentPassword\": \"" + PASSWORD + "\", \"password\": \"another long password\"}")
                        .header("Host", "localhost")
                        .header(header, value)),
                403,
                "CROSS_SITE_REQUEST");
        assertThat(as(Role.AUDITOR, "GET", "/api/v1/me", "").getStatus()).isEqualTo(200);
    }

    @Test
    void our_own_pages_and_programs_that_are_no_browsers_get_through() throws Exception {
        MockHttpServletRequestBuilder wrong = put("/api/v1/me/password")
                .with(httpBasic("auditor", PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .header("Host", "localhost")
                .content("{\"currentPassword\": \"" + PASSWORD + "\", \"password\": \"short\"}");
        assertThat(send(wrong).getStatus()).isEqualTo(400);
        assertThat(send(wrong.header("Sec-Fetch-Site", "same-origin").header("Origin", "http://localhost"))
                        .getStatus())
                .isEqualTo(400);
    }

    /** Every role at every endpoint: turned away exactly where the table says so. */
    @TestFactory
    Stream<DynamicTest> each_role_gets_to_just_its_endpoints() {
        List<DynamicTest> tests = new ArrayList<>();
        for (EndpointTable.Endpoint endpoint : table.endpoints()) {
            if (List.of("/inner-denial", "/papers").contains(endpoint.pathPattern())) {
                continue; // denies by itself
            }
            MockHttpServletRequestBuilder anonymous = request(endpoint.method(), endpoint.pathPattern(), "x");
            tests.add(DynamicTest.dynamicTest("nobody: " + endpoint, () -> {
                int status = send(anonymous).getStatus();
                assertThat(status != 401).isEqualTo(table.mayCallAnonymously(endpoint));
            }));
            for (Role role : Role.values()) {
                Asker asker = new Asker(name(role), role, null, scope(role));
                tests.add(DynamicTest.dynamicTest(role + ": " + endpoint, () -> {
                    MockHttpServletResponse response = send(request(endpoint.method(), endpoint.pathPattern(), "x")
                            .with(authentication(SignedIn.as(asker))));
                    boolean turnedAway = endpoint.pathPattern().startsWith("/forgotten")
                            ? response.getStatus() == 404
                            : response.getStatus() == 403;
                    assertThat(!turnedAway).isEqualTo(table.mayCall(role, endpoint));
                }));
            }
        }
        return tests.stream();
    }

    @Test
    void the_table_shows_an_endpoint_that_nobody_named_and_rows_that_name_nothing() {
        assertThat(table.withoutRow())
                .extracting(EndpointTable.Endpoint::toString)
                .containsExactly("DELETE /forgotten/{id}");
        assertThat(table.withoutEndpoint(List.of())).isEmpty();
        EndpointTable more = new EndpointTable(
                SampleService.RULES.and(
                        List.of(Allow.anyRole(HttpMethod.GET, "/gone"), Allow.anonymous(HttpMethod.GET, "/style.css"))),
                List.of(mapping));
        assertThat(more.withoutEndpoint(List.of("/style.css")))
                .extracting(Allow::pathPattern)
                .containsExactly("/gone");
    }

    @Test
    void whoever_has_not_signed_in_is_asked_to_in_thai_and_english() throws Exception {
        MockHttpServletResponse response = send(request(HttpMethod.GET, "/things/1"));
        problem(response, 401, "UNAUTHENTICATED");
        assertThat(response.getHeader("WWW-Authenticate"))
                .isEqualTo("Basic realm=\"Progress Ledger\", charset=\"UTF-8\"");
        problem(send(request(HttpMethod.GET, "/nowhere")), 401, "UNAUTHENTICATED");
        problem(send(request(HttpMethod.GET, "/open").header("Authorization", "Basic %%%")), 401, "UNAUTHENTICATED");
    }

    @Test
    void the_signed_in_are_told_what_is_forbidden_absent_or_impossible() throws Exception {
        problem(as(Role.AUDITOR, "POST", "/things", "{}"), 403, "FORBIDDEN");
        problem(as(Role.ADMIN, "GET", "/inner-denial", ""), 403, "FORBIDDEN");
        problem(as(Role.AUDITOR, "GET", "/nowhere", ""), 404, "NOT_FOUND");
        problem(as(Role.ADMIN, "GET", "/error", ""), 404, "NOT_FOUND");
        MockHttpServletResponse impossible = as(Role.AUDITOR, "DELETE", "/things/1", "");
        problem(impossible, 405, "METHOD_NOT_ALLOWED");
        assertThat(impossible.getHeader("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void the_most_specific_row_decides_alone() throws Exception {
        assertThat(as(Role.OFFICER, "GET", "/things/1", "").getStatus()).isEqualTo(200);
        problem(as(Role.OFFICER, "GET", "/things/special", ""), 403, "FORBIDDEN");
        problem(
                send(request(HttpMethod.GET, URI.create("/things/s%70ecial")).with(httpBasic("officer", PASSWORD))),
                403,
                "FORBIDDEN");
    }

    @Test
    void head_goes_by_get_and_options_by_any_method_of_the_path() throws Exception {
        assertThat(as(Role.AUDITOR, "HEAD", "/things/1", "").getStatus()).isEqualTo(200);
        assertThat(as(Role.OFFICER, "HEAD", "/things/special", "").getStatus()).isEqualTo(403);
        assertThat(as(Role.AUDITOR, "OPTIONS", "/things/1", "").getHeader("Allow"))
                .contains("GET");
        problem(as(Role.AUDITOR, "OPTIONS", "/things", ""), 403, "FORBIDDEN");
        problem(send(request(HttpMethod.OPTIONS, "/things/1")), 401, "UNAUTHENTICATED");
    }

    @Test
    void odd_paths_are_rejected_with_a_problem() throws Exception {
        problem(as(Role.ADMIN, "GET", "/open;x=1", ""), 400, "BAD_REQUEST");
        problem(send(request(HttpMethod.GET, URI.create("/a//open"))), 400, "BAD_REQUEST");
    }

    @Test
    void an_open_endpoint_knows_the_asker_if_there_is_one() throws Exception {
        assertThat(send(request(HttpMethod.GET, "/open")).getContentAsString()).isEqualTo("open to anyone");
        assertThat(as(Role.AUDITOR, "GET", "/open", "").getContentAsString()).isEqualTo("open to auditor");
    }

    @Test
    void answers_carry_strict_headers_and_start_no_session() throws Exception {
        MockHttpServletResponse response = send(request(HttpMethod.GET, "/open"));
        assertThat(response.getHeader("Content-Security-Policy")).isEqualTo(EndpointRules.STRICT_POLICY);
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getCookies()).isEmpty();
        assertThat(send(request(HttpMethod.GET, "/docs/index")).getHeader("Content-Security-Policy"))
                .isEqualTo(EndpointRules.API_DOCUMENTATION_POLICY);
    }

    @Test
    void what_cannot_be_read_as_a_path_is_answered_by_the_strict_policy() {
        assertThat(rules.policyOf("/docs/x;a=%zz")).isEqualTo(EndpointRules.STRICT_POLICY);
        assertThat(rules.policyOf("/docs/x")).isEqualTo(EndpointRules.API_DOCUMENTATION_POLICY);
    }

    @Test
    void an_account_lives_from_its_making_to_its_disabling() throws Exception {
        MockHttpServletResponse made = as(
                Role.ADMIN,
                "POST",
                "/api/v1/accounts",
                "{\"username\":\"newcomer\",\"role\":\"OFFICER\",\"scope\":[\"0100\"]}");
        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(made.getContentAsString()).doesNotContain("bcrypt");
        String password = json(made).path("password").asString();
        assertThat(password).hasSize(34);
        assertThat(json(me("newcomer", password)).toString())
                .isEqualTo("{\"id\":\"newcomer\",\"role\":\"OFFICER\",\"agency\":null,\"scope\":[\"0100\"]}");

        assertThat(ownPassword("newcomer", password, password, "a password of my own")
                        .getStatus())
                .isEqualTo(204);
        problem(me("newcomer", password), 401, "UNAUTHENTICATED");
        assertThat(me("newcomer", "a password of my own").getStatus()).isEqualTo(200);

        assertThat(as(Role.ADMIN, "PUT", "/api/v1/accounts/newcomer/enabled", "{\"enabled\":false}")
                        .getStatus())
                .isEqualTo(200);
        problem(me("newcomer", "a password of my own"), 401, "UNAUTHENTICATED");
        problem(as(Role.ADMIN, "PUT", "/api/v1/accounts/admin/enabled", "{\"enabled\":false}"), 409, "LAST_ADMIN");
        assertThat(json(as(Role.ADMIN, "GET", "/api/v1/accounts?size=1", ""))
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    private MockHttpServletResponse ownPassword(String username, String signedInWith, String current, String chosen)
            throws Exception {
        return send(request(HttpMethod.PUT, "/api/v1/me/password")
                .with(httpBasic(username, signedInWith))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"currentPassword\":\"" + current + "\",\"password\":\"" + chosen + "\"}"));
    }

    @Test
    void the_own_password_is_changed_with_the_present_one_only_and_guessing_it_is_stopped() throws Exception {
        accounts.add("forgetful", Role.AUDITOR, null, List.of(), PASSWORD);
        for (int i = 0; i < 3; i++) {
            problem(
                    ownPassword("forgetful", PASSWORD, "guess " + i, "a password of my own"),
                    403,
                    "CURRENT_PASSWORD_WRONG");
        }
        problem(ownPassword("forgetful", PASSWORD, PASSWORD, "a password of my own"), 429, "TOO_MANY_ATTEMPTS");
        problem(me("forgetful", PASSWORD), 429, "TOO_MANY_ATTEMPTS");
        problem(
                send(put("/api/v1/me/password")
                        .with(httpBasic("auditor", PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"password\": \"a password of my own\"}")),
                400,
                "INVALID_FIELDS");
        assertThat(me("auditor", PASSWORD).getStatus()).isEqualTo(200);
    }

    @Test
    void an_officer_is_turned_away_from_another_agencys_project_before_the_body_is_read() throws Exception {
        for (String body : List.of("", "{", "{\"text\":\"x\"}")) {
            problem(as(Role.OFFICER, "POST", "/projects/01000000-2462/notes", body), 403, "NOT_YOUR_AGENCY");
        }
        problem(as(Role.OFFICER, "POST", "/projects/50470000-3298/notes", "{"), 400, "MALFORMED_BODY");
        problem(as(Role.COORDINATOR, "POST", "/projects/01000000-2462/notes", "{"), 400, "MALFORMED_BODY");
        assertThat(as(Role.OFFICER, "POST", "/projects/50470000-3298/notes", "{\"text\":\"x\"}")
                        .getContentAsString())
                .isEqualTo("50470000-3298x");
        problem(
                send(request(HttpMethod.POST, URI.create("/projects/%30%31000000-2462/notes"))
                        .with(httpBasic("officer", PASSWORD))),
                403,
                "NOT_YOUR_AGENCY");
    }

    private MockHttpServletResponse me(String username, String password) throws Exception {
        return send(request(HttpMethod.GET, "/api/v1/me").with(httpBasic(username, password)));
    }

    @Test
    void wrong_account_requests_get_their_reasons() throws Exception {
        String path = "/api/v1/accounts";
        problem(as(Role.ADMIN, "POST", path, "{\"username\":\"x\",\"role\":\"AUDITOR\"}"), 400, "NOT_A_USERNAME");
        problem(as(Role.ADMIN, "POST", path, "{\"username\":\"admin\",\"role\":\"AUDITOR\"}"), 409, "ACCOUNT_EXISTS");
        problem(as(Role.ADMIN, "POST", path, "{\"role\":\"AUDITOR\"}"), 400, "INVALID_FIELDS");
        problem(as(Role.ADMIN, "POST", path, "{\"username\":\"abc\",\"role\":\"KING\"}"), 400, "INVALID_FIELDS");
        problem(
                as(Role.ADMIN, "POST", path, "{\"username\":\"abc\",\"role\":\"AUDITOR\",\"admin\":true}"),
                400,
                "UNKNOWN_FIELD");
        problem(as(Role.ADMIN, "PUT", path + "/nobody/password", "{}"), 404, "ACCOUNT_NOT_FOUND");
        problem(as(Role.ADMIN, "PUT", path + "/admin/enabled", "{}"), 400, "INVALID_FIELDS");
        problem(as(Role.ADMIN, "GET", path + "?size=201", ""), 400, "INVALID_PARAMETER");
    }

    @Test
    void refusals_inside_a_controller_are_security_events_too() throws Exception {
        double byRole = counted("denied-by-role");
        double byAgency = counted("denied-by-agency");

        problem(as(Role.ADMIN, "GET", "/inner-denial", ""), 403, "FORBIDDEN");
        problem(as(Role.OFFICER, "POST", "/papers", ""), 403, "NOT_YOUR_AGENCY");
        problem(as(Role.OFFICER, "POST", "/projects/01000000-2462/notes", ""), 403, "NOT_YOUR_AGENCY");

        assertThat(counted("denied-by-role") - byRole).isEqualTo(1);
        assertThat(counted("denied-by-agency") - byAgency).isEqualTo(2);
    }

    private double counted(String event) {
        return meters.get("security.events").tag("event", event).counter().count();
    }

    @Test
    void guessing_is_stopped_with_a_time_to_wait() throws Exception {
        for (int i = 0; i < 3; i++) {
            problem(me("guessed", "guess " + i), 401, "UNAUTHENTICATED");
        }
        MockHttpServletResponse stopped = me("guessed", "guess");
        problem(stopped, 429, "TOO_MANY_ATTEMPTS");
        assertThat(Integer.parseInt(stopped.getHeader("Retry-After"))).isBetween(1, 60);
        assertThat(me("auditor", PASSWORD).getStatus()).isEqualTo(200);
    }
}
