package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.progressledger.access.Allow;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.EndpointTable;
import org.progressledger.access.EndpointTable.Endpoint;
import org.progressledger.access.Role;
import org.progressledger.access.SignedIn;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The table of who may ask what, tried role by role. */
@OnEmbeddedStore
@SpringBootTest(classes = QueryService.class)
@AutoConfigureMockMvc
class WhoMayIT {
    /** Served by static resources, not by handler methods. */
    private static final Set<String> FILES =
            Set.of("/favicon.ico", "/swagger-ui/**", "/static/**", "/actuator/health/**");

    /** The table as the office would write it: reading is for all but those who keep accounts. */
    private static final Set<Role> READERS =
            Set.of(Role.OFFICER, Role.COORDINATOR, Role.SUPERVISOR, Role.AUDITOR, Role.REVIEWER);

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        ServiceOn.fresh(TestMongo.embedded()).forEach((key, value) -> properties.add(key, () -> value));
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    EndpointRules rules;

    @Autowired
    MockMvc mvc;

    private EndpointTable table() {
        Map<String, RequestMappingInfoHandlerMapping> mappings =
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class);
        return new EndpointTable(rules, mappings.values());
    }

    @Test
    void every_endpoint_stands_in_the_table() {
        assertThat(table().endpoints()).extracting(Endpoint::toString).contains("GET /api/v1/projects");
        assertThat(table().withoutRow()).isEmpty();
    }

    @Test
    void every_row_of_the_table_names_something_that_is_served() {
        assertThat(table().withoutEndpoint(FILES))
                .extracting(Allow::pathPattern)
                .isEmpty();
    }

    @Test
    void projects_are_for_all_roles_but_the_keeper_of_accounts() {
        TreeSet<String> others = rules.allows().stream()
                .filter(row -> row.pathPattern().startsWith("/api/v1/projects"))
                .filter(row -> !row.roles().equals(READERS) || row.anonymous())
                .map(Allow::pathPattern)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others).isEmpty();
        assertThat(rolesOf("/api/v1/events"))
                .containsExactlyInAnyOrder(Role.COORDINATOR, Role.SUPERVISOR, Role.AUDITOR, Role.REVIEWER);
        assertThat(rolesOf("/actuator/prometheus")).containsExactlyInAnyOrder(Role.ADMIN, Role.AUDITOR);
    }

    private Set<Role> rolesOf(String pattern) {
        return rules.allows().stream()
                .filter(row -> row.pathPattern().equals(pattern) && !row.anonymous())
                .flatMap(row -> row.roles().stream())
                .collect(Collectors.toSet());
    }

    @TestFactory
    Stream<DynamicTest> each_role_gets_to_just_its_endpoints() {
        EndpointTable table = table();
        List<DynamicTest> tests = new ArrayList<>();
        for (Endpoint endpoint : table.endpoints()) {
            String path = endpoint.pathPattern()
                    .replace("{code}", "50990000-0001")
                    .replaceAll("\\{[^}]*}", "1")
                    .replace("**", "x");
            tests.add(DynamicTest.dynamicTest("nobody: " + endpoint, () -> {
                int status = mvc.perform(request(endpoint.method(), path))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(status != 401).isEqualTo(table.mayCallAnonymously(endpoint));
            }));
            for (Role role : Role.values()) {
                tests.add(DynamicTest.dynamicTest(role + ": " + endpoint, () -> {
                    int status = mvc.perform(request(endpoint.method(), path)
                                    .with(authentication(SignedIn.as(Desk.someone(role, "50990000")))))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                    assertThat(status != 403).isEqualTo(table.mayCall(role, endpoint));
                }));
            }
        }
        return tests.stream();
    }

    @Test
    void health_is_open_and_tells_no_details() {
        Desk.Answer health = new Desk(mvc).send(request(org.springframework.http.HttpMethod.GET, "/actuator/health"));
        Desk.Answer ready =
                new Desk(mvc).send(request(org.springframework.http.HttpMethod.GET, "/actuator/health/readiness"));

        assertThat(health.status()).isEqualTo(200);
        assertThat(ready.json().toString()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(health.text()).doesNotContain("mongo", "projects");
    }

    @Test
    void metrics_are_told_to_those_who_run_and_those_who_audit() {
        Desk.Answer metrics = new Desk(mvc)
                .send(request(org.springframework.http.HttpMethod.GET, "/actuator/prometheus")
                        .with(authentication(SignedIn.as(Desk.someone(Role.ADMIN)))));

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.text()).contains("jvm_memory_used_bytes");
    }
}
