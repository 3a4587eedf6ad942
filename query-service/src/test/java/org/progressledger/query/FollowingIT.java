package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.query.Facts.BANGNA;

import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.RecordedEvent;
import org.progressledger.testservers.TestMongo;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How the answers follow the ledger: through restarts, losses, days and what they do not know. */
@ExtendWith(OutputCaptureExtension.class)
class FollowingIT {
    private static final String SERVERS = "org.progressledger.testservers.TestMongo#servers";
    private static final String PROJECT = "/api/v1/projects/" + BANGNA;

    @TempDir
    Path folder;

    private static long given(RunningService service) {
        return service.record(
                Facts.registered(BANGNA, "โครงการสร้างเครือข่าย", "สำนักงานเขตบางนา", 2564, null),
                Facts.report(BANGNA, 1, "2020-10-28", "10"),
                Facts.report(BANGNA, 2, "2020-11-30", "40"));
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static List<Document> documents(RunningService service) {
        List<Document> all = new ArrayList<>();
        for (String collection : List.of("query_projects_v1", "query_project_parts_v1")) {
            service.database
                    .getCollection(collection)
                    .find()
                    .sort(Sorts.ascending("_id"))
                    .into(all);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_restart_goes_on_from_its_token_and_lost_tokens_lead_to_the_same_documents(TestMongo server) {
        try (RunningService service = new RunningService(server, folder)) {
            long before = given(service);
            assertThat(service.get(PROJECT + "?atLeast=" + before, AUDITOR).status())
                    .isEqualTo(200);
            service.stop();
            long whileDown = service.record(Facts.report(BANGNA, 3, "2020-12-30", "55"));
            service.start();
            assertThat(service.get(PROJECT + "?atLeast=" + whileDown, AUDITOR)
                            .json()
                            .path("percent")
                            .decimalValue())
                    .isEqualByComparingTo("55");
            List<Document> followed = documents(service);

            service.stop();
            service.database.getCollection("query_tokens_v1").drop();
            service.database.getCollection("query_projects_v1").drop();
            service.database.getCollection("query_project_parts_v1").drop();
            service.start();
            assertThat(service.get(PROJECT + "?atLeast=" + whileDown, AUDITOR).status())
                    .isEqualTo(200);
            assertThat(documents(service)).isEqualTo(followed);
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void an_event_it_does_not_know_stops_it_and_is_named(TestMongo server, CapturedOutput output) throws Exception {
        try (RunningService service = new RunningService(server, folder)) {
            given(service);
            until(() -> readiness(service) == 200);
            service.stop();
            long known = service.record(Facts.report(BANGNA, 3, "2020-12-30", "55"));
            long unknown = service.recordUnknown("50470000-0008", "moon-landed");
            service.start();
            until(() -> readiness(service) == 503);
            assertThat(output.getAll()).contains("moon-landed");
            assertThat(service.get(PROJECT + "?atLeast=" + unknown, AUDITOR).status())
                    .isEqualTo(503);
            assertThat(service.get(PROJECT, AUDITOR)
                            .json()
                            .path("ledgerPosition")
                            .asLong())
                    .isEqualTo(known);
        }
    }

    private static int readiness(RunningService service) {
        return service.anonymously("GET", "/actuator/health/readiness").status();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_fact_dated_tomorrow_begins_to_count_tomorrow(TestMongo server) throws Exception {
        try (RunningService service = new RunningService(server, folder)) {
            given(service);
            LocalDate tomorrow = LocalDate.ofInstant(service.clock.instant(), RecordedEvent.OFFICE)
                    .plusDays(1);
            long position = service.record(new ProjectPaused(BANGNA, tomorrow, PauseCause.OTHER, "น้ำท่วม", null));
            assertThat(status(service, "?atLeast=" + position)).isEqualTo("ACTIVE");
            service.clock.moveTo(tomorrow.atStartOfDay(RecordedEvent.OFFICE).toInstant());
            until(() -> status(service, "").equals("PAUSED"));
        }
    }

    private static String status(RunningService service, String query) {
        return service.get(PROJECT + query, AUDITOR).json().path("status").asString();
    }
}
