package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.OFFICER;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Predicate;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.events.ProjectCode;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.sealing.Sealer;
import org.progressledger.ledger.sealing.SealingSettings;
import org.progressledger.testservers.TestMongo;
import org.progressledger.verifier.Expected;
import org.progressledger.verifier.LedgerCheck;
import org.progressledger.verifier.Progress;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Outcome;
import org.progressledger.verifier.Verdict.Remark;
import org.progressledger.verifier.http.ServedCopy;
import org.progressledger.verifier.http.Service;
import org.progressledger.verifier.pack.PackCheck;
import tools.jackson.databind.JsonNode;

/** The service checks its ledger by itself, and the verifier checks it over HTTP; on whichever server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VerificationAnswers {
    private static final int EVENTS = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private RunningService service;

    abstract TestMongo server();

    @BeforeAll
    void given_a_sealed_ledger(@TempDir Path folder) {
        service = new RunningService(
                server(),
                folder,
                "--progress-ledger.verification.first-after=0s",
                "--progress-ledger.verification.every=100ms");
        for (int i = 0; i < EVENTS; i++) {
            service.record(Facts.registered(
                    ProjectCode.of("5047%04d-%04d".formatted(i, i)), "โครงการ", "สำนักงานเขตบางนา", 2565, null));
        }
        SealingSettings settings = new SealingSettings(
                "ledger.example",
                folder.resolve("ledger.key"),
                Duration.ofSeconds(1),
                100,
                Duration.ofSeconds(5),
                Duration.ZERO);
        Sealer.of(service.database, service.bean(CommitLog.class), settings, InstantSource.system(), "this test")
                .tick();
    }

    @AfterAll
    void end() {
        service.close();
    }

    private JsonNode last(Predicate<JsonNode> wanted) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode last =
                service.get("/api/v1/ledger/verification", AUDITOR).json().path("last");
        while (!wanted.test(last) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            last = service.get("/api/v1/ledger/verification", AUDITOR).json().path("last");
        }
        return last;
    }

    private static boolean isWrong(JsonNode last) {
        return last.path("outcome").asString("").equals("WRONG");
    }

    private static boolean isVerified(JsonNode last) {
        return last.path("outcome").asString("").equals("VERIFIED");
    }

    @Test
    void a_changed_event_is_noticed_and_named_and_the_health_is_down_until_it_is_mended() throws InterruptedException {
        JsonNode verified = last(VerificationAnswers::isVerified);
        assertThat(verified.path("outcome").asString()).isEqualTo("VERIFIED");
        assertThat(verified.path("events").asInt()).isEqualTo(EVENTS);
        assertThat(verified.path("sealed").asInt()).isEqualTo(EVENTS);
        assertThat(verified.has("finding")).isFalse();
        setActorOfThird("nobody");
        JsonNode wrong = last(VerificationAnswers::isWrong);
        assertThat(wrong.path("finding").path("position").asInt()).isEqualTo(3);
        assertThat(wrong.path("finding").path("field").asString()).isEqualTo("actor");
        assertThat(wrong.path("finding").path("text").path("en").asString()).contains("Position 3");
        assertThat(service.anonymously("GET", "/actuator/health").status()).isEqualTo(503);
        setActorOfThird(genuineActor());
        assertThat(last(VerificationAnswers::isVerified).path("outcome").asString())
                .isEqualTo("VERIFIED");
    }

    private String genuineActor() {
        return service.database
                .getCollection("commits")
                .find(new Document("_id", 2L))
                .first()
                .getString("actor");
    }

    private void setActorOfThird(String actor) {
        service.database
                .getCollection("commits")
                .updateOne(new Document("_id", 3L), new Document("$set", new Document("actor", actor)));
    }

    @Test
    void auditors_and_administrators_may_read_it_and_officers_not() {
        assertThat(service.get("/api/v1/ledger/verification", ADMIN).status()).isEqualTo(200);
        assertThat(service.get("/api/v1/ledger/verification", OFFICER).status()).isEqualTo(403);
    }

    @Test
    void the_verifier_finds_over_http_what_was_recorded() throws InterruptedException {
        last(VerificationAnswers::isVerified);
        Service served = Service.as(service.address(), RunningService.name(AUDITOR), RunningService.PASSWORD);
        Verdict verdict = new LedgerCheck(Expected.nothing(), 1).check(new ServedCopy(served), Progress.SILENT);
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.unreadable()).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(verdict.counts().events()).isEqualTo(EVENTS);
        assertThat(verdict.remarks()).doesNotContain(Remark.PAYLOADS_NOT_SEEN);
    }

    @Test
    void the_verifier_finds_an_evidence_pack_right_and_a_changed_one_wrong(@TempDir Path folder) throws Exception {
        last(VerificationAnswers::isVerified);
        Path file = folder.resolve("pack.zip");
        String account = RunningService.name(AUDITOR) + ":" + RunningService.PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(
                        service.address().resolve("/api/v1/projects/50470003-0003/evidence-pack"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofFile(file))
                            .statusCode())
                    .isEqualTo(200);
        }
        Verdict verdict = PackCheck.check(file, Expected.nothing());
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(verdict.counts().events()).isEqualTo(1);
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("events/3/payload.json"), "{}");
        }
        assertThat(PackCheck.check(file, Expected.nothing()).outcome()).isEqualTo(Outcome.WRONG);
    }
}
