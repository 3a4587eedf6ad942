package org.progressledger.access;

import static org.progressledger.access.Reach.ABOUT_A_PROJECT;
import static org.progressledger.access.Reach.CITY;
import static org.progressledger.access.Reach.OPEN;
import static org.progressledger.access.Reach.OURSELVES;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.COORDINATOR;
import static org.progressledger.access.Role.OFFICER;
import static org.progressledger.access.Role.REVIEWER;
import static org.progressledger.access.Role.SUPERVISOR;
import static org.progressledger.access.RoleMatrix.Service.BOTH;
import static org.progressledger.access.RoleMatrix.Service.COMMAND;
import static org.progressledger.access.RoleMatrix.Service.QUERY;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Who may: every endpoint of every service, one line each. What has no line is denied to everybody.
 *
 * <p>{@link Reach} says what an officer's agency means for a line, {@link Asker} which projects are the officer's own.
 */
public final class RoleMatrix {

    /** Where an endpoint is served. */
    public enum Service {
        COMMAND,
        QUERY,
        BOTH;

        boolean includes(Service one) {
            return this == one || this == BOTH;
        }
    }

    /** A line of the matrix. */
    public record Row(Service service, Allow allow) {}

    private static final Set<Role> RECORDERS = Set.of(OFFICER, COORDINATOR);
    private static final Set<Role> READERS = Set.of(OFFICER, COORDINATOR, SUPERVISOR, AUDITOR, REVIEWER);
    private static final Set<Role> CITY_READERS = Set.of(COORDINATOR, SUPERVISOR, AUDITOR, REVIEWER);
    private static final Set<Role> EVERYBODY = Role.all();

    /** Who reads persons' names and telephones in clear, an officer those of the own agency; others see them masked. */
    private static final Set<Role> READERS_OF_PERSONAL_DATA = Set.of(OFFICER, COORDINATOR, SUPERVISOR);

    private static final List<Row> ROWS = List.of(
            // printouts; whose they are stands on the paper
            row(COMMAND, POST, "/api/v1/imports", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, GET, "/api/v1/imports", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, GET, "/api/v1/imports/{id}", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, GET, "/api/v1/imports/{id}/source", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/imports/{id}/confirmation", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, GET, "/api/v1/import-batches", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, GET, "/api/v1/import-batches/{id}", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/import-batches/{id}/retry", ABOUT_A_PROJECT, RECORDERS),
            // sheets of reports; whose projects they name stands on their rows
            row(COMMAND, GET, "/api/v1/bulk-reports/template.csv", CITY, RECORDERS),
            row(COMMAND, GET, "/api/v1/bulk-reports/template.xlsx", CITY, RECORDERS),
            row(COMMAND, POST, "/api/v1/bulk-reports", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, GET, "/api/v1/bulk-reports/{id}", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, GET, "/api/v1/bulk-reports/{id}/errors.csv", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, GET, "/api/v1/bulk-reports/{id}/errors.xlsx", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/bulk-reports/{id}/confirmation", ABOUT_A_PROJECT, RECORDERS),
            // what officers do for their agency, and coordinators for any
            row(COMMAND, POST, "/api/v1/projects", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/amendments", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/reports", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/reports/check", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/reports/{no}/correction", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/reports/{no}/correction/check", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/activities", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/letters", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/pause", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/resumption", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/completion", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/appeals", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/appeals/{round}/withdrawal", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/evidence", ABOUT_A_PROJECT, RECORDERS),
            row(COMMAND, POST, "/api/v1/projects/{code}/certification", ABOUT_A_PROJECT, RECORDERS),
            // what is decided for the whole city
            row(COMMAND, POST, "/api/v1/projects/{code}/appeals/{round}/decision", ABOUT_A_PROJECT, COORDINATOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/indicators", ABOUT_A_PROJECT, COORDINATOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/indicators/{id}/results", ABOUT_A_PROJECT, COORDINATOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/indicators/{id}/criteria", ABOUT_A_PROJECT, COORDINATOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/evaluations", ABOUT_A_PROJECT, COORDINATOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/plan", ABOUT_A_PROJECT, COORDINATOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/late-windows", ABOUT_A_PROJECT, COORDINATOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/cancellation", ABOUT_A_PROJECT, COORDINATOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/reopening", ABOUT_A_PROJECT, COORDINATOR),
            // one office each
            row(COMMAND, POST, "/api/v1/projects/{code}/reports/{no}/return", ABOUT_A_PROJECT, SUPERVISOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/withdrawals", ABOUT_A_PROJECT, SUPERVISOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/flags/{id}/acknowledgement", ABOUT_A_PROJECT, AUDITOR),
            row(COMMAND, POST, "/api/v1/projects/{code}/appeals/{round}/review", ABOUT_A_PROJECT, REVIEWER),
            // accounts
            row(COMMAND, GET, "/api/v1/accounts", CITY, ADMIN),
            row(COMMAND, POST, "/api/v1/accounts", CITY, ADMIN),
            row(COMMAND, PUT, "/api/v1/accounts/{username}/password", CITY, ADMIN),
            row(COMMAND, PUT, "/api/v1/accounts/{username}/enabled", CITY, ADMIN),
            // agencies: names and sums, no project; an administrator keeps them
            row(COMMAND, PUT, "/api/v1/agencies/{code}", CITY, ADMIN),
            row(QUERY, GET, "/api/v1/agencies", CITY, EVERYBODY),
            row(QUERY, GET, "/api/v1/agencies/{code}", CITY, EVERYBODY),
            row(COMMAND, GET, "/api/v1/me", CITY, EVERYBODY),
            row(COMMAND, PUT, "/api/v1/me/password", CITY, EVERYBODY),
            // one project
            row(QUERY, GET, "/api/v1/projects/{code}", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/reports", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/timeline", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/printouts/{sha256}/source", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/percent-changes", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/score-changes", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/history", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/as-of", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/diff", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/appeals", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/appeals/{round}", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/export.json", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/export.csv", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/export.xlsx", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/oc4ids.json", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/api/v1/projects/{code}/evidence-pack", ABOUT_A_PROJECT, AUDITOR),
            row(QUERY, GET, "/api/v1/projects/{code}/form.pdf", ABOUT_A_PROJECT, READERS),
            // across projects; an officer finds the own agency's, and totals of all
            row(QUERY, GET, "/api/v1/projects", CITY, READERS),
            row(QUERY, GET, "/api/v1/projects/export.json", CITY, READERS),
            row(QUERY, GET, "/api/v1/projects/export.csv", CITY, READERS),
            row(QUERY, GET, "/api/v1/projects/export.xlsx", CITY, READERS),
            row(QUERY, GET, "/api/v1/exports", CITY, AUDITOR, ADMIN),
            row(QUERY, GET, "/api/v1/appeals", CITY, READERS),
            row(QUERY, GET, "/api/v1/flags", CITY, READERS),
            row(QUERY, GET, "/api/v1/reports/by-period", CITY, READERS),
            row(QUERY, GET, "/api/v1/reports/timeliness", CITY, READERS),
            // the ledger; payloads go to those who may read every project's events
            row(QUERY, GET, "/api/v1/events", CITY, CITY_READERS),
            row(QUERY, GET, "/api/v1/ledger/events/{position}/proof", CITY, CITY_READERS),
            row(QUERY, GET, "/api/v1/ledger/events/{position}/proof.tlog-proof", CITY, CITY_READERS),
            // what follows from the open tiles, for whoever is signed in
            row(QUERY, GET, "/api/v1/ledger/consistency", CITY, EVERYBODY),
            row(QUERY, GET, "/api/v1/ledger/checkpoints", CITY, EVERYBODY),
            row(QUERY, GET, "/api/v1/ledger/verification", CITY, AUDITOR, ADMIN),
            // projects that stand still: auditors look on
            row(QUERY, GET, "/api/v1/dead-letters", CITY, AUDITOR, ADMIN),
            row(QUERY, POST, "/api/v1/dead-letters/{project}/retry", CITY, ADMIN),
            row(QUERY, POST, "/api/v1/dead-letters/{project}/discard", CITY, ADMIN),
            row(QUERY, GET, "/dead-letters", CITY, AUDITOR, ADMIN),
            row(QUERY, POST, "/dead-letters/{project}/retry", CITY, ADMIN),
            row(QUERY, POST, "/dead-letters/{project}/discard", CITY, ADMIN),
            row(QUERY, POST, "/api/v1/replays", CITY, AUDITOR, ADMIN),
            row(QUERY, GET, "/api/v1/replays", CITY, AUDITOR, ADMIN),
            row(QUERY, GET, "/api/v1/replays/{id}", CITY, AUDITOR, ADMIN),
            row(QUERY, GET, "/api/v1/replays/{id}/differences", CITY, AUDITOR, ADMIN),
            row(QUERY, POST, "/api/v1/replays/{id}/pause", CITY, AUDITOR, ADMIN),
            row(QUERY, POST, "/api/v1/replays/{id}/resume", CITY, AUDITOR, ADMIN),
            row(QUERY, POST, "/api/v1/replays/{id}/cancel", CITY, AUDITOR, ADMIN),
            // what everybody is answered from changes, though something is not the same
            row(QUERY, POST, "/api/v1/replays/{id}/switch", CITY, ADMIN),
            row(QUERY, POST, "/api/v1/replays/{id}/drop", CITY, ADMIN),
            row(QUERY, GET, "/api/v1/replays/releases", CITY, AUDITOR, ADMIN),
            row(QUERY, DELETE, "/api/v1/replays/releases/{release}", CITY, ADMIN),
            row(QUERY, GET, "/replays", CITY, AUDITOR, ADMIN),
            row(QUERY, POST, "/replays", CITY, AUDITOR, ADMIN),
            row(QUERY, POST, "/replays/{id}/pause", CITY, AUDITOR, ADMIN),
            row(QUERY, POST, "/replays/{id}/resume", CITY, AUDITOR, ADMIN),
            row(QUERY, POST, "/replays/{id}/cancel", CITY, AUDITOR, ADMIN),
            row(QUERY, POST, "/replays/{id}/switch", CITY, ADMIN),
            row(QUERY, POST, "/replays/{id}/drop", CITY, ADMIN),
            row(QUERY, POST, "/replays/releases/{release}/drop", CITY, ADMIN),
            row(QUERY, GET, "/checkpoint", OPEN, EVERYBODY),
            row(QUERY, GET, "/tile/{*path}", OPEN, EVERYBODY),
            row(QUERY, GET, "/ledger.vkey", OPEN, EVERYBODY),
            // signing in and out on pages
            row(QUERY, GET, "/sign-in", OPEN, EVERYBODY),
            row(QUERY, POST, "/sign-in", OPEN, EVERYBODY),
            row(QUERY, GET, "/oauth2/authorization/{provider}", OPEN, EVERYBODY),
            row(QUERY, GET, "/login/oauth2/code/{provider}", OPEN, EVERYBODY),
            row(QUERY, POST, "/sign-out", CITY, EVERYBODY),
            row(QUERY, GET, "/account", CITY, EVERYBODY),
            row(QUERY, POST, "/account/password", CITY, EVERYBODY),
            row(QUERY, POST, "/account/sessions", CITY, EVERYBODY),
            // accounts, and who looked at what, on pages
            row(QUERY, GET, "/accounts", CITY, ADMIN),
            row(QUERY, POST, "/accounts", CITY, ADMIN),
            row(QUERY, POST, "/accounts/{username}/password", CITY, ADMIN),
            row(QUERY, POST, "/accounts/{username}/enabled", CITY, ADMIN),
            row(QUERY, GET, "/accounts/elsewhere", CITY, ADMIN),
            row(QUERY, POST, "/accounts/elsewhere/sessions", CITY, ADMIN),
            row(QUERY, GET, "/readings", CITY, ADMIN),
            row(QUERY, GET, "/api/v1/readings", CITY, ADMIN),
            // what is set, on both services; the page shows both
            row(BOTH, GET, "/api/v1/configuration", CITY, ADMIN),
            row(QUERY, GET, "/configuration", CITY, ADMIN),
            // what open pages are told
            row(QUERY, GET, "/live", CITY, EVERYBODY),
            row(QUERY, GET, "/projects/{code}/live", ABOUT_A_PROJECT, READERS),
            // pages across projects; an officer finds the own agency's
            row(QUERY, GET, "/projects", CITY, READERS),
            row(QUERY, GET, "/late-reports", CITY, READERS),
            row(QUERY, GET, "/agencies/{agency}", CITY, READERS),
            // pages of a project
            row(QUERY, GET, "/projects/{code}", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/projects/{code}/timeline", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/projects/{code}/percent", ABOUT_A_PROJECT, READERS),
            // forms of a project, which send what is typed to the command service
            row(QUERY, GET, "/projects/{code}/activities", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/activities", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/projects/{code}/letters", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/letters", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/projects/{code}/pause", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/pause", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/projects/{code}/resumption", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/resumption", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/projects/{code}/completion", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/completion", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/projects/{code}/appeals/new", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/appeals/new", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/projects/{code}/amendments", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/amendments", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/projects/{code}/report", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/report", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/projects/{code}/reports/{no}/correction", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/reports/{no}/correction", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/report/check", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/report/draft", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/projects/{code}/printouts/{sha256}", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/projects/{code}/appeals", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/projects/{code}/appeals/{round}", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/projects/{code}/appeals/{round}/review", ABOUT_A_PROJECT, REVIEWER),
            row(QUERY, POST, "/projects/{code}/appeals/{round}/review", ABOUT_A_PROJECT, REVIEWER),
            row(QUERY, GET, "/projects/{code}/appeals/{round}/decision", ABOUT_A_PROJECT, COORDINATOR),
            row(QUERY, POST, "/projects/{code}/appeals/{round}/decision", ABOUT_A_PROJECT, COORDINATOR),
            row(QUERY, GET, "/projects/{code}/appeals/{round}/withdrawal", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/{code}/appeals/{round}/withdrawal", ABOUT_A_PROJECT, RECORDERS),
            // the reviewers' queue, an officer's for the own agency
            row(QUERY, GET, "/appeals", CITY, READERS),
            // the page of an event and its proof, for those who may read proofs
            row(QUERY, GET, "/events/{position}", CITY, CITY_READERS),
            row(QUERY, GET, "/projects/{code}/as-of", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/projects/{code}/flags", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/projects/{code}/flags/{id}", ABOUT_A_PROJECT, READERS),
            row(QUERY, POST, "/projects/{code}/flags/{id}", ABOUT_A_PROJECT, AUDITOR),
            row(QUERY, GET, "/projects/{code}/indicators", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/projects/{code}/indicators/new", ABOUT_A_PROJECT, COORDINATOR),
            row(QUERY, POST, "/projects/{code}/indicators/new", ABOUT_A_PROJECT, COORDINATOR),
            row(QUERY, GET, "/projects/{code}/indicators/{id}/results", ABOUT_A_PROJECT, COORDINATOR),
            row(QUERY, POST, "/projects/{code}/indicators/{id}/results", ABOUT_A_PROJECT, COORDINATOR),
            row(QUERY, GET, "/projects/{code}/indicators/{id}/criteria", ABOUT_A_PROJECT, COORDINATOR),
            row(QUERY, POST, "/projects/{code}/indicators/{id}/criteria", ABOUT_A_PROJECT, COORDINATOR),
            row(QUERY, GET, "/projects/{code}/evaluations", ABOUT_A_PROJECT, COORDINATOR),
            row(QUERY, POST, "/projects/{code}/evaluations", ABOUT_A_PROJECT, COORDINATOR),
            row(QUERY, GET, "/projects/new", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/projects/new", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/projects/{code}/form", ABOUT_A_PROJECT, READERS),
            // pages that hand in printouts and sheets: the commands behind them look at the agency
            row(QUERY, GET, "/import", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/import", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/import/batches/{id}", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/import/batches/{id}", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/import/reports", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/import/reports", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/import/reports/template.{ending}", CITY, RECORDERS),
            row(QUERY, GET, "/import/reports/{id}", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/import/reports/{id}", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/import/reports/{id}/errors.{ending}", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/import/{id}", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, POST, "/import/{id}", ABOUT_A_PROJECT, RECORDERS),
            row(QUERY, GET, "/import/{id}/recorded", ABOUT_A_PROJECT, RECORDERS),
            // what auditors look at
            row(QUERY, GET, "/flags", CITY, READERS),
            row(QUERY, GET, "/ledger", CITY, EVERYBODY),
            row(QUERY, GET, "/events", CITY, CITY_READERS),
            row(QUERY, GET, "/exports", CITY, AUDITOR, ADMIN),
            row(QUERY, GET, "/projects/{code}/files", ABOUT_A_PROJECT, READERS),
            row(QUERY, GET, "/projects/{code}/reports/{no}/return", ABOUT_A_PROJECT, SUPERVISOR),
            row(QUERY, POST, "/projects/{code}/reports/{no}/return", ABOUT_A_PROJECT, SUPERVISOR),
            row(QUERY, GET, "/projects/{code}/withdrawals", ABOUT_A_PROJECT, SUPERVISOR),
            row(QUERY, POST, "/projects/{code}/withdrawals", ABOUT_A_PROJECT, SUPERVISOR),
            row(QUERY, GET, "/projects/{code}/history", ABOUT_A_PROJECT, READERS),
            // what one command service forwards to another; no person may
            row(COMMAND, POST, "/internal/appends", OURSELVES),
            // around
            row(BOTH, GET, "/", CITY, EVERYBODY),
            row(BOTH, GET, "/actuator/health", OPEN, EVERYBODY),
            row(BOTH, GET, "/actuator/health/**", OPEN, EVERYBODY),
            row(BOTH, GET, "/actuator/prometheus", CITY, ADMIN, AUDITOR),
            row(BOTH, GET, "/v3/api-docs", CITY, EVERYBODY),
            row(BOTH, GET, "/v3/api-docs.yaml", CITY, EVERYBODY),
            row(BOTH, GET, "/v3/api-docs/swagger-config", CITY, EVERYBODY),
            row(BOTH, GET, "/swagger-ui.html", CITY, EVERYBODY),
            row(BOTH, GET, "/swagger-ui/**", CITY, EVERYBODY),
            row(QUERY, GET, "/static/**", OPEN, EVERYBODY),
            row(QUERY, GET, "/favicon.ico", OPEN, EVERYBODY));

    private RoleMatrix() {}

    /** The matrix, in the order of the contract. */
    public static List<Row> rows() {
        return ROWS;
    }

    /** What one service goes by. */
    public static EndpointRules of(Service service) {
        return EndpointRules.of(ROWS.stream()
                        .filter(row -> row.service().includes(service))
                        .map(Row::allow)
                        .toList())
                .withPolicy("/swagger-ui/**", EndpointRules.API_DOCUMENTATION_POLICY);
    }

    /** Whether a role reads personal data in clear at all; an {@link Asker} says in which projects. */
    public static boolean readsPersonalData(Role role) {
        return READERS_OF_PERSONAL_DATA.contains(role);
    }

    private static Row row(Service service, HttpMethod method, String path, Reach reach, Set<Role> roles) {
        return new Row(service, new Allow(method, path, roles, reach));
    }

    private static Row row(Service service, HttpMethod method, String path, Reach reach, Role... roles) {
        return row(service, method, path, reach, Set.of(roles));
    }
}
