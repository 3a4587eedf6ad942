package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every role asks for every endpoint that the services' own documents name; what is not written here is denied. */
@ExtendWith(SharedSystem.class)
class WhoMayIT {
    private static final List<String> EVERYBODY =
            List.of("officer-5047", "coordinator", "supervisor", "auditor", "reviewer", "admin");
    private static final Set<String> RECORDERS = Set.of("officer-5047", "coordinator");
    private static final Set<String> READERS =
            Set.of("officer-5047", "coordinator", "supervisor", "auditor", "reviewer");
    private static final Set<String> CITY_READERS = Set.of("coordinator", "supervisor", "auditor", "reviewer");
    private static final String PROJECT = "/api/v1/projects/{code}";

    private final RunningSystem system;

    WhoMayIT(RunningSystem system) {
        this.system = system;
    }

    /** From the office's rules, not from the code. */
    private static Map<String, Set<String>> commands() {
        Map<String, Set<String>> may = new TreeMap<>();
        for (String what : List.of(
                "/reports",
                "/reports/{no}/correction",
                "/activities",
                "/letters",
                "/pause",
                "/resumption",
                "/completion",
                "/amendments",
                "/evidence",
                "/certification",
                "/appeals",
                "/appeals/{round}/withdrawal")) {
            may.put("POST " + PROJECT + what, RECORDERS);
        }
        may.put("POST /api/v1/projects", RECORDERS);
        may.put("POST /api/v1/imports", RECORDERS);
        may.put("GET /api/v1/imports/{id}", RECORDERS);
        may.put("POST /api/v1/imports/{id}/confirmation", RECORDERS);
        for (String what : List.of(
                "/plan",
                "/reopening",
                "/cancellation",
                "/late-windows",
                "/indicators",
                "/indicators/{id}/results",
                "/indicators/{id}/criteria",
                "/evaluations",
                "/appeals/{round}/decision")) {
            may.put("POST " + PROJECT + what, Set.of("coordinator"));
        }
        may.put("POST " + PROJECT + "/reports/{no}/return", Set.of("supervisor"));
        may.put("POST " + PROJECT + "/withdrawals", Set.of("supervisor"));
        may.put("POST " + PROJECT + "/flags/{id}/acknowledgement", Set.of("auditor"));
        may.put("POST " + PROJECT + "/appeals/{round}/review", Set.of("reviewer"));
        may.put("PUT /api/v1/agencies/{code}", Set.of("admin"));
        may.put("GET /api/v1/accounts", Set.of("admin"));
        may.put("POST /api/v1/accounts", Set.of("admin"));
        may.put("PUT /api/v1/accounts/{username}/password", Set.of("admin"));
        may.put("PUT /api/v1/accounts/{username}/enabled", Set.of("admin"));
        may.put("GET /api/v1/me", Set.copyOf(EVERYBODY));
        may.put("PUT /api/v1/me/password", Set.copyOf(EVERYBODY));
        may.put("GET /", Set.copyOf(EVERYBODY));
        return may;
    }

    private static Map<String, Set<String>> questions() {
        Map<String, Set<String>> may = new TreeMap<>();
        for (String what : List.of(
                "",
                "/reports",
                "/timeline",
                "/percent-changes",
                "/history",
                "/as-of",
                "/diff",
                "/appeals/{round}",
                "/export.json",
                "/export.csv",
                "/export.xlsx",
                "/form.pdf")) {
            may.put("GET " + PROJECT + what, READERS);
        }
        may.put("GET /api/v1/projects", READERS);
        may.put("GET /api/v1/agencies", Set.copyOf(EVERYBODY));
        may.put("GET /api/v1/agencies/{code}", Set.copyOf(EVERYBODY));
        may.put("GET /api/v1/appeals", READERS);
        may.put("GET /api/v1/flags", READERS);
        may.put("GET /api/v1/reports/by-period", READERS);
        // raw payloads: whoever may read every project
        may.put("GET /api/v1/events", CITY_READERS);
        may.put("GET /api/v1/ledger/events/{position}/proof", CITY_READERS);
        may.put("GET /api/v1/replays/{id}", Set.of("auditor", "admin"));
        may.put("POST /api/v1/replays", Set.of("auditor", "admin"));
        may.put("GET /", Set.copyOf(EVERYBODY));
        Set<String> everybodyAndNobody = new TreeSet<>(EVERYBODY);
        everybodyAndNobody.add("nobody");
        for (String open : List.of("/checkpoint", "/tile/{path}", "/ledger.vkey")) {
            may.put("GET " + open, everybodyAndNobody);
        }
        return may;
    }

    @TestFactory
    Stream<DynamicTest> the_command_service_lets_each_role_to_its_own_deeds_only() {
        return matrix(true, commands());
    }

    @TestFactory
    Stream<DynamicTest> the_query_service_lets_each_role_to_its_own_questions_only() {
        return matrix(false, questions());
    }

    private Stream<DynamicTest> matrix(boolean commandService, Map<String, Set<String>> may) {
        Set<String> endpoints = new TreeSet<>(documented(commandService));
        assertThat(endpoints).as("the document of the service").hasSizeGreaterThan(4);
        endpoints.addAll(may.keySet());
        return endpoints.stream()
                .map(endpoint -> dynamicTest(endpoint, () -> {
                    Set<String> allowed = may.getOrDefault(endpoint, Set.of());
                    for (String account : EVERYBODY) {
                        Answer answer = send(system.as(account), commandService, endpoint);
                        if (allowed.contains(account)) {
                            assertThat(answer.status())
                                    .as("%s may: %s", account, answer)
                                    .isNotIn(401, 403);
                        } else {
                            assertThat(answer.status())
                                    .as("%s may not: %s", account, answer)
                                    .isIn(403, 404);
                            Problem.isProblem(answer);
                        }
                    }
                    int nobodys =
                            send(system.asNobody(), commandService, endpoint).status();
                    if (allowed.contains("nobody")) {
                        assertThat(nobodys).isNotIn(401, 403);
                    } else {
                        assertThat(nobodys).isEqualTo(401);
                    }
                }));
    }

    private List<String> documented(boolean commandService) {
        Client auditor = system.as("auditor");
        var empty = BodyPublishers.noBody();
        JsonNode document = auditor.send(
                        commandService
                                ? auditor.toCommand("GET", "/v3/api-docs", empty)
                                : auditor.toQuery("GET", "/v3/api-docs", empty))
                .ok()
                .json();
        List<String> endpoints = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return endpoints;
    }

    /** Harmless where it is allowed: the body says nothing, the import is unknown. */
    private static Answer send(Client client, boolean commandService, String endpoint) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = endpoint.substring(method.length() + 1)
                .replace("{code}", Samples.DISTRICT.code())
                .replaceAll("\\{(username|id|path)}", "no-such")
                .replaceAll("\\{[a-z]+}", "99");
        var body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
        HttpRequest.Builder request =
                commandService ? client.toCommand(method, path, body) : client.toQuery(method, path, body);
        return client.send(method.equals("GET") ? request : request.header("Content-Type", "application/json"));
    }

    @Test
    void an_officer_neither_sees_nor_touches_another_agencys_project() {
        Client officer = system.as(Samples.DISTRICT.officer());
        String other = "/projects/" + Samples.COUNCIL.code();
        for (String what : List.of("", "/reports", "/timeline", "/percent-changes")) {
            Answer answer = officer.ask(other + what);
            assertThat(answer.status()).as("%s", answer).isEqualTo(403);
            assertThat(answer.text()).doesNotContain("สภากรุงเทพมหานครพบประชาชน");
        }
        JsonNode list = officer.get("/projects?size=200");
        list.get("items")
                .forEach(project ->
                        assertThat(project.get("projectCode").asString()).startsWith("50470000"));
        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(officer.get("/projects?agency=01000000").get("items")).isEmpty();

        refusedForAgency(officer.command(other + "/activities", Paperwork.activity("ประชุม")));
        refusedForAgency(officer.command(other + "/pause", Paperwork.pause()));
        refusedForAgency(officer.command(other + "/reports", Paperwork.report(13, java.math.BigDecimal.ONE)));
        refusedForAgency(officer.command("/projects", Paperwork.registration(Paperwork.newCode())));
        refusedForAgency(officer.importPrintout(Samples.COUNCIL.bytes()));
        JsonNode draft = system.as("coordinator")
                .importPrintout(Samples.COUNCIL.bytes())
                .ok()
                .json();
        refusedForAgency(officer.confirmAll(draft));
        refusedForAgency(officer.command("/projects/" + "99999999-0001" + "/activities", Paperwork.activity("ประชุม")));
    }

    private static void refusedForAgency(Answer answer) {
        Problem.isProblem(answer);
        assertThat(answer.code()).as("%s", answer).isEqualTo("NOT_YOUR_AGENCY");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void an_officer_counts_what_other_agencies_have_in_total() {
        JsonNode totals = system.as(Samples.DISTRICT.officer())
                .get("/projects?fiscalYear=2564")
                .get("totals");
        assertThat(totals.get("byAgency")).hasSize(2);
        assertThat(totals.get("byStatus").get("PAUSED").asInt()).isEqualTo(2);
    }
}
