package org.progressledger.testroles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.progressledger.access.EndpointTable.Endpoint;
import org.progressledger.access.Role;
import org.progressledger.access.RoleMatrix.Service;
import org.progressledger.testroles.Asking.Answer;
import org.progressledger.testroles.OfficeTable.Line;
import org.progressledger.testroles.OfficeTable.Word;

/**
 * Every role, and nobody, asks a running service for every endpoint that it has mapped, for projects of the own agency, of
 * another one, and for such that are not there; then for what only an intruder does. A service's test extends it.
 *
 * <p>What must come of it stands in the office's table, not in the code that decides. Whoever must be turned away sends no
 * body, for a refusal may not depend on one; whoever must be let in sends one that cannot be read, so that nothing is
 * recorded.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WhoMayContract {

    private static final String UNREADABLE = "{";
    private static final String SOMEBODY = "somebody-watched";
    private static final String LOCKED_OUT = "somebody-locked-out";
    private static final String THEIR_PASSWORD = "a-password-to-be-watched";
    private static final String GUESS = "a-guess-at-a-password";

    /** Which project a path names. */
    private enum Project {
        OWN,
        OWN_NOWHERE,
        OTHERS,
        OTHERS_NOWHERE;

        boolean isOwn() {
            return this == OWN || this == OWN_NOWHERE;
        }
    }

    /** Somebody asked for something. */
    private record Asked(@Nullable Role role, Project project, Answer answer) {}

    private final OfficeTable table = OfficeTable.read();
    private final Map<Endpoint, List<Asked>> asked = new LinkedHashMap<>();
    private final Map<String, Double> countedBefore = new HashMap<>();
    private final Map<String, Double> countedAfterMatrix = new HashMap<>();
    private List<String> log = List.of();
    private long eventsBefore;
    private long eventsAfter;

    /** The service to ask; called once. */
    protected abstract AskedService service();

    private @Nullable AskedService service;

    private AskedService given() {
        AskedService known = service;
        if (known == null) {
            known = service();
            service = known;
        }
        return known;
    }

    @BeforeAll
    void everybody_asks_for_everything() {
        Asking asking = new Asking(given().address());
        eventsBefore = given().events().getAsLong();
        try (SecurityLog security = new SecurityLog()) {
            count(countedBefore);
            for (Endpoint endpoint : given().mapped().endpoints()) {
                asked.put(endpoint, ask(asking, endpoint));
            }
            count(countedAfterMatrix);
            eventsAfter = given().events().getAsLong();
            intrude(asking);
            log = security.lines();
        }
    }

    private void count(Map<String, Double> counts) {
        given().meters()
                .get("security.events")
                .counters()
                .forEach(counter -> counts.put(String.valueOf(counter.getId().getTag("event")), counter.count()));
    }

    private List<Asked> ask(Asking asking, Endpoint endpoint) {
        Line line = table.lineOf(given().which(), endpoint);
        Set<Project> projects = line.namesAProject() ? EnumSet.allOf(Project.class) : EnumSet.of(Project.OWN);
        List<Asked> all = new ArrayList<>();
        for (Project project : projects) {
            for (Role role : Role.values()) {
                boolean letIn = mustBeLetIn(line, role, project);
                all.add(new Asked(role, project, ask(asking, endpoint, accountOf(role), project, letIn)));
            }
            all.add(new Asked(null, project, ask(asking, endpoint, null, project, false)));
        }
        return all;
    }

    private String accountOf(Role role) {
        return given().usernames().get(role) + ":" + given().password();
    }

    private Answer ask(Asking asking, Endpoint endpoint, @Nullable String account, Project project, boolean withBody) {
        String method = endpoint.method().name();
        boolean body = withBody && !method.equals("GET");
        return asking.send(
                method, path(endpoint, project), account, body ? UNREADABLE : null, "Idempotency-Key", "not valid");
    }

    private String path(Endpoint endpoint, Project project) {
        String code = switch (project) {
            case OWN -> given().ownProject();
            case OWN_NOWHERE -> given().ownNowhere();
            case OTHERS -> given().othersProject();
            case OTHERS_NOWHERE -> given().othersNowhere();
        };
        return endpoint.pathPattern()
                .replace("{code}", code)
                .replace("**", "liveness")
                .replaceAll("\\{(no|round|position)}", "1")
                .replaceAll("\\{[^}]*}", "nobody");
    }

    private static boolean mustBeLetIn(Line line, Role role, Project project) {
        return switch (line.of(role)) {
            case YES -> true;
            case OWN -> project.isOwn();
            case NO -> false;
        };
    }

    /** What only an intruder does, and what is done to accounts. */
    private void intrude(Asking asking) {
        var accounts = given().accounts();
        accounts.add(SOMEBODY, Role.AUDITOR, null, List.of(), THEIR_PASSWORD);
        accounts.setPassword(SOMEBODY, THEIR_PASSWORD + "-2");
        asking.send("GET", "/", SOMEBODY + ":" + GUESS, null);
        accounts.setEnabled(SOMEBODY, false);
        asking.send("GET", "/", SOMEBODY + ":" + THEIR_PASSWORD + "-2", null);
        accounts.setEnabled(SOMEBODY, true);
        for (int i = 0; i < 12; i++) {
            asking.send("GET", "/", LOCKED_OUT + ":" + GUESS, null);
        }
        asking.send("POST", "/api/v1/" + SOMEBODY, SOMEBODY + ":" + GUESS, "{}", "Sec-Fetch-Site", "cross-site");
        asking.send("GET", "/;" + SOMEBODY, null, null);
        if (given().which() == Service.COMMAND) {
            intrudeOnAccounts(asking);
        }
    }

    private void intrudeOnAccounts(Asking asking) {
        String admin = accountOf(Role.ADMIN);
        String made = "{\"username\":\"somebody-made\",\"role\":\"AUDITOR\",\"password\":\"" + THEIR_PASSWORD + "\"}";
        asking.send("POST", "/api/v1/accounts", admin, made);
        asking.send("PUT", "/api/v1/accounts/somebody-made/enabled", admin, "{\"enabled\":false}");
        asking.send("PUT", "/api/v1/accounts/somebody-made/enabled", admin, "{\"enabled\":true}");
        asking.send("PUT", "/api/v1/accounts/somebody-made/password", admin, "{}");
        String own = "{\"currentPassword\":\"" + GUESS + "\",\"password\":\"" + THEIR_PASSWORD + "\"}";
        asking.send("PUT", "/api/v1/me/password", SOMEBODY + ":" + THEIR_PASSWORD + "-2", own);
    }

    @Test
    void every_endpoint_has_its_line_and_every_line_its_endpoint() {
        assertThat(given().mapped().endpoints()).hasSizeGreaterThan(20);
        assertThat(given().mapped().withoutRow()).isEmpty();
        assertThat(given().mapped().withoutEndpoint(given().files())).isEmpty();
        assertThat(table.endpointsOf(given().which()).stream()
                        .filter(line -> !given().files().contains(line.path()))
                        .filter(line -> asked.keySet().stream()
                                .noneMatch(endpoint -> table.lineOf(given().which(), endpoint) == line)))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> each_role_is_let_in_or_turned_away_as_the_office_has_it() {
        return asked.entrySet().stream()
                .map(each -> dynamicTest(each.getKey().toString(), () -> {
                    Line line = table.lineOf(given().which(), each.getKey());
                    for (Asked one : each.getValue()) {
                        check(line, one);
                    }
                }));
    }

    private static void check(Line line, Asked asked) {
        Answer answer = asked.answer();
        Role role = asked.role();
        String what = (role == null ? "nobody" : role) + " at " + line.path() + ", " + asked.project() + ": " + answer;
        if (role == null ? line.anyone() : mustBeLetIn(line, role, asked.project())) {
            assertThat(answer.status()).as(what).isNotIn(401, 405, 429, 500);
            assertThat(answer.code()).as(what).isNotIn("FORBIDDEN", "NOT_YOUR_AGENCY");
        } else if (role == null) {
            assertThat(answer).as(what).isEqualTo(new Answer(401, "UNAUTHENTICATED"));
        } else if (line.of(role) == Word.OWN) {
            assertThat(answer).as(what).isEqualTo(new Answer(403, "NOT_YOUR_AGENCY"));
        } else {
            assertThat(answer).as(what).isEqualTo(new Answer(403, "FORBIDDEN"));
        }
    }

    @Test
    void nothing_was_recorded_by_all_this_asking() {
        assertThat(eventsAfter).isEqualTo(eventsBefore);
    }

    @Test
    void each_refusal_of_the_matrix_was_counted() {
        assertThat(counted("denied-by-role")).isEqualTo(answered("FORBIDDEN")).isPositive();
        assertThat(counted("denied-by-agency"))
                .isEqualTo(answered("NOT_YOUR_AGENCY"))
                .isPositive();
        assertThat(counted("sign-in-refused")).isZero();
    }

    private long counted(String event) {
        return Math.round(countedAfterMatrix.getOrDefault(event, -1.0) - countedBefore.getOrDefault(event, 0.0));
    }

    private long answered(String code) {
        return asked.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.answer().code().equals(code))
                .count();
    }

    @Test
    void each_kind_of_security_event_is_in_the_log() {
        List<String> kinds = new ArrayList<>(List.of(
                "denied-by-role reason=FORBIDDEN role=REVIEWER",
                "denied-by-agency reason=NOT_YOUR_AGENCY role=OFFICER",
                "sign-in-refused reason=BAD_CREDENTIALS role=- method=GET endpoint=/ ",
                "sign-in-refused reason=ACCOUNT_DISABLED",
                "sign-in-refused reason=TOO_MANY_ATTEMPTS",
                "cross-site-refused reason=CROSS_SITE_REQUEST",
                "request-rejected reason=BAD_REQUEST",
                "account-created reason=DONE role=- ",
                "account-disabled reason=DONE role=- ",
                "account-enabled reason=DONE role=- ",
                "password-set reason=DONE role=- "));
        if (given().which() == Service.COMMAND) {
            String path = "/api/v1/accounts/{username}";
            kinds.add("account-created reason=DONE role=ADMIN method=POST endpoint=/api/v1/accounts ");
            kinds.add("account-disabled reason=DONE role=ADMIN method=PUT endpoint=" + path + "/enabled ");
            kinds.add("account-enabled reason=DONE role=ADMIN method=PUT endpoint=" + path + "/enabled ");
            kinds.add("password-set reason=DONE role=ADMIN method=PUT endpoint=" + path + "/password ");
            kinds.add("sign-in-refused reason=CURRENT_PASSWORD_WRONG role=AUDITOR");
        }
        if (given().which() == Service.QUERY) {
            String path = "/api/v1/projects/{code}";
            kinds.add("data-exported reason=FINISHED role=AUDITOR method=GET endpoint=" + path + "/evidence-pack ");
            kinds.add("data-exported reason=FINISHED role=OFFICER method=GET endpoint=" + path + "/export.csv ");
        }
        for (String kind : kinds) {
            assertThat(log).anyMatch(line -> line.startsWith("event=" + kind));
        }
    }

    @Test
    void the_log_names_nobody_and_says_nothing_that_a_caller_typed() {
        List<String> personal = new ArrayList<>(given().usernames().values());
        personal.addAll(List.of(SOMEBODY, LOCKED_OUT, "somebody-made", THEIR_PASSWORD, GUESS));
        personal.addAll(List.of(given().password(), given().ownProject(), given().othersProject()));
        personal.addAll(List.of(given().ownNowhere(), given().othersNowhere(), "127.0.0.1", "nobody"));
        assertThat(log).hasSizeGreaterThan(20).allSatisfy(line -> {
            assertThat(line).doesNotContain(personal);
            assertThat(line)
                    .matches("event=[a-z-]+ reason=[A-Z_]+ role=[A-Z-]+ method=[A-Z-]+ endpoint=\\S+ "
                            + "account=\\S+ target=\\S+ address=\\S+"
                            + "|event=lines-left-out of=[a-z-]+ reason=[A-Z_]+ caller=\\S+ lines=\\d+");
        });
    }

    @Test
    void who_is_refused_in_a_loop_does_not_fill_the_log() {
        Map<String, Long> linesPerCaller = new HashMap<>();
        for (String line : log) {
            if (line.startsWith("event=denied")) {
                linesPerCaller.merge(line.replaceAll("^event=(\\S+) .* account=(\\S+) .*", "$1 $2"), 1L, Long::sum);
            }
        }
        assertThat(linesPerCaller)
                .isNotEmpty()
                .allSatisfy((caller, lines) -> assertThat(lines).isLessThanOrEqualTo(10));
    }
}
