package org.progressledger.command.web;

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
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.progressledger.access.Allow;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.web.AccountsController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may ask what of the command service. What is not named here is denied to everybody. */
@Configuration(proxyBeanMethods = false)
class WhoMay {
    private static final String PROJECT = "/api/v1/projects/{code}";

    static final List<Allow> RECORDING = List.of(
            roles(POST, "/api/v1/imports", OFFICER, COORDINATOR),
            roles(GET, "/api/v1/imports/{id}", OFFICER, COORDINATOR),
            roles(POST, "/api/v1/imports/{id}/confirmation", OFFICER, COORDINATOR),
            roles(POST, "/api/v1/projects", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/reports", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/reports/{no}/correction", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/activities", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/letters", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/pause", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/appeals", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/appeals/{round}/decision", COORDINATOR));

    static final List<Allow> KEEPING = List.of(roles(PUT, "/api/v1/agencies/{code}", ADMIN));

    static final List<Allow> NOT_YET = List.of(
            roles(POST, PROJECT + "/amendments", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/plan", COORDINATOR),
            roles(POST, PROJECT + "/reports/{no}/return", SUPERVISOR),
            roles(POST, PROJECT + "/resumption", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/completion", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/reopening", COORDINATOR),
            roles(POST, PROJECT + "/cancellation", COORDINATOR),
            roles(POST, PROJECT + "/withdrawals", SUPERVISOR),
            roles(POST, PROJECT + "/late-windows", COORDINATOR),
            roles(POST, PROJECT + "/appeals/{round}/withdrawal", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/appeals/{round}/review", REVIEWER),
            roles(POST, PROJECT + "/indicators", COORDINATOR),
            roles(POST, PROJECT + "/indicators/{id}/results", COORDINATOR),
            roles(POST, PROJECT + "/indicators/{id}/criteria", COORDINATOR),
            roles(POST, PROJECT + "/evaluations", COORDINATOR),
            roles(POST, PROJECT + "/flags/{id}/acknowledgement", AUDITOR),
            roles(POST, PROJECT + "/evidence", OFFICER, COORDINATOR),
            roles(POST, PROJECT + "/certification", OFFICER, COORDINATOR));

    static final List<Allow> AROUND = List.of(
            anonymous(GET, "/actuator/health"),
            anonymous(GET, "/actuator/health/**"),
            roles(GET, "/actuator/prometheus", ADMIN, AUDITOR),
            anyRole(GET, "/"),
            anyRole(GET, "/v3/api-docs"),
            anyRole(GET, "/v3/api-docs.yaml"),
            anyRole(GET, "/v3/api-docs/swagger-config"),
            anyRole(GET, "/swagger-ui.html"),
            anyRole(GET, "/swagger-ui/**"));

    @Bean
    EndpointRules endpointRules() {
        return EndpointRules.of(RECORDING)
                .and(KEEPING)
                .and(NOT_YET)
                .and(AROUND)
                .and(AccountsController.ROWS)
                .withPolicy("/swagger-ui/**", EndpointRules.API_DOCUMENTATION_POLICY);
    }
}
