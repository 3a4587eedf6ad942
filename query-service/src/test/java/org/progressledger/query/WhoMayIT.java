package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.EndpointTable;
import org.progressledger.access.EndpointTable.Endpoint;
import org.progressledger.access.Role;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint is named in the table, every row names an endpoint, and the table is obeyed. */
@OnEmbeddedStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayIT {
    private static final List<String> SERVED_OTHERWISE = List.of("/static/**", "/favicon.ico", "/swagger-ui/**");
    private static final Set<Role> READERS =
            Set.of(Role.OFFICER, Role.COORDINATOR, Role.SUPERVISOR, Role.AUDITOR, Role.REVIEWER);

    private RunningService service;
    private EndpointTable table;

    @BeforeAll
    void start(@TempDir Path folder) {
        service = new RunningService(TestMongo.embedded(), folder);
        service.record(Facts.registered(Facts.BANGNA, "โครงการ", "สำนักงานเขตบางนา", 2564, null));
        table = new EndpointTable(
                service.bean(EndpointRules.class),
                List.of(
                        service.bean("requestMappingHandlerMapping", RequestMappingInfoHandlerMapping.class),
                        service.bean("webEndpointServletHandlerMapping", RequestMappingInfoHandlerMapping.class)));
    }

    @AfterAll
    void end() {
        service.close();
    }

    @Test
    void every_endpoint_has_a_row_and_every_row_an_endpoint() {
        assertThat(table.withoutRow()).isEmpty();
        assertThat(table.withoutEndpoint(SERVED_OTHERWISE)).isEmpty();
        assertThat(table.endpoints()).hasSizeGreaterThan(25);
    }

    @TestFactory
    Stream<DynamicTest> each_role_gets_to_just_its_endpoints() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Endpoint endpoint : table.endpoints()) {
            String path = endpoint.pathPattern()
                    .replace("{code}", Facts.BANGNA.text())
                    .replaceAll("\\{\\*?(round|id|position|path|group)}", "1")
                    .replaceAll("(tile|health)1", "$1/1");
            String method = endpoint.method().name();
            tests.add(DynamicTest.dynamicTest("nobody: " + endpoint, () -> {
                boolean letIn = service.anonymously(method, path).status() != 401;
                assertThat(letIn).isEqualTo(table.mayCallAnonymously(endpoint));
            }));
            for (Role role : Role.values()) {
                tests.add(DynamicTest.dynamicTest(role + ": " + endpoint, () -> {
                    boolean letIn = service.send(method, path, role, "en").status() != 403;
                    assertThat(letIn).isEqualTo(table.mayCall(role, endpoint));
                }));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> the_projects_answers_are_for_those_who_read_projects() {
        return table.endpoints().stream()
                .filter(endpoint -> endpoint.pathPattern().startsWith("/api/v1/projects"))
                .flatMap(endpoint -> Stream.of(Role.values())
                        .map(role -> DynamicTest.dynamicTest(
                                role + ": " + endpoint,
                                () -> assertThat(table.mayCall(role, endpoint)).isEqualTo(READERS.contains(role)))));
    }

    @Test
    void raw_events_are_not_for_officers_nor_administrators() {
        assertThat(service.get("/api/v1/events", Role.OFFICER).status()).isEqualTo(403);
        assertThat(service.get("/api/v1/events", Role.ADMIN).status()).isEqualTo(403);
        assertThat(service.get("/api/v1/events", Role.REVIEWER).status()).isEqualTo(200);
    }

    @Test
    void what_does_not_exist_yet_says_so() {
        assertThat(service.get("/api/v1/flags", Role.AUDITOR)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("NOT_YET_SUPPORTED");
        assertThat(service.get("/api/v1/projects/50470000-3298/as-of", Role.AUDITOR)
                        .status())
                .isEqualTo(501);
        assertThat(service.anonymously("GET", "/checkpoint").status()).isEqualTo(501);
    }
}
