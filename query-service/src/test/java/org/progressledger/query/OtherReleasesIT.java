package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.SUPERVISOR;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** What another release kept for answering is seen, and thrown away once nobody works with it. */
class OtherReleasesIT {
    private static final String SERVERS = "org.progressledger.testservers.TestMongo#servers";
    private static final String RELEASES = "/api/v1/replays/releases";
    private static final String OLD = "v4_0badcafe";
    private static final String PROJECT = "/api/v1/projects/50470001-0001";
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

    private static JsonNode own(RunningService service) {
        JsonNode first = service.get(RELEASES, AUDITOR).json().at("/items/0");
        assertThat(first.path("answersHere").asBoolean()).isTrue();
        return first;
    }

    private static List<JsonNode> others(RunningService service) {
        return service.get(RELEASES, AUDITOR)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> !item.path("answersHere").asBoolean())
                .toList();
    }

    private static Answer drop(RunningService service, String release) {
        return service.send("DELETE", RELEASES + "/" + release, ADMIN, "en");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    private static Set<String> collections(RunningService service) {
        return service.database.listCollectionNames().into(new TreeSet<>());
    }

    /** As a release of another revision leaves it: it had a project, and stopped some time ago. */
    private static void leaveAnOldRelease(RunningService service, Instant seenAt) {
        insert(service, "generations", new Document("_id", "generations").append("version", 3L));
        insert(service, "projects", new Document("_id", "50470001-0001"), "_g1");
        insert(service, "project_parts", new Document("_id", "50470001-0001/project/1"), "_g1");
        insert(service, "briefs_v1", new Document("_id", "50470001-0001"), "_g1");
        insert(
                service,
                "tokens",
                new Document("processorName", "projects")
                        .append("segment", 0)
                        .append("timestamp", seenAt.toEpochMilli()));
        insert(service, "instances", new Document("_id", "a machine that burnt").append("beat", 41L));
    }

    private static void insert(RunningService service, String stem, Document document, String... generation) {
        service.database.getCollection(name(stem, generation)).insertOne(document);
    }

    private static String name(String stem, String... generation) {
        return "query_" + stem + "_" + OLD + String.join("", generation);
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void what_the_release_before_kept_goes_once_it_has_stopped_and_it_may_come_back(TestMongo server) throws Exception {
        try (RunningService before = new RunningService(server, folder, "--progress-ledger.query.instance=before")) {
            before.record(Office.projectWithReports("50470001-0001", "ก", "10", "20"));
            long last = before.record(Office.reported("50470001-0001", 3, "35"));
            assertThat(before.get(PROJECT + "?atLeast=" + last, AUDITOR).status())
                    .isEqualTo(200);
            String old = own(before).path("release").asString();
            RunningService after = before.another(new FailingOnPurpose(), "--progress-ledger.query.instance=after");
            after.start();
            try {
                within(() ->
                        after.anonymously("GET", "/actuator/health/readiness").status() == 200);
                JsonNode ours = own(after);
                assertThat(ours.path("release").asString()).isNotEqualTo(old);
                assertThat(Instant.parse(ours.path("builtAt").asString()))
                        .as("a release that came later builds what it keeps")
                        .isBefore(Instant.now().plusSeconds(1));
                assertThat(others(after)).singleElement().satisfies(release -> {
                    assertThat(release.path("release").asString()).isEqualTo(old);
                    assertThat(release.path("inUse").asBoolean()).isTrue();
                    assertThat(release.has("builtAt"))
                            .as("it began with an empty ledger")
                            .isFalse();
                });
                refused(drop(after, old), 409, "RELEASE_IN_USE");
                refused(drop(before, ours.path("release").asString()), 409, "RELEASE_IN_USE");

                // its clock is as wrong as a clock can be: it beats
                after.clock.moveTo(Instant.now().plus(Duration.ofMinutes(6)));
                assertThat(others(after).getFirst().path("inUse").asBoolean()).isFalse();
                refused(drop(after, old), 409, "RELEASE_IN_USE");
                assertThat(before.get(PROJECT, AUDITOR).status()).isEqualTo(200);

                before.stop();
                String shown = after.get(PROJECT, AUDITOR).body();
                JsonNode there = others(after).getFirst();
                Answer dropped = drop(after, old);
                assertThat(dropped.status()).as(dropped.body()).isEqualTo(200);
                assertThat(dropped.json().path("documents").asLong())
                        .isEqualTo(there.path("documents").asLong())
                        .isPositive();
                assertThat(there.path("bytes").asLong()).isGreaterThan(1_000);
                assertThat(others(after)).isEmpty();
                assertThat(collections(after)).noneMatch(name -> name.contains(old));
                assertThat(after.get(PROJECT, AUDITOR).body()).isEqualTo(shown);
                refused(drop(after, old), 404, "RELEASE_NOT_KEPT");
            } finally {
                after.stop();
                before.start();
            }
            within(() -> before.anonymously("GET", "/actuator/health/readiness").status() == 200);
            JsonNode again = before.get(PROJECT, AUDITOR).json();
            assertThat(again.path("percent").asInt()).isEqualTo(35);
            assertThat(own(before).path("release").asString()).isEqualTo(old);
            assertThat(own(before).has("builtAt")).as("it is built anew, whole").isTrue();
            whoWasTakenForDeadAnswersNothing(before, old);
        }
    }

    private static void whoWasTakenForDeadAnswersNothing(RunningService service, String release)
            throws InterruptedException {
        service.database.getCollection("query_generations_" + release).deleteMany(new Document());
        within(() -> service.get(PROJECT, AUDITOR).status() == 503);
        refused(service.get(PROJECT, AUDITOR), 503, "STILL_BEING_MADE");
        refused(service.get("/api/v1/projects", AUDITOR), 503, "STILL_BEING_MADE");
        assertThat(service.anonymously("GET", "/actuator/health/readiness").status())
                .isEqualTo(503);
    }

    @Test
    void only_what_is_there_and_unused_is_thrown_away_and_only_by_an_administrator() throws Exception {
        try (RunningService service = new RunningService(TestMongo.embedded(), folder)) {
            Set<String> ours = collections(service);
            leaveAnOldRelease(service, service.clock.instant().minus(Duration.ofMinutes(1)));
            service.database
                    .getCollection("replays")
                    .insertOne(aReplayOf(OLD, "PAUSED").append("active", OLD).append("hold", "x"));
            service.database
                    .getCollection("replays")
                    .insertOne(aReplayOf(OLD, "DONE").append("oldKept", true));
            service.database.getCollection("query_projects_v3").insertOne(new Document("_id", "not ours to judge"));

            String own = own(service).path("release").asString();
            refused(drop(service, own), 409, "RELEASE_ANSWERS_HERE");
            refused(drop(service, "v4_0badcaff"), 404, "RELEASE_NOT_KEPT");
            for (String no : List.of("commits", ".*", "v4", OLD + "_g1", "v4_0BADCAFE")) {
                refused(drop(service, no), 400, "INVALID_PARAMETER");
            }
            for (var role : List.of(AUDITOR, SUPERVISOR)) {
                assertThat(service.send("DELETE", RELEASES + "/" + OLD, role, "th")
                                .status())
                        .isEqualTo(403);
            }
            assertThat(service.get(RELEASES, SUPERVISOR).status()).isEqualTo(403);
            refused(drop(service, OLD), 409, "RELEASE_IN_USE");
            assertThat(page(service, "th")).contains("ยังมีเครื่องใช้อยู่").doesNotContain(form(OLD));

            refused(service.post("/api/v1/replays/DONE/drop", ADMIN, ""), 409, "NOT_WITH_THIS_REPLAY");
            assertThat(page(service, "en"))
                    .as("its generations are not ours")
                    .contains("r-DONE")
                    .doesNotContain("/replays/DONE/drop");

            seen(service, service.clock.instant().minus(Duration.ofMinutes(6)));
            whileItBeats(service, () -> refused(drop(service, OLD), 409, "RELEASE_IN_USE"));
            assertThat(page(service, "en"))
                    .contains("not in use", form(OLD), "Throw away " + OLD)
                    .doesNotContain(form(own));
            assertThat(service.page("/replays", AUDITOR, "en").body())
                    .contains(OLD)
                    .doesNotContain(form(OLD));
            JsonNode old = others(service).getFirst();
            assertThat(old.path("collections").asInt()).isEqualTo(6);
            assertThat(old.path("documents").asInt()).isEqualTo(6);
            assertThat(old.path("bytes").asInt()).isPositive();

            // somebody was broken off who threw it away
            service.database.getCollection(name("projects", "_g1")).drop();
            service.database.getCollection(name("generations")).drop();
            assertThat(others(service).getFirst().path("collections").asInt()).isEqualTo(4);
            CompletableFuture<Answer> onThePage =
                    CompletableFuture.supplyAsync(() -> service.send("POST", form(OLD), ADMIN, "th"));
            Answer byProgram = drop(service, OLD);
            assertThat(byProgram.status()).as("both at the same time").isEqualTo(200);
            assertThat(onThePage.join().status()).as(onThePage.join().body()).isEqualTo(302);
            assertThat(onThePage.join().header("location")).endsWith("/replays#releases");
            assertThat(others(service)).isEmpty();
            ours.add("query_projects_v3");
            ours.add("replays");
            assertThat(collections(service)).containsExactlyElementsOf(ours);
            assertThat(service.get("/api/v1/projects", AUDITOR).status()).isEqualTo(200);
            replaysOfItAreOver(service);
        }
    }

    private static Document aReplayOf(String family, String state) {
        return new Document("_id", state)
                .append("family", family)
                .append("what", "EVERYTHING")
                .append("by", "auditor")
                .append("role", "AUDITOR")
                .append("startedAt", "2026-11-26T05:00:00Z")
                .append("state", state)
                .append("step", "BUILDING")
                .append("switchesAnyway", false)
                .append("holder", "")
                .append("beat", 1L);
    }

    private static void replaysOfItAreOver(RunningService service) {
        List<Document> replays =
                service.database.getCollection("replays").find().into(new ArrayList<>());
        assertThat(replays).hasSize(2).allSatisfy(replay -> {
            assertThat(replay.getString("state")).isIn("CANCELLED", "DONE");
            assertThat(replay).doesNotContainKeys("active", "hold");
            assertThat(replay.getBoolean("oldKept", false)).isFalse();
        });
    }

    private static String page(RunningService service, String language) {
        return service.page("/replays", ADMIN, language).body();
    }

    private static String form(String release) {
        return "/replays/releases/" + release + "/drop";
    }

    private static void seen(RunningService service, Instant at) {
        service.database
                .getCollection(name("tokens"))
                .updateOne(Filters.eq("segment", 0), Updates.set("timestamp", at.toEpochMilli()));
    }

    /** As an instance does whose clock is wrong. */
    private static void whileItBeats(RunningService service, Runnable deed) {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> beating = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                service.database
                        .getCollection(name("instances"))
                        .updateOne(Filters.exists("_id"), Updates.inc("beat", 1L));
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        });
        try {
            deed.run();
        } finally {
            over.set(true);
            beating.join();
        }
    }
}
