package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Questions that cannot be answered are refused like commands: a clear error in both languages, and nothing changes. */
@ExtendWith(SharedSystem.class)
class MalformedQuestionsIT {
    private static final String JSON = "application/json";

    private final RunningSystem system;
    private long eventsBefore;

    MalformedQuestionsIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeEach
    void count_the_events() {
        eventsBefore = RawHistory.count(system);
    }

    @AfterEach
    void nothing_was_recorded() {
        assertThat(RawHistory.count(system)).isEqualTo(eventsBefore);
    }

    @TestFactory
    Stream<DynamicTest> a_question_that_cannot_be_answered_is_refused() {
        String project = "/projects/" + Samples.DISTRICT.code();
        Client auditor = system.as("auditor");
        return Stream.of(
                        "/projects?page=-1",
                        "/projects?page=x",
                        "/projects?size=0",
                        "/projects?size=201",
                        "/projects?size=9999999999",
                        "/projects?sort=nothing",
                        "/projects?status=NOPE",
                        "/projects?fiscalYear=x",
                        "/projects?agency=x",
                        "/projects?asOf=2564-01-01",
                        "/projects?flag=NOPE",
                        "/flags?flag=NOPE",
                        "/flags?on=2564-09-30",
                        "/projects?atLeast=x",
                        "/projects?atLeast=-1",
                        "/projects?q=" + "x".repeat(5000),
                        "/projects?q=%00",
                        "/projects/abc",
                        "/projects/99999999-9999",
                        "/projects/%00",
                        project + "?atLeast=1e3",
                        "/projects/99999999-9999/reports",
                        "/projects/x/timeline",
                        "/projects/99999999-9999/percent-changes",
                        project + "/timeline?from=yesterday",
                        project + "/timeline?to=2021-02-30",
                        project + "/timeline?type=nothing",
                        project + "/nothing",
                        "/events?from=-1",
                        "/events?from=x",
                        "/events?limit=0",
                        "/events?limit=1000000",
                        "/nothing",
                        "/")
                .map(path -> dynamicTest(
                        path.length() > 60 ? path.substring(0, 60) : path,
                        () -> Problem.inBothLanguages(
                                auditor, () -> auditor.toQuery("GET", "/api/v1" + path, BodyPublishers.noBody()))));
    }

    @Test
    void a_position_that_nobody_recorded_is_waited_for_only_so_long() {
        Answer answer = system.as("auditor").ask("/projects?atLeast=" + (eventsBefore + 1_000_000));
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        Problem.isDocument(answer);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    @Test
    void the_query_service_takes_no_writes_and_knows_who_asks() {
        Client auditor = system.as("auditor");
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            Answer answer = Problem.inBothLanguages(
                    auditor,
                    () -> auditor.toQuery(method, "/api/v1/projects", BodyPublishers.ofString("{}"))
                            .header("Content-Type", JSON));
            assertThat(answer.status()).isEqualTo(405);
        }
        for (String path : List.of("/projects", "/projects/" + Samples.DISTRICT.code(), "/events")) {
            Answer nobody = Problem.inBothLanguages(
                    system.asNobody(),
                    () -> system.asNobody().toQuery("GET", "/api/v1" + path, BodyPublishers.noBody()));
            assertThat(nobody.status()).isEqualTo(401);
        }
        Answer guess = system.asGuesserOf("supervisor").ask("/projects");
        Problem.isProblem(guess);
        assertThat(guess.status()).isEqualTo(401);
    }
}
