package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.ADMIN;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.OFFICER;
import static org.progressledger.query.Facts.BANGNA;

import com.mongodb.MongoTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** A project of which an event cannot be shown, and the others beside it. */
class StandingStillIT {
    private static final ProjectCode OTHER = ProjectCode.of("50470000-0002");
    private static final String ONE = "/api/v1/projects/" + BANGNA.text();
    private static final String LETTERS = "/api/v1/dead-letters";
    private static final String SECRET = "สมชาย 081-000-0000";
    // a slow machine is no failure
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static void within(BooleanSupplier comesTrue) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!comesTrue.getAsBoolean() && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        assertThat(comesTrue.getAsBoolean()).isTrue();
    }

    private static JsonNode letters(RunningService service) {
        return service.get(LETTERS, AUDITOR).json();
    }

    @ParameterizedTest
    @MethodSource("org.progressledger.testservers.TestMongo#servers")
    void one_project_stands_still_and_the_others_go_on(TestMongo server, @TempDir Path folder) throws Exception {
        FailingOnPurpose purpose = new FailingOnPurpose();
        try (RunningService service = new RunningService(server, folder, purpose)) {
            service.record(Facts.registered(BANGNA, "ก", "สำนักงานเขตบางนา", 2564, null));
            service.record(Facts.registered(OTHER, "ข", "สำนักงานเขตบางนา", 2564, null));
            long before = service.record(Office.reported(BANGNA.text(), 1, "10"));
            assertThat(service.get(ONE + "?atLeast=" + before, AUDITOR).status())
                    .isEqualTo(200);

            purpose.fail(BANGNA, () -> new IllegalStateException(SECRET));
            long poisoned = service.record(Office.reported(BANGNA.text(), 2, "20"));
            service.record(Office.reported(OTHER.text(), 1, "55"));
            long behind = service.record(Office.reported(BANGNA.text(), 3, "30"));

            theOthersGoOn(service, behind);
            itsAnswersDoNotLookCurrent(service, before, poisoned, behind);
            whatStandsStillIsTold(service, poisoned);
            anotherTry(service, purpose, poisoned, behind);
            whatIsShownIsWhatAReplayShows(service, behind);
            aDiscardKeepsItsReason(service, purpose);
            aDayThatCannotComeStopsItsProjectAlone(service, purpose);
            aStoreThatDoesNotAnswerIsNoProjectsFault(service, purpose);
        }
    }

    private static void theOthersGoOn(RunningService service, long behind) {
        Answer other = service.get("/api/v1/projects/" + OTHER.text() + "?atLeast=" + behind, AUDITOR);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.json().path("percent").asDouble()).isEqualTo(55);
        assertThat(other.json().has("stale")).isFalse();
        assertThat(service.get("/api/v1/flags?atLeast=" + behind, AUDITOR).status())
                .isEqualTo(200);
        assertThat(service.anonymously("GET", "/actuator/health/readiness").status())
                .isEqualTo(200);
        assertThat(service.get("/actuator/prometheus", ADMIN).body()).contains("projects_standing_still 1.0");
    }

    private static void itsAnswersDoNotLookCurrent(RunningService service, long before, long poisoned, long behind) {
        for (long asked : new long[] {poisoned, behind}) {
            Answer refused = service.get(ONE + "?atLeast=" + asked, AUDITOR);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().path("code").asString()).isEqualTo("PROJECT_STANDS_STILL");
            assertThat(refused.header("Retry-After")).isEqualTo("60");
        }
        Answer old = service.get(ONE + "?atLeast=" + before, AUDITOR);
        assertThat(old.status()).isEqualTo(200);
        assertThat(old.json().path("percent").asDouble()).isEqualTo(10);
        assertThat(old.json().at("/stale/position").asLong()).isEqualTo(poisoned);
        assertThat(old.json().at("/stale/discarded").asBoolean()).isFalse();
        assertThat(old.header("Ledger-Position")).isEqualTo(Long.toString(poisoned - 1));
        assertThat(service.get(ONE + "/reports", AUDITOR).header("Ledger-Position"))
                .isEqualTo(Long.toString(poisoned - 1));
        JsonNode listed =
                service.get("/api/v1/projects?atLeast=" + behind, AUDITOR).json();
        assertThat(listed.path("items")
                        .valueStream()
                        .map(item -> item.path("projectCode").asString() + " "
                                + item.at("/stale/position").asString("-")))
                .containsExactly(OTHER.text() + " -", BANGNA.text() + " " + poisoned);
        assertThat(service.page("/projects", AUDITOR, "en").body())
                .containsOnlyOnce("Older than the ledger")
                .as("sums too")
                .contains("Projects older than the ledger: 1.");
        assertThat(service.page("/", AUDITOR, "th").body()).contains("โครงการที่เก่ากว่าสมุดบันทึก: 1 โครงการ");
        for (String page : new String[] {"", "/timeline", "/percent"}) {
            assertThat(service.page("/projects/" + BANGNA.text() + page + "?atLeast=" + behind, AUDITOR, "en")
                            .body())
                    .as(page)
                    .contains("This project stands still before position " + poisoned);
        }
        assertThat(service.page("/projects/" + OTHER.text(), AUDITOR, "en").body())
                .doesNotContain("stands still");
    }

    private static void whatStandsStillIsTold(RunningService service, long poisoned) {
        Answer all = service.get(LETTERS, AUDITOR);
        JsonNode item = all.json().at("/items/0");
        assertThat(all.json().path("items")).hasSize(1);
        assertThat(item.path("project").asString()).isEqualTo(BANGNA.text());
        assertThat(item.path("position").asLong()).isEqualTo(poisoned);
        assertThat(item.path("events").asInt()).isEqualTo(2);
        assertThat(item.at("/cause/type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(item.at("/cause/at").asString()).startsWith("org.progressledger.query.StandingStillIT.");
        String kept = Kept.in(service.database, "dead_letters").find().first().toJson();
        assertThat(kept).doesNotContain(SECRET, "progress-reported");
        assertThat(service.get(LETTERS, OFFICER).status()).isEqualTo(403);
        assertThat(service.page("/dead-letters", AUDITOR, "en").body())
                .contains(BANGNA.text(), "IllegalStateException")
                .doesNotContain("/dead-letters/" + BANGNA.text() + "/retry");
        assertThat(service.page("/dead-letters", ADMIN, "th").body())
                .contains("/dead-letters/" + BANGNA.text() + "/retry", "/dead-letters/" + BANGNA.text() + "/discard");
    }

    private static void anotherTry(RunningService service, FailingOnPurpose purpose, long poisoned, long behind) {
        String retry = LETTERS + "/" + BANGNA.text() + "/retry";
        assertThat(service.post(retry, AUDITOR, "").status()).isEqualTo(403);
        assertThat(service.post(LETTERS + "/" + OTHER.text() + "/retry", ADMIN, "")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("NOT_STANDING_STILL");

        JsonNode inVain = service.post(retry, ADMIN, "").json();
        assertThat(inVain.path("mended").asBoolean()).isFalse();
        assertThat(inVain.at("/left/position").asLong()).isEqualTo(poisoned);
        assertThat(inVain.at("/left/events").asInt()).isEqualTo(2);

        purpose.mend(BANGNA);
        Answer mended = service.post(retry, ADMIN, "");
        assertThat(mended.status()).isEqualTo(200);
        assertThat(mended.json().path("mended").asBoolean()).isTrue();
        assertThat(letters(service).path("items")).isEmpty();
        JsonNode now = service.get(ONE + "?atLeast=" + behind, AUDITOR).json();
        assertThat(now.path("percent").asDouble()).isEqualTo(30);
        assertThat(now.has("stale")).isFalse();
        assertThat(service.page("/projects", AUDITOR, "en").body()).doesNotContain("older than the ledger");
    }

    @ParameterizedTest
    @MethodSource("org.progressledger.testservers.TestMongo#servers")
    void lists_show_at_once_what_was_mended(TestMongo server, @TempDir Path folder) throws Exception {
        FailingOnPurpose purpose = new FailingOnPurpose();
        String seldom = "--progress-ledger.query.due-check=1h";
        try (RunningService service = new RunningService(server, folder, purpose, seldom)) {
            service.record(Office.projectWithReports(OTHER.text(), "ข", "20"));
            long shown = service.record(Office.projectWithReports(BANGNA.text(), "ก", "10"));
            assertThat(service.get(ONE + "?atLeast=" + shown, AUDITOR).status()).isEqualTo(200);
            purpose.fail(BANGNA, () -> new IllegalStateException(SECRET));
            long poisoned = service.record(Office.reported(BANGNA.text(), 2, "30"));
            String byPercent = "/api/v1/projects?sort=percent,desc";
            assertThat(codes(service.get(byPercent + "&atLeast=" + poisoned, AUDITOR)))
                    .containsExactly(OTHER.text(), BANGNA.text());

            purpose.mend(BANGNA);
            assertThat(service.post(LETTERS + "/" + BANGNA.text() + "/retry", ADMIN, "")
                            .status())
                    .isEqualTo(200);
            assertThat(codes(service.get(byPercent, AUDITOR))).containsExactly(BANGNA.text(), OTHER.text());
        }
    }

    private static Stream<String> codes(Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("projectCode").asString());
    }

    private static void whatIsShownIsWhatAReplayShows(RunningService service, long behind) throws Exception {
        Map<String, Document> mended = Kept.documents(service.database);
        StreamingEventProcessor processor = service.bean(EventProcessingConfiguration.class)
                .eventProcessor("projects", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        Kept.in(service.database, "projects").deleteMany(new Document());
        Kept.in(service.database, "project_parts").deleteMany(new Document());
        processor.resetTokens();
        processor.start();
        within(() -> Kept.documents(service.database).equals(mended));
        assertThat(service.get(ONE + "?atLeast=" + behind, AUDITOR).status()).isEqualTo(200);
    }

    private static void aDiscardKeepsItsReason(RunningService service, FailingOnPurpose purpose) throws Exception {
        String discard = LETTERS + "/" + BANGNA.text() + "/discard";
        purpose.fail(BANGNA, () -> new IllegalStateException(SECRET));
        long first = service.record(Office.reported(BANGNA.text(), 4, "40"));
        long last = service.record(Office.reported(BANGNA.text(), 5, "50"));
        within(() -> letters(service).at("/items/0/events").asInt() == 2);

        assertThat(service.post(discard, ADMIN, "{\"reason\":\" \"}").status()).isEqualTo(400);
        assertThat(service.post(discard, AUDITOR, "{\"reason\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(service.post(discard, ADMIN, "{\"reason\":\"รอรุ่นถัดไป\"}").status())
                .isEqualTo(200);

        JsonNode kept = letters(service);
        assertThat(kept.path("items")).isEmpty();
        assertThat(kept.at("/discards/0/from").asLong()).isEqualTo(first);
        assertThat(kept.at("/discards/0/to").asLong()).isEqualTo(last);
        assertThat(kept.at("/discards/0/events").asInt()).isEqualTo(2);
        assertThat(kept.at("/discards/0/by").asString()).isEqualTo("admin");
        assertThat(kept.at("/discards/0/role").asString()).isEqualTo("ADMIN");
        assertThat(kept.at("/discards/0/reason").asString()).isEqualTo("รอรุ่นถัดไป");
        JsonNode old = service.get(ONE, AUDITOR).json();
        assertThat(old.at("/stale/discarded").asBoolean()).isTrue();
        assertThat(old.at("/stale/position").asLong()).isEqualTo(first);
        assertThat(service.get(ONE + "?atLeast=" + last, AUDITOR).status()).isEqualTo(503);
        assertThat(service.page("/dead-letters", AUDITOR, "th").body()).contains("รอรุ่นถัดไป");

        purpose.mend(BANGNA);
        long next = service.record(Office.reported(BANGNA.text(), 6, "60"));
        JsonNode now = service.get(ONE + "?atLeast=" + next, AUDITOR).json();
        assertThat(now.path("percent").asDouble()).isEqualTo(60);
        assertThat(now.has("stale")).isFalse();
    }

    private static void aDayThatCannotComeStopsItsProjectAlone(RunningService service, FailingOnPurpose purpose)
            throws Exception {
        purpose.fail(BANGNA, () -> new IllegalStateException(SECRET));
        // as an earlier release would have left it
        Kept.in(service.database, "projects")
                .updateOne(new Document("_id", BANGNA.text()), new Document("$set", new Document("flagEdition", "")));
        within(() -> letters(service).path("items").size() == 1);
        assertThat(service.get("/api/v1/reports/timeliness?fiscalYear=2564", AUDITOR)
                        .status())
                .as("answers across projects do not wait for it")
                .isEqualTo(200);
        String page = "/dead-letters/" + BANGNA.text();
        Answer without = service.send("POST", page + "/discard", ADMIN, "en");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body()).contains("Please say why, in 1 to 500 characters.");
        assertThat(service.send("POST", page + "/retry", ADMIN, "en").header("location"))
                .endsWith("/dead-letters?done=still");
        purpose.mend(BANGNA);
        assertThat(service.send("POST", page + "/retry", ADMIN, "en").header("location"))
                .endsWith("/dead-letters?done=mended");
        assertThat(Kept.in(service.database, "projects")
                        .find(new Document("_id", BANGNA.text()))
                        .first()
                        .getString("flagEdition"))
                .isNotEmpty();
    }

    private static void aStoreThatDoesNotAnswerIsNoProjectsFault(RunningService service, FailingOnPurpose purpose)
            throws Exception {
        purpose.fail(
                BANGNA, () -> new IllegalStateException("not now", new MongoTimeoutException("the store is away")));
        long position = service.record(Office.reported(BANGNA.text(), 7, "70"));
        within(() -> service.anonymously("GET", "/actuator/health/readiness").status() == 503);
        assertThat(letters(service).path("items")).isEmpty();

        purpose.mend(BANGNA);
        within(() -> service.get(ONE + "?atLeast=" + position, AUDITOR).status() == 200);
    }
}
