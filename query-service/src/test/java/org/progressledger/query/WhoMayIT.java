package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.access.Accounts;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.EndpointTable;
import org.progressledger.access.Role;
import org.progressledger.access.RoleMatrix.Service;
import org.progressledger.events.ProjectCode;
import org.progressledger.ledger.CommitLog;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testroles.AskedService;
import org.progressledger.testroles.WhoMayContract;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every role at every endpoint of the query service. */
@OnEmbeddedStore
class WhoMayIT extends WhoMayContract {
    private static final ProjectCode COUNCIL = ProjectCode.of("01000000-2462");

    @TempDir
    static Path folder;

    private RunningService service;

    @Override
    protected AskedService service() {
        service = new RunningService(TestMongo.embedded(), folder);
        service.record(Facts.registered(Facts.BANGNA, "โครงการสร้างเครือข่าย", "สำนักงานเขตบางนา", 2564, null));
        long last = service.record(Facts.registered(COUNCIL, "สภาพบประชาชน", "สำนักงานเลขานุการสภา", 2564, null));
        assertThat(service.get("/api/v1/projects?atLeast=" + last, Role.AUDITOR).status())
                .isEqualTo(200);
        return new AskedService(
                Service.QUERY,
                service.address(),
                new EndpointTable(
                        service.bean(EndpointRules.class),
                        service.beans(RequestMappingInfoHandlerMapping.class).values()),
                Set.of(
                        "/favicon.ico",
                        "/static/**",
                        "/swagger-ui/**",
                        "/sign-in",
                        "/sign-out",
                        "/oauth2/authorization/{provider}",
                        "/login/oauth2/code/{provider}"),
                service.bean(Accounts.class),
                Arrays.stream(Role.values()).collect(Collectors.toMap(Function.identity(), RunningService::name)),
                RunningService.PASSWORD,
                Facts.BANGNA.text(),
                COUNCIL.text(),
                "50470000-9999",
                "01000000-9999",
                () -> service.bean(CommitLog.class).lastPosition().orElse(-1),
                service.bean(MeterRegistry.class));
    }

    @AfterAll
    void end() {
        service.close();
    }

    @Test
    void health_is_open_and_tells_no_details() {
        Answer health = service.anonymously("GET", "/actuator/health");
        Answer ready = service.anonymously("GET", "/actuator/health/readiness");

        assertThat(health.status()).isEqualTo(200);
        assertThat(ready.json().toString()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(health.body()).doesNotContain("mongo", "projects");
    }

    @Test
    void metrics_are_told_to_those_who_run_and_they_count_refusals() {
        Answer metrics = service.get("/actuator/prometheus", Role.ADMIN);

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("jvm_memory_used_bytes", "security_events_total{event=\"denied-by-agency\"}");
    }
}
