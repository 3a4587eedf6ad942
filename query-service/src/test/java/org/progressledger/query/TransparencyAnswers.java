package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.OFFICER;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.events.ProjectCode;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.NewEvent;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.sealing.Sealer;
import org.progressledger.ledger.sealing.SealingSettings;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.ConsistencyProof;
import org.progressledger.ledger.tree.EntryBundle;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.InclusionProof;
import org.progressledger.ledger.tree.TilePath;
import org.progressledger.ledger.tree.TiledTree;
import org.progressledger.ledger.tree.TlogProof;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** The log as somebody outside reads it, over real HTTP; on whichever server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TransparencyAnswers {
    private static final String ORIGIN = "ledger.example";
    private static final int SEALED = 300;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LEASE = Duration.ofSeconds(5);

    private RunningService service;
    private Sealer sealer;

    abstract TestMongo server();

    @BeforeAll
    void given_a_sealed_ledger(@TempDir Path folder) {
        service = new RunningService(server(), folder);
        assertThat(anonymously("/checkpoint").statusCode()).isEqualTo(503);
        assertThat(anonymously("/ledger.vkey").statusCode()).isEqualTo(503);
        assertThat(anonymously("/tile/0/000.p/1").statusCode()).isEqualTo(404);
        sealer = Sealer.of(
                service.database,
                service.bean(CommitLog.class),
                new SealingSettings(
                        ORIGIN, folder.resolve("ledger.key"), Duration.ofSeconds(1), 100, LEASE, Duration.ZERO),
                InstantSource.system(),
                "the sealer of this test");
        for (int i = 0; i < SEALED; i++) {
            service.record(Facts.registered(
                    ProjectCode.of("5047%04d-%04d".formatted(i, i)),
                    "โครงการที่ " + i,
                    "สำนักงานเขตบางนา",
                    2565,
                    null));
        }
        sealer.tick();
        assertThat(sealer.state().size()).isEqualTo(SEALED);
    }

    @AfterAll
    void end() {
        service.close();
    }

    @Test
    void anybody_reads_the_log_and_finds_that_it_is_what_was_signed() {
        HttpResponse<byte[]> answer = anonymously("/checkpoint");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        VerifierKey key = VerifierKey.parse(text(anonymously("/ledger.vkey")));
        Checkpoint checkpoint = Checkpoint.open(text(answer), ORIGIN, List.of(key));
        TiledTree tree = outside(checkpoint.size());
        assertThat(checkpoint.size()).isGreaterThanOrEqualTo(SEALED);
        assertThat(tree.root()).isEqualTo(checkpoint.root());
        for (long bundle = 0; bundle <= 1; bundle++) {
            List<byte[]> entries = tree.bundle(bundle);
            for (int i = 0; i < entries.size(); i++) {
                assertThat(Hash.ofLeaf(entries.get(i))).isEqualTo(tree.leaf(bundle * 256 + i));
            }
        }
    }

    @Test
    void tiles_are_for_ever_and_bundles_come_compressed_to_whom_asks() throws IOException {
        HttpResponse<byte[]> full = anonymously("/tile/0/000");
        assertThat(full.body()).hasSize(8192);
        assertThat(full.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(full.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(anonymously("/tile/0/000.p/7").body())
                .hasSize(7 * 32)
                .isEqualTo(HexFormat.of().parseHex(HexFormat.of().formatHex(full.body(), 0, 7 * 32)));
        byte[] bundle = anonymously("/tile/entries/000.p/100").body();
        assertThat(EntryBundle.decode(bundle)).hasSize(100);
        HttpResponse<byte[]> small = anonymously("/tile/entries/000.p/100", "Accept-Encoding", "gzip");
        assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
                .isEqualTo(bundle);
        assertThat(service.anonymously("HEAD", "/tile/0/000").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tile/0/002",
                "/tile/0/001",
                "/tile/0/001.p/250",
                "/tile/1/000",
                "/tile/1/000.p/2",
                "/tile/2/000.p/1",
                "/tile/entries/001",
                "/tile/0/0",
                "/tile/0/000.p/0",
                "/tile/0/000.p/256",
                "/tile/64/000",
                "/tile/x/000",
                "/tile/0"
            })
    void what_the_log_does_not_have_is_404(String path) {
        assertThat(anonymously(path).statusCode()).isEqualTo(404);
    }

    @Test
    void an_auditor_gets_a_proof_and_all_that_the_hashes_were_made_of() throws Exception {
        JsonNode proof = service.get("/api/v1/ledger/events/17/proof", AUDITOR).json();
        String note = proof.path("checkpoint").asString();
        Checkpoint checkpoint = Checkpoint.open(note, ORIGIN, List.of(key()));
        String entry = proof.path("entry").asString();
        Hash leaf = Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8));
        assertThat(proof.path("leafHash").asString()).isEqualTo(leaf.base64());
        InclusionProof inclusion = new InclusionProof(
                proof.at("/inclusion/index").asLong(),
                proof.at("/inclusion/treeSize").asLong(),
                hashes(proof.at("/inclusion/path")));
        assertThat(inclusion.size()).isEqualTo(checkpoint.size());
        assertThat(inclusion.proves(leaf, checkpoint.root())).isTrue();
        assertThat(entry).contains("\"position\":17,", salted(proof, "payload"), salted(proof, "metadata"));
        assertThat(proof.path("payload").asString()).contains("โครงการที่ 17");
        assertThat(proof.path("metadata").asString()).contains("\"values\"");
    }

    private static String salted(JsonNode proof, String what) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(HexFormat.of().parseHex(proof.path(what + "Salt").asString()));
        byte[] hash = sha.digest(proof.path(what).asString().getBytes(StandardCharsets.UTF_8));
        return "\"" + what + "Hash\":\"" + HexFormat.of().formatHex(hash) + "\"";
    }

    @Test
    void the_same_as_a_file_that_stands_alone() {
        Answer answer = service.get("/api/v1/ledger/events/17/proof.tlog-proof", AUDITOR);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"ledger-17.tlog-proof\"");
        TlogProof file = TlogProof.parse(answer.body());
        Checkpoint checkpoint = Checkpoint.open(file.checkpoint(), ORIGIN, List.of(key()));
        assertThat(file.proves(file.extra(), checkpoint)).isTrue();
        assertThat(new String(file.extra(), StandardCharsets.UTF_8)).contains("\"position\":17,");
        assertThat(answer.body()).doesNotContain("โครงการ");
    }

    @Test
    void an_event_that_waits_for_its_seal_is_refused_with_a_time_and_one_that_is_not_there_is_not_found() {
        long last = service.record(
                Facts.registered(ProjectCode.of("50490000-0001"), "รอปิดผนึก", "สำนักงานเขตบางนา", 2565, null));
        for (String path : List.of("/proof", "/proof.tlog-proof")) {
            Answer waits = service.get("/api/v1/ledger/events/" + last + path, AUDITOR);
            assertThat(waits.status()).isEqualTo(503);
            assertThat(waits.body()).contains("NOT_SEALED_YET");
            assertThat(waits.header("Retry-After")).isEqualTo("2");
            Answer missing = service.get("/api/v1/ledger/events/100000" + path, AUDITOR);
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.body()).contains("EVENT_NOT_FOUND");
            assertThat(service.get("/api/v1/ledger/events/-1" + path, AUDITOR).status())
                    .isEqualTo(400);
            assertThat(service.get("/api/v1/ledger/events/1" + path, OFFICER).status())
                    .isEqualTo(403);
        }
        String metrics = service.get("/actuator/prometheus", AUDITOR).body();
        assertThat(metrics).contains("ledger_tree_size", "ledger_sealing_age_seconds", "ledger_unsealed_events");
        caughtUp(last);
        service.clock.moveTo(Instant.now().plusSeconds(120));
        assertThat(service.anonymously("GET", "/actuator/health").status()).isEqualTo(503);
        sealer.tick();
        assertThat(service.get("/api/v1/ledger/events/" + last + "/proof", AUDITOR)
                        .status())
                .isEqualTo(200);
        service.clock.moveTo(Instant.now().plusSeconds(240));
        assertThat(service.anonymously("GET", "/actuator/health").status()).isEqualTo(200);
        service.clock.moveTo(Instant.now());
    }

    /** So that health does not tell of answers that lag by a clock that was moved. */
    private void caughtUp(long position) {
        Instant deadline = Instant.now().plusSeconds(30);
        int status;
        do {
            status = service.get("/api/v1/projects?size=1&atLeast=" + position, AUDITOR)
                    .status();
        } while (status != 200 && Instant.now().isBefore(deadline));
        assertThat(status).isEqualTo(200);
    }

    @Test
    void every_checkpoint_is_listed_and_shown_to_continue_the_one_before() {
        JsonNode list =
                service.get("/api/v1/ledger/checkpoints?size=2", OFFICER).json();
        assertThat(list.path("origin").asString()).isEqualTo(ORIGIN);
        assertThat(list.path("total").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(list.at("/keys/0/verifierKey").asString()).isEqualTo(key().toString());
        assertThat(list.path("items").size()).isEqualTo(2);
        JsonNode proof = service.get("/api/v1/ledger/consistency?from=100&to=300", OFFICER)
                .json();
        Checkpoint from = Checkpoint.open(proof.at("/from/note").asString(), ORIGIN, List.of(key()));
        Checkpoint to = Checkpoint.open(proof.at("/to/note").asString(), ORIGIN, List.of(key()));
        assertThat(from.size()).isEqualTo(100);
        assertThat(to.size()).isEqualTo(300);
        assertThat(new ConsistencyProof(100, 300, hashes(proof.path("path"))).proves(from.root(), to.root()))
                .isTrue();
        Answer unknown = service.get("/api/v1/ledger/consistency?from=101", OFFICER);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("CHECKPOINT_NOT_FOUND");
        assertThat(service.get("/api/v1/ledger/consistency?from=300&to=100", OFFICER)
                        .status())
                .isEqualTo(400);
        assertThat(service.get("/api/v1/ledger/consistency", OFFICER).status()).isEqualTo(400);
        assertThat(service.get("/api/v1/ledger/checkpoints?size=201", OFFICER).status())
                .isEqualTo(400);
        assertThat(service.anonymously("GET", "/api/v1/ledger/checkpoints").status())
                .isEqualTo(401);
    }

    @Test
    void an_event_that_is_not_what_was_signed_gets_no_proof() {
        MongoCollection<Document> commits = service.database.getCollection("commits");
        Document genuine = commits.find(new Document("_id", 40L)).first();
        MongoDatabase other = server().freshDatabase();
        CommitLog forger = CommitLog.open(other, LedgerSettings.defaults(), InstantSource.system());
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i <= 40; i++) {
            events.add(new NewEvent("forged-" + i, "", "s", i, "t", null, Instant.now(), "{}", Map.of()));
        }
        events.forEach(
                one -> forger.append(new Append(new CommandIdentity("clerk", one.eventId(), null), List.of(one))));
        Document forged =
                other.getCollection("commits").find(new Document("_id", 40L)).first();
        commits.deleteOne(new Document("_id", 40L));
        commits.insertOne(forged);
        Answer refused = service.get("/api/v1/ledger/events/40/proof", AUDITOR);
        commits.deleteOne(new Document("_id", 40L));
        commits.insertOne(genuine);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("NOT_WHAT_WAS_SEALED");
        assertThat(service.get("/api/v1/ledger/events/40/proof", AUDITOR).status())
                .isEqualTo(200);
    }

    private VerifierKey key() {
        return VerifierKey.parse(text(anonymously("/ledger.vkey")));
    }

    private static List<Hash> hashes(JsonNode array) {
        List<Hash> hashes = new ArrayList<>();
        array.forEach(hash -> hashes.add(Hash.fromBase64(hash.asString())));
        return hashes;
    }

    private TiledTree outside(long size) {
        return new TiledTree(this::overHttp, size);
    }

    private Optional<byte[]> overHttp(TilePath path) {
        HttpResponse<byte[]> answer = anonymously("/" + path);
        return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    }

    private static String text(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> anonymously(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.address().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_witnesses_and_an_authority_said_of_a_checkpoint_is_shown_with_it() {
        String line = "\u2014 witness.example/one AAAAAAAAAAAA\n";
        long size = Checkpoint.unverified(text(anonymously("/checkpoint"))).size();
        service.database
                .getCollection("tree_anchors")
                .insertOne(new Document("_id", size)
                        .append("cosignatures", List.of(new Document("witness", "one").append("line", line)))
                        .append("timestamp", new Document("token", new org.bson.types.Binary(new byte[] {1, 2, 3}))));
        assertThat(text(anonymously("/checkpoint"))).endsWith(line);
        assertThat(service.get("/api/v1/ledger/events/0/proof", AUDITOR)
                        .json()
                        .get("checkpoint")
                        .asString())
                .endsWith(line);
        JsonNode shown = service.get("/api/v1/ledger/checkpoints?size=200", AUDITOR)
                .json()
                .get("items");
        assertThat(shown.get(0).get("note").asString()).endsWith(line);
        assertThat(shown.get(0).get("timestamp").asString()).isEqualTo("AQID");
        assertThat(shown.get(1).get("timestamp").isNull()).isTrue();
    }
}
