package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.access.Role;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** What an earlier release wrote into the ledger is answered in today's shape, and shown as it is stored. */
class EarlierReleaseIT {
    private static final Path WRITTEN_THEN =
            Path.of("../shared-events/src/test/resources/golden/appeal-decided.1.json");
    private static final String CODE = "50470000-3298";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.progressledger.testservers.TestMongo#servers")
    void a_decision_of_revision_1_is_answered_with_its_criteria_and_shown_as_stored(TestMongo server)
            throws IOException {
        String stored = Files.readString(WRITTEN_THEN).strip();
        try (RunningService service = new RunningService(server, folder)) {
            service.record(
                    Office.registered(CODE, "ก"),
                    new AppealFiled(ProjectCode.of(CODE), 2, LocalDate.parse("2021-07-01"), "เหตุ", "ขอ", null));
            long position = service.recordStored(CODE, "appeal-decided", "1", stored);

            Answer answer = service.get("/api/v1/projects/" + CODE + "?atLeast=" + position, Role.AUDITOR);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode appeal = answer.json().get("appeals").get(0);
            assertThat(appeal.get("round").asInt()).isEqualTo(2);
            assertThat(appeal.get("outcome").asString()).isEqualTo("PARTLY_GRANTED");
            assertThat(appeal.get("decidedOn").asString()).isEqualTo("2021-07-23");
            assertThat(appeal.get("criteriaBefore").asString()).isEqualTo("เกณฑ์เดิม");
            assertThat(appeal.get("criteriaAfter").asString()).isEqualTo("เกณฑ์ใหม่");
            assertThat(appeal.path("indicator").isNull()
                            || appeal.path("indicator").isMissingNode())
                    .as("no indicator is invented")
                    .isTrue();

            service.clock.moveTo(Instant.now().plusSeconds(60));
            JsonNode past = service.get(
                            "/api/v1/projects/" + CODE + "/as-of?happenedOn=2021-07-23&atLeast=" + position,
                            Role.AUDITOR)
                    .json();
            assertThat(past.get("appeals").get(0)).isEqualTo(appeal);

            Answer events = service.get("/api/v1/events?from=" + position, Role.AUDITOR);
            assertThat(events.body()).as("byte for byte").contains("\"payload\":" + stored);
            assertThat(events.json().get(0).get("type").asString()).isEqualTo("appeal-decided");
            assertThat(events.json().get(0).get("revision").asString()).isEqualTo("1");
        }
    }
}
