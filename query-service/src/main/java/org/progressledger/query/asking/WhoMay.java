package org.progressledger.query.asking;

import static org.progressledger.access.Allow.anonymous;
import static org.progressledger.access.Allow.anyRole;
import static org.progressledger.access.Allow.roles;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.COORDINATOR;
import static org.progressledger.access.Role.OFFICER;
import static org.progressledger.access.Role.REVIEWER;
import static org.progressledger.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.progressledger.access.Allow;
import org.progressledger.access.EndpointRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who may ask what of the query service. What is not named here is denied to everybody; which projects an officer sees
 * is decided with each project.
 */
@Configuration(proxyBeanMethods = false)
class WhoMay {
    private static final String PROJECT = "/api/v1/projects/{code}";

    static final List<Allow> ANSWERS = List.of(
            readers("/api/v1/projects"),
            readers(PROJECT),
            readers(PROJECT + "/reports"),
            readers(PROJECT + "/timeline"),
            readers(PROJECT + "/percent-changes"),
            // names and sums, no project; an administrator keeps them
            roles(GET, "/api/v1/agencies", OFFICER, COORDINATOR, SUPERVISOR, AUDITOR, REVIEWER, ADMIN),
            roles(GET, "/api/v1/agencies/{code}", OFFICER, COORDINATOR, SUPERVISOR, AUDITOR, REVIEWER, ADMIN),
            // payloads go to those who may read every project's events
            roles(GET, "/api/v1/events", COORDINATOR, SUPERVISOR, AUDITOR, REVIEWER));

    static final List<Allow> NOT_YET = List.of(
            readers(PROJECT + "/history"),
            readers(PROJECT + "/as-of"),
            readers(PROJECT + "/diff"),
            readers(PROJECT + "/appeals/{round}"),
            readers(PROJECT + "/export.json"),
            readers(PROJECT + "/export.csv"),
            readers(PROJECT + "/export.xlsx"),
            readers(PROJECT + "/form.pdf"),
            readers("/api/v1/appeals"),
            readers("/api/v1/flags"),
            readers("/api/v1/reports/by-period"),
            roles(GET, "/api/v1/replays/{id}", AUDITOR, ADMIN),
            roles(POST, "/api/v1/replays", AUDITOR, ADMIN),
            roles(GET, "/api/v1/ledger/events/{position}/proof", COORDINATOR, SUPERVISOR, AUDITOR, REVIEWER),
            anonymous(GET, "/checkpoint"),
            anonymous(GET, "/tile/{*path}"),
            anonymous(GET, "/ledger.vkey"));

    static final List<Allow> AROUND = List.of(
            anonymous(GET, "/actuator/health"),
            anonymous(GET, "/actuator/health/**"),
            roles(GET, "/actuator/prometheus", ADMIN, AUDITOR),
            anyRole(GET, "/"),
            anonymous(GET, "/static/**"),
            anonymous(GET, "/favicon.ico"),
            anyRole(GET, "/v3/api-docs"),
            anyRole(GET, "/v3/api-docs.yaml"),
            anyRole(GET, "/v3/api-docs/swagger-config"),
            anyRole(GET, "/swagger-ui.html"),
            anyRole(GET, "/swagger-ui/**"));

    private static Allow readers(String path) {
        return roles(GET, path, OFFICER, COORDINATOR, SUPERVISOR, AUDITOR, REVIEWER);
    }

    @Bean
    EndpointRules endpointRules() {
        return EndpointRules.of(ANSWERS)
                .and(NOT_YET)
                .and(AROUND)
                .withPolicy("/swagger-ui/**", EndpointRules.API_DOCUMENTATION_POLICY);
    }
}
