package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Provenance;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.NewEvent;
import org.progressledger.testservers.TestMongo;

/** Decisions on a ledger into which an earlier release wrote, and on one into which a later release wrote. */
class EarlierReleaseIT {
    private static final Path WRITTEN_THEN =
            Path.of("../shared-events/src/test/resources/golden/appeal-decided.1.json");
    /** The project of the golden file. */
    private static final String CODE = "50470000-3298";

    private static final String AT = "/api/v1/projects/" + CODE;

    @ParameterizedTest
    @MethodSource("org.progressledger.testservers.TestMongo#servers")
    void a_decision_of_revision_1_counts_as_one_of_today_and_an_unknown_revision_stops_the_project(TestMongo server)
            throws IOException {
        Office office = Office.open(
                server.name(), server.connectionString(), server.freshDatabase().getName());
        try {
            assertThat(office.post(Office.OFFICER, "/api/v1/projects", Office.registration(CODE))
                            .status())
                    .isEqualTo(201);
            assertThat(file(office, 2).status()).isEqualTo(201);
            assertThat(file(office, 3).code()).isEqualTo("APPEAL_STILL_OPEN");

            append(
                    office,
                    2,
                    "appeal-decided",
                    "1",
                    Files.readString(WRITTEN_THEN).strip());

            assertThat(office.post(
                                    Office.COORDINATOR,
                                    AT + "/appeals/2/decision",
                                    Map.of("decidedOn", "2021-07-24", "outcome", "REFUSED"))
                            .code())
                    .isEqualTo("APPEAL_ALREADY_DECIDED");
            assertThat(file(office, 2).code()).isEqualTo("ROUND_NOT_ABOVE_FILED");
            Office.Answer further = file(office, 3);
            assertThat(further.status()).isEqualTo(201);
            assertThat(further.body().get("version").asInt()).isEqualTo(4);

            append(office, 4, "appeal-decided", "3", "{}");
            Office.Answer stopped = file(office, 4);
            assertThat(stopped.status()).as("%s", stopped).isGreaterThanOrEqualTo(500);
            assertThat(office.part(CommitLog.class).lastSequence(CODE)).hasValue(4);
            assertThat(office.post(Office.OFFICER, "/api/v1/projects", Office.registration("50470000-3299"))
                            .status())
                    .as("other projects go on")
                    .isEqualTo(201);
        } finally {
            office.close();
        }
    }

    private static Office.Answer file(Office office, int round) {
        return office.post(
                Office.OFFICER,
                AT + "/appeals",
                Map.of(
                        "round",
                        round,
                        "filedOn",
                        round == 2 ? "2021-07-01" : "2021-07-24",
                        "grounds",
                        "โควิด",
                        "asked",
                        "ปรับเกณฑ์"));
    }

    /** Through the ledger's own append, in exactly these bytes. */
    private static void append(Office office, long sequence, String type, String revision, String payload) {
        String command = Office.newKey();
        Provenance provenance = new Provenance("coordinator", "COORDINATOR", null, command, null, null, null, null);
        office.part(CommitLog.class)
                .append(new Append(
                        new CommandIdentity("coordinator", command, null),
                        List.of(new NewEvent(
                                Office.newKey(),
                                "project",
                                ProjectCode.of(CODE).text(),
                                sequence,
                                type,
                                revision,
                                Instant.now(),
                                payload,
                                provenance.toMetadata()))));
    }
}
