package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.query.Facts.BANGNA;

import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** What answers is built anew from the ledger, while it answers. */
class ReplayIT {
    private static final String SERVERS = "org.progressledger.testservers.TestMongo#servers";
    private static final String REPLAYS = "/api/v1/replays";
    private static final String ONE_BY_ONE = "--progress-ledger.replay.batch=1";
    private static final String ONE_THREAD = "--progress-ledger.replay.threads=1";
    private static final int HALF = 60;
    // a slow machine is no failure
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private static void within(BooleanSupplier comesTrue) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!comesTrue.getAsBoolean() && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        assertThat(comesTrue.getAsBoolean()).isTrue();
    }

    private static String begun(RunningService service, String asked) {
        Answer begun = service.post(REPLAYS, AUDITOR, asked);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String path = begun.header("location");
        assertThat(path).endsWith(begun.json().path("id").asString());
        return path;
    }

    private static JsonNode ended(RunningService service, String path, String state) throws InterruptedException {
        within(() -> {
            String now = service.get(path, AUDITOR).json().path("state").asString();
            return !now.equals("RUNNING");
        });
        JsonNode replay = service.get(path, AUDITOR).json();
        assertThat(replay.path("state").asString()).as(replay.toString()).isEqualTo(state);
        return replay;
    }

    private static void deed(RunningService service, String path, String deed) {
        Answer done = service.post(path + "/" + deed, ADMIN, "");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    private static List<String> collections(RunningService service) {
        return service.database.listCollectionNames().into(new ArrayList<>());
    }

    private static long recorded(RunningService service, int projects) {
        long last = -1;
        for (int number = 1; number <= projects; number++) {
            String code = "5047%04d-%04d".formatted(number % 5, number);
            service.record(Office.projectWithReports(code, "โครงการ " + number, "10", "20"));
            last = service.record(Office.reported(code, 3, "35"));
        }
        return last;
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void everything_is_built_anew_while_it_answers_and_reports_come_in(TestMongo server) throws Exception {
        try (RunningService service = new RunningService(server, folder)) {
            long first = recorded(service, 12);
            assertThat(service.get("/api/v1/projects?atLeast=" + first, AUDITOR).status())
                    .isEqualTo(200);
            AtomicBoolean over = new AtomicBoolean();
            List<String> refused = new ArrayList<>();
            CompletableFuture<Long> load = CompletableFuture.supplyAsync(() -> {
                long last = first;
                for (int no = 4; !over.get(); no++) {
                    last = service.record(Office.reported("50470001-0001", no, "40"));
                    for (String asked : List.of("/api/v1/projects/50470001-0001", "/api/v1/projects", "/projects")) {
                        Answer answer = service.get(asked + "?atLeast=" + last, AUDITOR);
                        if (answer.status() != 200) {
                            refused.add(answer.status() + " " + answer.body());
                        }
                    }
                }
                return last;
            });

            String path = begun(service, "{\"what\":\"everything\"}");
            assertThat(service.post(REPLAYS, AUDITOR, "{}").json().path("code").asString())
                    .isIn("ANOTHER_REPLAY");
            JsonNode replay = ended(service, path, "DONE");
            Thread.sleep(500);
            over.set(true);
            long last = load.join();

            assertThat(refused).isEmpty();
            assertThat(replay.path("differences").asInt()).as(replay.toString()).isZero();
            assertThat(replay.at("/digests/new").asString())
                    .hasSize(64)
                    .isEqualTo(replay.at("/digests/old").asString());
            assertThat(replay.path("projectsDone").asInt()).isEqualTo(12);
            assertThat(replay.path("generations")).allSatisfy(generation -> {
                assertThat(generation.path("old").asInt()).isEqualTo(1);
                assertThat(generation.path("built").asInt()).isEqualTo(2);
            });
            assertThat(service.get("/api/v1/projects/50470001-0001?atLeast=" + last, AUDITOR)
                            .json()
                            .path("ledgerPosition")
                            .asLong())
                    .as("what answers now is kept in step")
                    .isEqualTo(last);
            assertThat(service.get("/api/v1/events?from=" + last, AUDITOR).json())
                    .as("nothing is recorded by a replay")
                    .hasSize(1);

            assertThat(collections(service)).anyMatch(name -> name.endsWith("_g1"));
            assertThat(service.post(path + "/drop", AUDITOR, "").status()).isEqualTo(403);
            deed(service, path, "drop");
            assertThat(collections(service)).noneMatch(name -> name.endsWith("_g1"));
            assertThat(service.post(path + "/drop", ADMIN, "")
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("NOT_WITH_THIS_REPLAY");
            assertThat(service.page("/replays", AUDITOR, "en").body())
                    .contains("What was built is the same as what answered");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void what_is_not_the_same_waits_for_a_decision_and_is_mended_by_it(TestMongo server) throws Exception {
        try (RunningService service = new RunningService(server, folder)) {
            long last = recorded(service, 3);
            String spoilt = "/api/v1/projects/50470002-0002";
            assertThat(service.get(spoilt + "?atLeast=" + last, AUDITOR).status())
                    .isEqualTo(200);
            String before = service.get(spoilt, AUDITOR).body();
            Kept.in(service.database, "project_parts")
                    .updateOne(
                            Filters.regex("_id", "^50470002-0002/project/"),
                            new Document(
                                    "$set", new Document("body", before.replace("\"percent\":35", "\"percent\":99"))));

            String path = begun(service, "{}");
            JsonNode waiting = ended(service, path, "WAITING");
            assertThat(waiting.path("differences").asInt()).isEqualTo(1);
            JsonNode named = service.get(path + "/differences", AUDITOR).json();
            assertThat(named.at("/items/0/document").asString()).isEqualTo("projects/50470002-0002/project");
            assertThat(named.at("/items/0/new").asString())
                    .hasSize(64)
                    .isNotEqualTo(named.at("/items/0/old").asString());
            assertThat(waiting.at("/digests/new").asString())
                    .isNotEqualTo(waiting.at("/digests/old").asString());
            assertThat(service.post(path + "/switch", AUDITOR, "").status()).isEqualTo(403);
            assertThat(service.page("/replays", ADMIN, "en").body())
                    .contains("projects/50470002-0002/project", path.substring("/api/v1".length()) + "/switch");

            deed(service, path, "cancel");
            ended(service, path, "CANCELLED");
            assertThat(collections(service)).noneMatch(name -> name.endsWith("_g2"));

            String again = begun(service, "{\"what\":\"project\",\"project\":\"50470002-0002\"}");
            assertThat(ended(service, again, "WAITING").path("differences").asInt())
                    .isEqualTo(1);
            deed(service, again, "switch");
            ended(service, again, "DONE");
            assertThat(service.get(spoilt, AUDITOR).body()).isEqualTo(before);

            String one = begun(service, "{\"what\":\"read-model\",\"readModel\":\"briefs_v1\"}");
            JsonNode model = ended(service, one, "DONE");
            assertThat(model.path("generations")).hasSize(1);
            assertThat(model.path("differences").asInt()).isZero();
            assertThat(service.page("/", AUDITOR, "en").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void one_that_was_broken_off_half_way_is_gone_on_with(TestMongo server) throws Exception {
        try (RunningService service = new RunningService(server, folder, ONE_BY_ONE, ONE_THREAD)) {
            long last = recorded(service, HALF * 2);
            assertThat(service.get("/api/v1/projects?atLeast=" + last, AUDITOR).status())
                    .isEqualTo(200);
            String path = begun(service, "{}");
            within(() -> service.get(path, AUDITOR).json().path("projectsDone").asInt() > 0);
            deed(service, path, "pause");
            JsonNode paused = service.get(path, AUDITOR).json();
            assertThat(paused.path("state").asString()).isEqualTo("PAUSED");
            assertThat(paused.path("projectsDone").asInt()).isBetween(1, HALF * 2 - 1);
            service.stop();
            // as a killed one leaves it: somebody holds it who is gone
            service.database
                    .getCollection("replays")
                    .updateOne(
                            new Document(),
                            new Document("$set", new Document("holder", "a machine that burnt").append("hold", "x")));
            service.start();
            long more = service.record(Office.reported("50470001-0001", 4, "50"));

            deed(service, path, "resume");
            JsonNode replay = ended(service, path, "DONE");

            assertThat(replay.at("/digests/new").asString())
                    .isEqualTo(replay.at("/digests/old").asString());
            assertThat(replay.path("projectsDone").asInt()).isEqualTo(HALF * 2);
            assertThat(service.get("/api/v1/projects/50470001-0001?atLeast=" + more, AUDITOR)
                            .json()
                            .path("ledgerPosition")
                            .asLong())
                    .isEqualTo(more);
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_project_that_cannot_be_built_is_named_with_its_event_and_does_not_vanish(TestMongo server) throws Exception {
        FailingOnPurpose purpose = new FailingOnPurpose();
        try (RunningService service = new RunningService(server, folder, purpose)) {
            service.record(Facts.registered(BANGNA, "ก", "สำนักงานเขตบางนา", 2564, null));
            long last = service.record(Office.reported(BANGNA.text(), 1, "10"));
            service.record(Office.registered("50470001-0001", "ข"));
            assertThat(service.get("/api/v1/projects/" + BANGNA.text() + "?atLeast=" + last, AUDITOR)
                            .status())
                    .isEqualTo(200);
            purpose.fail(BANGNA, () -> new IllegalStateException("สมชาย 081-000-0000"));

            String path = begun(service, "{}");
            JsonNode waiting = ended(service, path, "WAITING");
            JsonNode error = waiting.at("/errors/0");
            assertThat(error.path("project").asString()).isEqualTo(BANGNA.text());
            assertThat(error.path("position").asLong())
                    .as("the first event that does it")
                    .isZero();
            assertThat(error.path("event").asString()).isEqualTo("project-registered");
            assertThat(error.path("type").asString()).isEqualTo("java.lang.IllegalStateException");
            assertThat(waiting.toString()).doesNotContain("สมชาย");

            deed(service, path, "switch");
            ended(service, path, "DONE");
            Answer old = service.get("/api/v1/projects/" + BANGNA.text(), AUDITOR);
            assertThat(old.status()).isEqualTo(200);
            assertThat(old.json().path("percent").asInt()).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_release_that_keeps_something_else_builds_it_beside_the_one_that_answers(TestMongo server) throws Exception {
        try (RunningService before = new RunningService(server, folder, "--progress-ledger.query.instance=before")) {
            recorded(before, 30);
            AtomicBoolean over = new AtomicBoolean();
            List<String> refused = new ArrayList<>();
            CompletableFuture<Long> load = CompletableFuture.supplyAsync(() -> {
                long last = -1;
                for (int no = 4; !over.get(); no++) {
                    last = before.record(Office.reported("50470001-0001", no, "40"));
                    Answer answer = before.get("/api/v1/projects?atLeast=" + last, AUDITOR);
                    if (answer.status() != 200) {
                        refused.add(answer.body());
                    }
                }
                return last;
            });
            RunningService after = before.another(
                    new FailingOnPurpose(), "--progress-ledger.query.instance=after", ONE_BY_ONE, ONE_THREAD);
            after.start();
            try {
                IntStream.range(0, 3)
                        .forEach(look -> assertThat(
                                        after.get("/api/v1/projects", AUDITOR).status())
                                .as("whole, or not yet")
                                .isIn(200, 503));
                within(() ->
                        after.anonymously("GET", "/actuator/health/readiness").status() == 200);
                over.set(true);
                long last = load.join();
                assertThat(refused).isEmpty();
                assertThat(after.get("/api/v1/projects?size=200&atLeast=" + last, AUDITOR)
                                .body())
                        .isEqualTo(before.get("/api/v1/projects?size=200&atLeast=" + last, AUDITOR)
                                .body());
                JsonNode replay = after.get(REPLAYS, AUDITOR).json().at("/items/0");
                assertThat(replay.path("what").asString()).isEqualTo("release");
                assertThat(replay.path("projectsDone").asInt()).isEqualTo(30);
            } finally {
                over.set(true);
                after.stop();
            }
        }
    }

    @Test
    void what_cannot_be_built_is_refused() {
        try (RunningService service = new RunningService(TestMongo.embedded(), folder)) {
            assertThat(code(service, "{\"what\":\"nothing\"}")).isEqualTo("INVALID_PARAMETER");
            assertThat(code(service, "{\"what\":\"read-model\",\"readModel\":\"x\"}"))
                    .isEqualTo("INVALID_PARAMETER");
            assertThat(code(service, "{\"what\":\"project\",\"project\":\"" + ProjectCode.of("50470000-9999") + "\"}"))
                    .isEqualTo("PROJECT_NOT_FOUND");
            assertThat(code(service, "{\"whenDifferent\":\"perhaps\"}")).isEqualTo("INVALID_PARAMETER");
            assertThat(service.get(REPLAYS + "/0123", AUDITOR).status()).isEqualTo(404);
            assertThat(service.get(REPLAYS, AUDITOR).json().path("items")).isEmpty();
        }
    }

    private static String code(RunningService service, String asked) {
        return service.post(REPLAYS, AUDITOR, asked).json().path("code").asString();
    }
}
