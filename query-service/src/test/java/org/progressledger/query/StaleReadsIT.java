package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.OFFICER;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.query.projection.StaleReads;
import org.progressledger.testservers.ReplicaSet;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** Who says that an answer may be old gets one of a member that is not the primary, here of one that is behind. */
class StaleReadsIT {
    private static final String CODE = "50470001-0001";
    private static final String PROJECT = "/api/v1/projects/" + CODE;
    private static final String MINUTE = "max-stale=60";
    private static final String MARKED = "--progress-ledger.stale-reads.mark=200ms";
    // a slow machine is no failure
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static ReplicaSet set;
    private static int behind;
    private static TestMongo server;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_member_that_is_behind() throws Exception {
        Optional<ReplicaSet> started = ReplicaSet.thatCanFreeze(3);
        Assumptions.assumeTrue(started.isPresent(), "no mongod for a replica set");
        set = started.get();
        behind = (set.primary() + 1) % 3;
        set.hideAllBut(behind);
        server = TestMongo.of(set);
    }

    @AfterEach
    void thaw() {
        set.thaw(behind);
    }

    @AfterAll
    static void end() throws Exception {
        if (set != null) {
            server.client().close();
            set.close();
        }
    }

    private static long percent(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("percent").asLong();
    }

    private static long position(Answer answer) {
        String position = answer.header("Ledger-Position");
        return position.isEmpty() ? -1 : Long.parseLong(position);
    }

    private static boolean isOld(Answer answer) {
        return answer.status() == 200 && !answer.header("Age").isEmpty();
    }

    private static Answer within(Supplier<Answer> asked, java.util.function.Predicate<Answer> holds)
            throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        Answer answer = asked.get();
        while (!holds.test(answer) && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
            answer = asked.get();
        }
        assertThat(holds.test(answer)).as(answer + "").isTrue();
        return answer;
    }

    /** A project of 10 per cent that the member shows. */
    private static long shown(RunningService service) throws InterruptedException {
        long first = service.record(Office.projectWithReports(CODE, "โครงการตัวอย่าง", "5", "10"));
        assertThat(percent(service.get(PROJECT + "?atLeast=" + first, AUDITOR))).isEqualTo(10);
        within(
                () -> service.get(PROJECT, AUDITOR, MINUTE),
                answer -> isOld(answer) && percent(answer) == 10 && position(answer) == first);
        return first;
    }

    @Test
    void an_answer_may_be_as_old_as_is_asked_for_and_says_how_old_it_is() throws Exception {
        try (RunningService service = new RunningService(server, folder, MARKED)) {
            long first = shown(service);
            set.freeze(behind);
            long second = service.record(Office.reported(CODE, 3, "35"));
            assertThat(percent(service.get(PROJECT + "?atLeast=" + second, AUDITOR)))
                    .isEqualTo(35);

            Answer old = service.get(PROJECT, AUDITOR, MINUTE);
            assertThat(percent(old)).as("as it was").isEqualTo(10);
            assertThat(position(old)).isEqualTo(first);
            assertThat(old.json().path("ledgerPosition").asLong()).isEqualTo(first);
            assertThat(Long.parseLong(old.header("Age"))).isBetween(1L, 60L);
            for (String allows : List.of("max-stale", "no-transform, Max-Stale=\"60\"", "max-stale=4000000000")) {
                assertThat(percent(service.get(PROJECT, AUDITOR, allows)))
                        .as(allows)
                        .isEqualTo(10);
            }
            for (String part : List.of("/reports", "/timeline", "/percent-changes")) {
                Answer list = service.get(PROJECT + part, AUDITOR, MINUTE);
                assertThat(list.json().size())
                        .as(part)
                        .isLessThan(service.get(PROJECT + part, AUDITOR).json().size());
            }
            JsonNode item = service.get("/api/v1/projects", AUDITOR, MINUTE)
                    .json()
                    .path("items")
                    .path(0);
            assertThat(item.path("percent").asLong()).as("on a list").isEqualTo(10);

            Thread.sleep(2_500);
            for (String current :
                    List.of("max-stale=0", "max-stale=2", "max-stale=60, no-cache", "max-stale=soon", "-")) {
                Answer answer = service.get(PROJECT, AUDITOR, current);
                assertThat(percent(answer)).as(current).isEqualTo(35);
                assertThat(position(answer)).isEqualTo(second);
                assertThat(answer.header("Age")).isEmpty();
            }
            assertThat(percent(service.get(PROJECT + "?atLeast=" + second, AUDITOR, MINUTE)))
                    .as("what must reflect a position is no old answer")
                    .isEqualTo(35);
            assertThat(service.send("GET", "/projects/" + CODE, AUDITOR, "th").status())
                    .isEqualTo(200);

            set.thaw(behind);
            Answer caughtUp = within(
                    () -> service.get(PROJECT, AUDITOR, MINUTE), answer -> percent(answer) == 35 && isOld(answer));
            assertThat(position(caughtUp)).isBetween(first, second);
        }
    }

    @Test
    void what_a_member_cannot_tell_is_told_by_the_primary() throws Exception {
        try (RunningService service = new RunningService(server, folder, MARKED)) {
            shown(service);
            set.freeze(behind);
            String other = "50470001-0002";
            long registered = service.record(Office.projectWithReports(other, "โครงการใหม่", "20"));
            service.get("/api/v1/projects?atLeast=" + registered, AUDITOR);

            Answer young = service.get("/api/v1/projects/" + other, AUDITOR, MINUTE);
            assertThat(percent(young)).as("registered since").isEqualTo(20);
            assertThat(young.header("Age")).isEmpty();
            assertThat(service.get("/api/v1/projects", AUDITOR, MINUTE).json().path("items"))
                    .hasSize(2);
            assertThat(service.get("/api/v1/projects/50470001-0009", AUDITOR, MINUTE)
                            .status())
                    .isEqualTo(404);
            assertThat(service.get("/api/v1/projects/50990001-0001", OFFICER, MINUTE)
                            .status())
                    .isEqualTo(403);
            assertThat(service.get("/api/v1/projects?size=0", AUDITOR, MINUTE).status())
                    .isEqualTo(400);

            set.thaw(behind);
            within(() -> service.get("/api/v1/projects/" + other, AUDITOR, MINUTE), StaleReadsIT::isOld);
            set.hang(behind);
            try {
                Instant asked = Instant.now();
                Answer answer = service.get(PROJECT, AUDITOR, MINUTE);
                assertThat(percent(answer)).isEqualTo(10);
                assertThat(answer.header("Age")).as("by the primary").isEmpty();
                assertThat(Duration.between(asked, Instant.now()))
                        .as("nobody waits for long")
                        .isLessThan(Duration.ofSeconds(30));
            } finally {
                set.goOn(behind);
            }
            within(() -> service.get(PROJECT, AUDITOR, MINUTE), StaleReadsIT::isOld);
        }
    }

    @Test
    void a_generation_that_was_built_anew_is_not_asked_of_a_member_that_may_not_have_it_yet() throws Exception {
        try (RunningService service = new RunningService(server, folder, MARKED)) {
            shown(service);
            set.freeze(behind);
            Answer begun = service.post("/api/v1/replays", ADMIN, "{\"what\":\"everything\"}");
            within(
                    () -> service.get(begun.header("location"), AUDITOR),
                    answer -> answer.json().path("state").asString().equals("DONE"));
            Answer asked = service.get(PROJECT, AUDITOR, MINUTE);
            assertThat(percent(asked)).isEqualTo(10);
            assertThat(asked.header("Age")).as("by the primary").isEmpty();
            Answer flags = service.get("/api/v1/flags", AUDITOR, MINUTE);
            assertThat(flags.status()).isEqualTo(200);
            assertThat(flags.header("Age")).as("not as if there were none").isEmpty();
            set.thaw(behind);
            within(() -> service.get(PROJECT, AUDITOR, MINUTE), StaleReadsIT::isOld);
        }
    }

    @Test
    void a_project_that_stood_still_when_a_member_saw_it_is_asked_of_the_primary() throws Exception {
        FailingOnPurpose failing = new FailingOnPurpose();
        try (RunningService service = new RunningService(server, folder, failing, MARKED)) {
            long first = shown(service);
            failing.fail(ProjectCode.of(CODE), () -> new IllegalArgumentException("on purpose"));
            service.record(Office.reported(CODE, 3, "35"));
            within(
                    () -> service.get(PROJECT, AUDITOR),
                    answer -> answer.json().path("stale").isObject());
            // until the member has seen it stand still
            Thread.sleep(3_000);
            Answer still = service.get(PROJECT, AUDITOR, MINUTE);
            assertThat(still.header("Age")).isEmpty();
            assertThat(position(still)).isEqualTo(first);

            set.freeze(behind);
            failing.mend(ProjectCode.of(CODE));
            assertThat(service.post("/api/v1/dead-letters/" + CODE + "/retry", ADMIN, "")
                            .status())
                    .isEqualTo(200);
            Answer mended = service.get(PROJECT, AUDITOR, MINUTE);
            assertThat(percent(mended)).as("not as it stood still").isEqualTo(35);
            assertThat(mended.header("Age")).isEmpty();
            set.thaw(behind);
            within(() -> service.get(PROJECT, AUDITOR, MINUTE), answer -> percent(answer) == 35 && isOld(answer));
        }
    }

    @ParameterizedTest
    @MethodSource("org.progressledger.testservers.TestMongo#servers")
    void a_server_without_secondaries_answers_everything_itself(TestMongo alone) throws Exception {
        try (RunningService service = new RunningService(alone, folder)) {
            long first = service.record(Office.projectWithReports(CODE, "โครงการตัวอย่าง", "5", "10"));
            service.get(PROJECT + "?atLeast=" + first, AUDITOR);
            Answer answer = service.get(PROJECT, AUDITOR, MINUTE);
            assertThat(percent(answer)).isEqualTo(10);
            assertThat(position(answer)).isEqualTo(first);
            assertThat(answer.header("Age")).isEmpty();
            assertThat(service.database.listCollectionNames())
                    .as("nobody would read marks")
                    .noneMatch(name -> name.startsWith("query_marks_"));
        }
    }

    private static MongoCollection<Document> generations(RunningService service) {
        String name = service.database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(one -> one.startsWith("query_generations_"))
                .findFirst()
                .orElseThrow();
        return service.database.getCollection(name);
    }

    private static Optional<String> read(RunningService service, Supplier<Optional<String>> body) {
        return service.bean(StaleReads.class)
                .answer(Duration.ofMinutes(1), null, body)
                .map(StaleReads.Past::answer);
    }

    @Test
    void what_is_still_being_made_is_not_empty_for_whoever_allows_it_to_be_old() throws Exception {
        try (RunningService service = new RunningService(server, folder, MARKED)) {
            shown(service);
            assertThat(isOld(service.get("/api/v1/flags", AUDITOR, MINUTE))).isTrue();
            generations(service).updateOne(Filters.empty(), Updates.set("models.projects.live", 0));
            Thread.sleep(500);

            assertThat(service.get("/api/v1/flags", AUDITOR, MINUTE).status()).isEqualTo(503);
        }
    }

    @Test
    void what_was_read_while_another_generation_took_over_is_asked_of_the_primary() throws Exception {
        try (RunningService service = new RunningService(server, folder, MARKED)) {
            shown(service);
            assertThat(read(service, () -> Optional.of("as it was"))).contains("as it was");

            assertThat(read(service, () -> {
                        generations(service).updateOne(Filters.empty(), Updates.inc("version", 1L));
                        pause();
                        return Optional.of("of what may be dropped");
                    }))
                    .isEmpty();
        }
    }

    // until nobody acts on the generations that were before
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void an_answer_that_grew_too_old_while_it_was_read_is_asked_of_the_primary() throws Exception {
        try (RunningService service = new RunningService(server, folder, MARKED)) {
            shown(service);
            Optional<StaleReads.Past<String>> late = service.bean(StaleReads.class)
                    .answer(Duration.ofMillis(400), null, () -> {
                        pause();
                        return Optional.of("too late");
                    });
            assertThat(late).isEmpty();
        }
    }

    @Test
    void flags_are_found_as_they_were() throws Exception {
        try (RunningService service = new RunningService(server, folder, MARKED)) {
            shown(service);
            String fallen = "/api/v1/flags?flag=PCT_FELL";
            set.freeze(behind);
            long second = service.record(Office.reported(CODE, 3, "1"));
            assertThat(service.get(fallen + "&atLeast=" + second, AUDITOR)
                            .json()
                            .path("total")
                            .asLong())
                    .isEqualTo(1);

            Answer old = service.get(fallen, AUDITOR, MINUTE);
            assertThat(isOld(old)).isTrue();
            assertThat(old.json().path("total").asLong()).isZero();
            assertThat(old.json().path("items")).isEmpty();
        }
    }

    @Test
    void whatever_goes_wrong_with_an_old_answer_is_asked_of_the_primary() throws Exception {
        try (RunningService service = new RunningService(server, folder, MARKED)) {
            shown(service);
            Optional<String> none = read(service, () -> {
                throw new UnsupportedOperationException("on purpose");
            });
            assertThat(none).isEmpty();
            assertThat(read(service, () -> Optional.of("as it was"))).contains("as it was");
        }
    }
}
