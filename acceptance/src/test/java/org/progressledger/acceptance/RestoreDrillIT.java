package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.progressledger.testservers.OnRealMongo;
import tools.jackson.databind.JsonNode;

/**
 * A bad day of whoever runs the ledger: the service is stopped in the middle of work, the store is lost, the wrong backup is put
 * back, then the right one. See docs/operations.md; {@code scripts/restore-drill} runs it alone.
 */
@OnRealMongo
class RestoreDrillIT {
    private static final int CLERKS = 4;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SECRET_REASON = "เหตุผลที่เป็นความลับ";

    /** Ids of the events that clerks were told of. */
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();

    private volatile boolean closingTime;
    private RunningSystem system;
    private MongoDatabase database;
    private String project;

    @Test
    @Timeout(400)
    void what_was_answered_survives_a_stop_and_the_loss_of_the_store() throws Exception {
        try (RunningSystem running = RunningSystem.onRealMongo(Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs"));
                MongoClient client = MongoClients.create(running.server())) {
            system = running;
            database = client.getDatabase(running.database());
            project = Paperwork.newCode();
            answered.add(told(system.as("coordinator")
                    .command("/projects", Paperwork.registration(project))
                    .ok()));
            theLogTellsOfNobody();
            aStopInTheMiddleOfWorkLosesNothing();
            theStoreIsLostAndPutBack();
        }
    }

    // --- what is logged ---

    private void theLogTellsOfNobody() throws IOException {
        Client coordinator = system.as("coordinator");
        String at = "/projects/" + project;
        answered.add(told(coordinator
                .command(at + "/reports", Paperwork.report(1, java.math.BigDecimal.TEN))
                .ok()));
        Map<String, Object> wrong = Map.of("percent", 5, "reason", SECRET_REASON, "approver", "หัวหน้าฝ่าย");
        assertThat(coordinator.command(at + "/reports/9/correction", wrong).status())
                .isBetween(400, 499);
        assertThat(coordinator
                        .command(at + "/reports/1/correction", "{" + SECRET_REASON)
                        .status())
                .isEqualTo(400);
        Answer denied = system.as("auditor")
                .send(system.as("auditor")
                        .toCommand("POST", "/api/v1" + at + "/letters", BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json")
                        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json().get("traceId").asString()).isEqualTo(TRACE);

        List<String> lines = Files.readAllLines(system.commandService().log());
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(Answer.JSON.readTree(line).has("@timestamp")).isTrue());
        assertThat(lines).anySatisfy(line -> {
            JsonNode told = Answer.JSON.readTree(line);
            assertThat(told.path("traceId").asString("")).isEqualTo(TRACE);
            assertThat(told.path("message").asString("")).contains("denied-by-role");
        });
        for (ServiceProcess service : List.of(system.commandService(), system.queryService())) {
            assertThat(Files.readString(service.log()))
                    .doesNotContain(
                            SECRET_REASON,
                            "เจ้าหน้าที่ทดสอบ",
                            "02-000-0000",
                            "หัวหน้าฝ่าย",
                            "รายงานที่",
                            project,
                            "\\u0e");
        }
    }

    // --- a stop ---

    private void aStopInTheMiddleOfWorkLosesNothing() throws Exception {
        clerksWorkWhile(() -> {
            awaitMoreAnswers(100);
            system.commandService().stop();
        });

        // every recorded command was answered, and every answered one is recorded
        assertThat(recorded()).containsExactlyInAnyOrderElementsOf(answered);
        Document head = head();
        assertThat(head.getLong("size")).as("all of it is sealed").isEqualTo(answered.size());
        assertThat(head.getString("holder"))
                .as("another instance may seal at once")
                .isEmpty();
        system.commandService().start();
    }

    // --- a loss ---

    private void theStoreIsLostAndPutBack() throws Exception {
        Path older = system.folder().resolve("older.backup");
        Path newest = system.folder().resolve("newest.backup");
        Path keptThen = system.folder().resolve("checkpoint-then");
        Path lastSigned = system.folder().resolve("ledger.checkpoint");
        clerksWorkWhile(() -> {
            Files.copy(lastSigned, keptThen);
            awaitMoreAnswers(50);
            ledgerVerify("backup", "--to", older.toString());
            awaitMoreAnswers(50);
        });
        await(() -> head().getLong("size") == answered.size(), "all is sealed");
        ledgerVerify("backup", "--to", newest.toString());
        system.commandService().kill();
        system.queryService().kill();

        restore(older);
        assertThat(verified(keptThen).exitCode()).isZero();
        VerifierRun behind = verified(lastSigned);
        assertThat(behind.exitCode()).as(behind.output()).isEqualTo(1);
        assertThat(behind.output()).contains(String.valueOf(answered.size()));
        theSealerRefusesToForkWhatWasSigned(lastSigned);

        restore(newest);
        VerifierRun right = verified(lastSigned);
        assertThat(right.exitCode()).as(right.output()).isZero();
        workGoesOn();
    }

    private void theSealerRefusesToForkWhatWasSigned(Path lastSigned) throws IOException {
        String signed = Files.readString(lastSigned);
        long size = head().getLong("size");
        system.commandService().start();
        await(() -> Optional.ofNullable(head().getString("refusal")).orElse("").startsWith("ROLLED_BACK"), "refused");
        answered.add(told(activity(system.as("coordinator"), "recorded upon the older copy")
                .ok()));
        assertThat(statusOfHealth()).isEqualTo(503);
        assertThat(head().getLong("size")).isEqualTo(size);
        assertThat(Files.readString(lastSigned)).isEqualTo(signed);
        system.commandService().kill();
        answered.remove(lastAnswered());
    }

    private String lastAnswered() {
        return answered.stream().reduce((one, other) -> other).orElseThrow();
    }

    private int statusOfHealth() {
        return system.asNobody()
                .send(system.asNobody().toCommand("GET", "/actuator/health", BodyPublishers.noBody()))
                .status();
    }

    private void workGoesOn() {
        system.commandService().start();
        system.queryService().start();
        Answer next = activity(system.as("coordinator"), "after the restore").ok();
        answered.add(told(next));
        assertThat(recorded()).containsExactlyInAnyOrderElementsOf(answered);
        JsonNode shown = system.as("coordinator")
                .get("/projects/" + project + "/timeline?type=activity-held&atLeast=" + next.position());
        assertThat(shown).hasSize(answered.size() - 2);
        JsonNode view = system.as("coordinator").get("/projects/" + project);
        assertThat(view.at("/responsibleOfficer/name").asString()).isEqualTo("เจ้าหน้าที่ทดสอบ");
        await(() -> head().getLong("size") == answered.size(), "sealing goes on");
        assertThat(statusOfHealth()).isEqualTo(200);
    }

    private void restore(Path backup) {
        database.drop();
        ledgerVerify("restore", "--from", backup.toString());
    }

    private void ledgerVerify(String command, String option, String file) {
        VerifierRun run =
                VerifierRun.plain(command, "--mongodb", system.server(), "--database", system.database(), option, file);
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private VerifierRun verified(Path kept) {
        return VerifierRun.of(
                "--mongodb",
                system.server(),
                "--database",
                system.database(),
                "--vkey",
                system.folder().resolve("ledger.vkey").toString(),
                "--kept",
                kept.toString());
    }

    // --- clerks ---

    private interface Happening {
        void happens() throws Exception;
    }

    private void clerksWorkWhile(Happening happening) throws Exception {
        closingTime = false;
        List<Thread> clerks = IntStream.range(0, CLERKS)
                .mapToObj(clerk -> Thread.ofPlatform().start(this::work))
                .toList();
        try {
            happening.happens();
        } finally {
            closingTime = true;
            for (Thread clerk : clerks) {
                clerk.join();
            }
        }
    }

    private void work() {
        Client coordinator = system.as("coordinator");
        for (int i = 0; !closingTime; i++) {
            try {
                Answer answer = activity(coordinator, "กิจกรรม " + i);
                if (answer.status() == 201) {
                    answered.add(told(answer));
                }
            } catch (UncheckedIOException nobodyThere) {
                ServiceProcess.pause(20);
            }
        }
    }

    private Answer activity(Client client, String description) {
        return client.command("/projects/" + project + "/activities", Paperwork.activity(description));
    }

    private static String told(Answer answer) {
        return answer.json().at("/events/0/eventId").asString();
    }

    private void awaitMoreAnswers(int more) {
        int enough = answered.size() + more;
        await(() -> answered.size() >= enough, "work goes on");
    }

    private static void await(BooleanSupplier happens, String what) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!happens.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            ServiceProcess.pause(20);
        }
    }

    private List<String> recorded() {
        return RawHistory.of(system).stream()
                .map(event -> event.get("eventId").asString())
                .toList();
    }

    private Document head() {
        return Optional.ofNullable(database.getCollection("tree_head").find().first())
                .orElseGet(() -> new Document("size", -1L));
    }
}
