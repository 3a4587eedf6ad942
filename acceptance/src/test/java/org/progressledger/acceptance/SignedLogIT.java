package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The log as anybody reads it while services are killed: checked with nothing but SHA-256. */
class SignedLogIT {

    @Test
    void what_is_recorded_is_soon_under_a_signed_root_also_after_the_service_was_killed() throws Exception {
        try (IndependentWitness witness = new IndependentWitness();
                RunningSystem system = RunningSystem.onEmbeddedStore(Map.of(
                        "PROGRESS_LEDGER_ANCHORING_WITNESSES_0_KEY", witness.key(),
                        "PROGRESS_LEDGER_ANCHORING_WITNESSES_0_URL", witness.url(),
                        "PROGRESS_LEDGER_ANCHORING_INTERVAL", "200ms"))) {
            Samples.DISTRICT.importInto(system);
            long first = sealedUpTo(system, lastPosition(system));
            String key = text(system, "/ledger.vkey");
            system.commandService().kill();
            system.commandService().start();
            Samples.COUNCIL.importInto(system);
            long second = sealedUpTo(system, lastPosition(system));
            assertThat(second).isGreaterThan(first);
            assertThat(text(system, "/ledger.vkey")).isEqualTo(key);
            var consistency = system.as("auditor").get("/ledger/consistency?from=" + first + "&to=" + second);
            assertThat(consistency.at("/from/size").asLong()).isEqualTo(first);
            assertThat(consistency.path("path").size()).isPositive();

            String cosigned = cosignedBy(witness, system, second);
            isAcceptedByTheVerifier(witness, system);
            anotherHistoryIsRefusedAndAlarmed(witness, system, cosigned);
        }
    }

    /** What the witness signs is given out with the checkpoint. */
    private static String cosignedBy(IndependentWitness witness, RunningSystem system, long size) {
        assertThat(witness.size()).isZero(); // nobody told its operator of the log
        witness.knows(text(system, "/ledger.vkey").strip());
        String checkpoint =
                awaited(() -> text(system, "/checkpoint"), note -> note.contains("\u2014 witness.example/w1 "));
        assertThat(witness.size()).isEqualTo(size);
        assertThat(checkpoint).contains("\n" + size + "\n");
        return checkpoint;
    }

    private static void isAcceptedByTheVerifier(IndependentWitness witness, RunningSystem system) {
        VerifierRun accepted = VerifierRun.of("--url", system.queryUrl(), "--witness", witness.key());
        assertThat(accepted.exitCode()).as(accepted.output()).isZero();
        assertThat(accepted.output())
                .contains("Enough of the witnesses signed the first " + witness.size() + " events")
                .contains("Commits were not looked at");
        try (IndependentWitness other = new IndependentWitness()) {
            VerifierRun refused = VerifierRun.of("--url", system.queryUrl(), "--witness", other.key());
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        }
    }

    /** Somebody with the key and the database takes the last commit away, and all that was signed, and lets it be signed anew. */
    private static void anotherHistoryIsRefusedAndAlarmed(
            IndependentWitness witness, RunningSystem system, String cosigned) throws IOException {
        system.commandService().stop();
        try (MongoClient client = MongoClients.create(system.server())) {
            MongoDatabase database = client.getDatabase(system.database());
            for (String tree : List.of("tree_head", "tree_tiles", "tree_edges", "tree_checkpoints", "tree_anchors")) {
                database.getCollection(tree).deleteMany(new Document());
            }
            Document last = database.getCollection("commits")
                    .find()
                    .sort(new Document("_id", -1))
                    .first();
            database.getCollection("commits").deleteOne(new Document("_id", last.get("_id")));
        }
        Files.delete(system.folder().resolve("ledger.checkpoint"));
        system.commandService().start();
        awaited(witness::refused, refused -> refused > 0);
        awaited(
                () -> read(system.commandService().log()),
                log -> log.contains("The witness witness.example/w1 holds another history of this log"));
        String rewritten = awaited(() -> text(system, "/checkpoint"), note -> !note.equals(cosigned));
        assertThat(rewritten).doesNotContain("witness.example/w1");
        Path kept = Files.writeString(system.folder().resolve("kept.checkpoint"), cosigned);
        VerifierRun refused = VerifierRun.of("--url", system.queryUrl(), "--kept", kept.toString());
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T awaited(Supplier<T> look, Predicate<T> isIt) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        T seen = look.get();
        while (!isIt.test(seen) && System.nanoTime() < until) {
            ServiceProcess.pause(100);
            seen = look.get();
        }
        assertThat(isIt.test(seen)).as("%s", seen).isTrue();
        return seen;
    }

    private static long lastPosition(RunningSystem system) {
        return system.as("auditor").get("/events?limit=1000").size() - 1;
    }

    /** Waits for a checkpoint that covers the position, and holds its root against the published entries. */
    private static long sealedUpTo(RunningSystem system, long position) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String[] checkpoint = {"", "0"};
        while (Long.parseLong(checkpoint[1]) <= position && System.nanoTime() < until) {
            Thread.sleep(100);
            Answer answer = open(system, "/checkpoint");
            checkpoint = answer.status() == 200 ? answer.text().split("\n") : checkpoint;
        }
        assertThat(Long.parseLong(checkpoint[1])).isGreaterThan(position);
        ByteBuffer bundle = ByteBuffer.wrap(open(system, "/tile/entries/000.p/" + checkpoint[1])
                .ok()
                .response()
                .body());
        List<byte[]> leaves = new ArrayList<>();
        while (bundle.hasRemaining()) {
            byte[] entry = new byte[bundle.getShort() & 0xFFFF];
            bundle.get(entry);
            leaves.add(sha256(new byte[] {0}, entry));
        }
        assertThat(leaves).hasSize(Integer.parseInt(checkpoint[1])).hasSizeLessThan(256);
        assertThat(Base64.getEncoder().encodeToString(root(leaves))).isEqualTo(checkpoint[2]);
        return leaves.size();
    }

    private static byte[] root(List<byte[]> leaves) throws GeneralSecurityException {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static String text(RunningSystem system, String path) {
        return open(system, path).ok().text();
    }

    private static Answer open(RunningSystem system, String path) {
        Client nobody = system.asNobody();
        return nobody.send(nobody.toQuery("GET", path, BodyPublishers.noBody()));
    }
}
