package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The command service dies when a command stands in the ledger and nobody has read its answer yet. */
class AnswerLostInACrashIT {
    private static final int ROUNDS = 2;

    @Test
    @Timeout(300)
    void whoever_asks_again_under_the_key_is_answered_and_nothing_is_recorded_twice() throws Exception {
        try (RunningSystem system = RunningSystem.onEmbeddedStore()) {
            Client coordinator = system.as("coordinator");
            String code = Paperwork.newCode();
            long last = coordinator
                    .command("/projects", Paperwork.registration(code))
                    .ok()
                    .position();
            for (int round = 1; round <= ROUNDS; round++) {
                Map<String, Object> report = Paperwork.report(round, BigDecimal.valueOf(round));
                String key = "lost-" + code + "-" + round;
                Thread unheard =
                        Thread.ofPlatform().daemon().start(() -> sendAndNeverRead(coordinator, code, report, key));
                // it stands in the ledger, as another service sees
                JsonNode seen = coordinator.get("/projects/" + code + "/timeline?atLeast=" + (last + 1));
                system.commandService().kill();
                unheard.join();
                system.commandService().start();

                Answer again = coordinator.command("/projects/" + code + "/reports", report, key);

                assertThat(again.status()).as("%s", again).isEqualTo(201);
                assertThat(again.position()).isEqualTo(last + 1);
                assertThat(again.json().at("/events/0/hash").asString())
                        .isEqualTo(seen.get(round).get("hash").asString());
                Answer other = coordinator.command(
                        "/projects/" + code + "/reports", Paperwork.report(round, BigDecimal.TEN), key);
                assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
                last = again.position();
            }
            assertThat(coordinator.get("/projects/" + code + "/timeline?atLeast=" + last))
                    .hasSize(ROUNDS + 1);
        }
    }

    /** What comes back is thrown away, if it comes at all. */
    private static void sendAndNeverRead(Client client, String code, Map<String, Object> body, String key) {
        byte[] bytes = Answer.JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        try {
            client.send(
                    client.toCommand("POST", "/api/v1/projects/" + code + "/reports", BodyPublishers.ofByteArray(bytes))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", key));
        } catch (RuntimeException died) {
            // as meant
        }
    }
}
