package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.COORDINATOR;
import static org.progressledger.access.Role.OFFICER;
import static org.progressledger.access.Role.REVIEWER;
import static org.progressledger.access.Role.SUPERVISOR;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.EndpointTable;
import org.progressledger.access.EndpointTable.Endpoint;
import org.progressledger.access.Role;
import org.progressledger.command.Office.Answer;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint has its row, every row its endpoint, and every role is let in or turned away accordingly. */
class WhoMayIT {
    private static final String PROJECT = "/api/v1/projects/{code}";

    /** As the office has it: who does what. */
    private static final List<Deed> DEEDS = List.of(
            new Deed(
                    EnumSet.of(OFFICER, COORDINATOR),
                    "/api/v1/imports",
                    "/api/v1/imports/{id}/confirmation",
                    "/api/v1/projects",
                    PROJECT + "/amendments",
                    PROJECT + "/reports",
                    PROJECT + "/reports/{no}/correction",
                    PROJECT + "/activities",
                    PROJECT + "/letters",
                    PROJECT + "/pause",
                    PROJECT + "/resumption",
                    PROJECT + "/completion",
                    PROJECT + "/appeals",
                    PROJECT + "/appeals/{round}/withdrawal",
                    PROJECT + "/evidence",
                    PROJECT + "/certification"),
            new Deed(
                    EnumSet.of(COORDINATOR),
                    PROJECT + "/appeals/{round}/decision",
                    PROJECT + "/plan",
                    PROJECT + "/indicators",
                    PROJECT + "/indicators/{id}/results",
                    PROJECT + "/indicators/{id}/criteria",
                    PROJECT + "/evaluations",
                    PROJECT + "/late-windows",
                    PROJECT + "/cancellation",
                    PROJECT + "/reopening"),
            new Deed(EnumSet.of(SUPERVISOR), PROJECT + "/reports/{no}/return", PROJECT + "/withdrawals"),
            new Deed(EnumSet.of(AUDITOR), PROJECT + "/flags/{id}/acknowledgement"),
            new Deed(EnumSet.of(REVIEWER), PROJECT + "/appeals/{round}/review"));

    private record Deed(Set<Role> roles, List<String> paths) {
        Deed(Set<Role> roles, String... paths) {
            this(roles, List.of(paths));
        }
    }

    private static EndpointTable table(Office office) {
        return new EndpointTable(
                office.part(EndpointRules.class),
                office.parts(RequestMappingInfoHandlerMapping.class).values());
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void every_endpoint_is_named_and_every_name_is_an_endpoint(Office office) {
        EndpointTable table = table(office);

        assertThat(table.endpoints()).hasSizeGreaterThan(30);
        assertThat(table.withoutRow()).isEmpty();
        assertThat(table.withoutEndpoint(List.of("/swagger-ui/**"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void the_deeds_are_shared_out_as_the_office_has_it(Office office) {
        EndpointTable table = table(office);
        for (Deed deed : DEEDS) {
            for (String path : deed.paths()) {
                Endpoint endpoint = new Endpoint(HttpMethod.POST, path);
                assertThat(table.endpoints()).contains(endpoint);
                assertThat(Role.all().stream()
                                .filter(role -> table.mayCall(role, endpoint))
                                .collect(Collectors.toSet()))
                        .as(path)
                        .isEqualTo(deed.roles());
            }
        }
        assertThat(Role.all().stream()
                        .filter(role -> table.mayCall(role, new Endpoint(HttpMethod.PUT, "/api/v1/agencies/{code}"))))
                .containsExactly(Role.ADMIN);
        Set<String> named =
                DEEDS.stream().flatMap(deed -> deed.paths().stream()).collect(Collectors.toSet());
        assertThat(table.endpoints().stream()
                        .filter(endpoint -> endpoint.method() == HttpMethod.POST)
                        .map(Endpoint::pathPattern)
                        .filter(path -> path.startsWith("/api/v1/projects") || path.startsWith("/api/v1/imports")))
                .allMatch(named::contains);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void every_role_is_let_in_or_turned_away_at_every_endpoint_and_records_nothing(Office office) {
        String code = office.newProject();
        long before = office.lastPosition();
        EndpointTable table = table(office);
        for (Endpoint endpoint : table.endpoints()) {
            for (Role role : Role.all()) {
                Answer answer = ask(office, Office.accountOf(role), endpoint, code);
                String what = role + " " + endpoint + " -> " + answer.status() + " " + answer.body();
                if (table.mayCall(role, endpoint)) {
                    assertThat(answer.status()).as(what).isNotIn(401, 403, 405, 500);
                } else {
                    assertThat(answer.status()).as(what).isEqualTo(403);
                    assertThat(answer.code()).as(what).isEqualTo("FORBIDDEN");
                }
            }
            Answer stranger = ask(office, null, endpoint, code);
            if (table.mayCallAnonymously(endpoint)) {
                assertThat(stranger.status()).as(endpoint.toString()).isLessThan(300);
            } else {
                assertThat(stranger.status()).as(endpoint.toString()).isEqualTo(401);
                assertThat(stranger.code()).isEqualTo("UNAUTHENTICATED");
            }
        }
        assertThat(office.lastPosition()).isEqualTo(before);
    }

    private static Answer ask(Office office, String account, Endpoint endpoint, String code) {
        String path = endpoint.pathPattern()
                .replace("{code}", code)
                .replace("{no}", "1")
                .replace("{round}", "1")
                .replace("**", "liveness")
                .replaceAll("\\{[^}]*}", "nobody");
        boolean body = endpoint.method() != HttpMethod.GET;
        return office.send(
                account,
                endpoint.method().name(),
                path,
                body ? (path.equals("/api/v1/imports") ? "text/plain" : "application/json") : null,
                body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_is_not_named_is_denied_to_everybody(Office office) {
        for (Role role : Role.all()) {
            for (String path : List.of("/api/v1/nothing", "/actuator", "/actuator/env", "/api/v1/projects//x")) {
                assertThat(office.get(Office.accountOf(role), path).status())
                        .as(role + " " + path)
                        .isBetween(400, 405);
            }
        }
        assertThat(office.get(null, "/api/v1/nothing").status()).isEqualTo(401);
    }
}
