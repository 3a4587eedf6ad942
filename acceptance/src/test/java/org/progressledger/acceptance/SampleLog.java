package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.ledger.note.SigningKey;
import tools.jackson.databind.JsonNode;

/** The ledger of both printouts, as the running system gives it to anybody, checked by Tessera and by Go's own packages. */
@ExtendWith(SharedSystem.class)
abstract class SampleLog {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningSystem system;
    private final long position;

    @TempDir
    private Path folder;

    SampleLog(SharedSystem.Loaded loaded) {
        this.system = loaded.system();
        this.position = loaded.confirmations().values().stream()
                .map(Answer::position)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Answer open(String path) {
        Client nobody = system.asNobody();
        return nobody.send(nobody.toQuery("GET", path, BodyPublishers.noBody()));
    }

    private Answer sealed() {
        long until = System.nanoTime() + SOON.toNanos();
        Answer checkpoint = open("/checkpoint");
        while (System.nanoTime() < until
                && (checkpoint.status() != 200
                        || Long.parseLong(checkpoint.text().lines().toList().get(1)) <= position)) {
            ServiceProcess.pause(100);
            checkpoint = open("/checkpoint");
        }
        return checkpoint.ok();
    }

    @Test
    void anybody_can_check_the_ledger_of_both_printouts_with_tools_that_we_did_not_write() throws IOException {
        sealed();
        String key = open("/ledger.vkey").ok().text().strip();
        Client auditor = system.as("auditor");

        Path proofs = Files.createDirectories(folder.resolve("proofs"));
        for (long at : new long[] {0, 1, position / 2, position}) {
            String of = "/ledger/events/" + at + "/proof";
            Files.write(
                    proofs.resolve(at + ".tlog-proof"),
                    auditor.ask(of + ".tlog-proof").ok().response().body());
            Files.writeString(
                    proofs.resolve(at + ".entry"), auditor.get(of).get("entry").asString(), StandardCharsets.UTF_8);
        }
        Path earlier = Files.createDirectories(folder.resolve("earlier"));
        JsonNode checkpoints = auditor.get("/ledger/checkpoints?size=200").get("items");
        for (JsonNode checkpoint : checkpoints) {
            Files.writeString(
                    earlier.resolve(checkpoint.get("size").asString()),
                    checkpoint.get("note").asString());
        }
        assertThat(checkpoints.size()).isGreaterThanOrEqualTo(2);

        LogTools tools = new LogTools(folder);
        assertThat(tools.fsck(system.queryUrl(), key)).matches(LogTools.Verdict::accepted);
        assertThat(tools.checklog(system.queryUrl(), key, "-earlier", earlier.toString(), "-proofs", proofs.toString()))
                .matches(LogTools.Verdict::accepted)
                .matches(verdict -> verdict.told().contains("4 proofs stand"));
    }

    @Test
    void another_key_than_the_logs_opens_nothing() {
        sealed();
        String other = SigningKey.generate("progress-ledger.local").verifier().toString();
        LogTools tools = new LogTools(folder);
        assertThat(tools.fsck(system.queryUrl(), other)).matches(verdict -> !verdict.accepted());
        assertThat(tools.checklog(system.queryUrl(), other)).matches(verdict -> !verdict.accepted());
    }
}
