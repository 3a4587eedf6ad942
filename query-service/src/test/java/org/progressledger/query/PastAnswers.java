package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.ReportReturned;
import org.progressledger.ledger.CommitLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** The project as it was, what differs, and the history step by step, on whichever server. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class PastAnswers {
    private static final Asker AUDITOR = Desk.someone(Role.AUDITOR);
    private static int next = 1;

    @Autowired
    CommitLog log;

    @Autowired
    MongoDatabase database;

    @Autowired
    MockMvc mvc;

    private Office office;
    private Desk desk;
    private String code;
    private ProjectCode project;
    private Instant beforeThePause;
    private long recorded;

    /** Two reports; then, a moment later, a pause that began between them, and an activity by mistake. */
    @BeforeEach
    void a_project_whose_pause_is_recorded_late() throws InterruptedException {
        office = new Office(log);
        desk = new Desk(mvc);
        code = "50120000-%04d".formatted(next++);
        project = ProjectCode.of(code);
        office.record(Office.projectWithReports(code, "ขุดลอกคลอง", "20", "86.4"));
        Thread.sleep(5);
        beforeThePause = Instant.now();
        Thread.sleep(5);
        office.record(new ProjectPaused(project, LocalDate.of(2020, 11, 10), PauseCause.COVID_19, "ชะลอ", null));
        office.record(new ActivityHeld(project, LocalDate.of(2020, 11, 12), "ประชุม"));
        recorded = office.record(new FactWithdrawn(project, 4, "activity-held"));
    }

    private JsonNode get(String path, Object... variables) {
        List<Object> all = new ArrayList<>(List.of(code));
        all.addAll(List.of(variables));
        return desk.get(AUDITOR, "/projects/{code}" + path, all.toArray());
    }

    private static JsonNode difference(JsonNode diff, String path) {
        for (JsonNode each : diff.path("differences")) {
            if (each.path("path").asString().equals(path)) {
                return each;
            }
        }
        throw new AssertionError("Nothing differs at " + path + ": " + diff.path("differences"));
    }

    private static List<Integer> sequences(JsonNode difference) {
        List<Integer> sequences = new ArrayList<>();
        difference
                .path("events")
                .forEach(event -> sequences.add(event.path("sequence").asInt()));
        return sequences;
    }

    @Test
    void as_of_a_day_counts_what_had_happened_by_then() {
        JsonNode then = get("/as-of?happenedOn=2020-11-11");

        assertThat(then.path("status").asString()).isEqualTo("PAUSED");
        assertThat(then.path("percent").decimalValue()).isEqualTo("20.00");
        assertThat(then.path("reports")).hasSize(1);
        assertThat(then.path("percentChanges")).hasSize(1);
        assertThat(then.path("asOf").path("happenedOn").asString()).isEqualTo("2020-11-11");
        assertThat(get("/as-of?happenedOn=2020-11-09").path("status").asString())
                .isEqualTo("ACTIVE");
    }

    @Test
    void as_of_an_instant_knows_what_was_recorded_by_then() {
        JsonNode then = get("/as-of?recordedAt={r}", beforeThePause);

        assertThat(then.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(then.path("percent").decimalValue()).isEqualTo("86.40");
        assertThat(then.path("version").asInt()).isEqualTo(3);
        assertThat(get("/as-of?happenedOn=2020-11-11&recordedAt={r}", beforeThePause)
                        .path("status")
                        .asString())
                .isEqualTo("ACTIVE");
        assertThat(get("/as-of").path("status").asString()).isEqualTo("PAUSED");
    }

    @Test
    void a_date_of_recording_means_the_end_of_that_day_in_bangkok() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), org.progressledger.events.RecordedEvent.OFFICE);

        assertThat(get("/as-of?recordedAt={r}", today).path("status").asString())
                .isEqualTo("PAUSED");
        Desk.Answer before = desk.ask(AUDITOR, "/projects/{code}/as-of?recordedAt={r}", code, today.minusDays(1));
        assertThat(before.status()).isEqualTo(404);
        assertThat(before.code()).isEqualTo("NOTHING_KNOWN_THEN");
    }

    @Test
    void what_was_withdrawn_stays_in_every_view_and_counts_in_none() {
        JsonNode then = get("/as-of?happenedOn=2020-11-12");

        assertThat(then.path("activities")).isEmpty();
        assertThat(then.path("withdrawn")).hasSize(1);
        assertThat(then.path("withdrawn").get(0).path("type").asString()).isEqualTo("activity-held");
    }

    @Test
    void a_difference_names_the_events_that_made_it() {
        JsonNode diff = get("/diff?from=2020-10-31&to=2020-11-30");

        JsonNode status = difference(diff, "status");
        assertThat(status.path("before").asString()).isEqualTo("ACTIVE");
        assertThat(status.path("after").asString()).isEqualTo("PAUSED");
        assertThat(sequences(status)).containsExactly(3);
        assertThat(sequences(difference(diff, "percent"))).containsExactly(2);
        assertThat(difference(diff, "reports[2]").path("before").isNull()).isTrue();
        assertThat(sequences(difference(diff, "withdrawn[4]"))).contains(5);
        diff.path("differences")
                .forEach(each -> assertThat(each.path("events"))
                        .as(each.path("path").asString())
                        .isNotEmpty());
    }

    @Test
    void the_recorded_axis_tells_what_became_known_between_two_instants() {
        JsonNode diff = get("/diff?axis=recorded&from={r}", beforeThePause);

        assertThat(sequences(difference(diff, "status"))).containsExactly(3);
        assertThat(diff.path("differences").toString()).doesNotContain("\"path\":\"percent\"");
    }

    @Test
    void history_goes_event_by_event() {
        JsonNode second = get("/history?at=2");

        assertThat(second.path("last").asInt()).isEqualTo(5);
        assertThat(second.path("event").path("type").asString()).isEqualTo("progress-reported");
        assertThat(second.path("project").path("percent").decimalValue()).isEqualTo("86.40");
        assertThat(second.path("changes").toString()).contains("reports[2]").contains("\"percent\"");
        assertThat(get("/history?at=4").path("project").path("activities")).hasSize(1);
        assertThat(get("/history?at=5").path("project").path("activities")).isEmpty();
        assertThat(get("/history").path("at").asInt()).isEqualTo(5);
    }

    @Test
    void a_returned_report_and_its_pause_end_are_seen_from_their_days() {
        office.record(new ReportReturned(project, 2, 1));
        long position = office.record(
                new ProjectResumed(project, LocalDate.of(2020, 12, 1), LocalDate.of(2020, 11, 10), null, null));

        JsonNode now = get("/as-of?atLeast={n}", position);
        assertThat(now.path("percent").decimalValue()).isEqualTo("20.00");
        assertThat(now.path("reports").get(1).path("state").asString()).isEqualTo("RETURNED");
        assertThat(now.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(get("/as-of?happenedOn=2020-11-30").path("status").asString())
                .isEqualTo("PAUSED");
        assertThat(difference(get("/diff?from=2020-11-30&to=2020-12-01"), "pauses[3].until")
                        .path("after")
                        .asString())
                .isEqualTo("2020-12-01");
    }

    @Test
    void the_register_of_a_day_stands_beside_what_the_same_question_finds_today() {
        JsonNode then =
                desk.get(AUDITOR, "/projects?asOf=2020-11-11&q={code}&status=PAUSED&atLeast={n}", code, recorded);

        assertThat(then.path("asOf").path("happenedOn").asString()).isEqualTo("2020-11-11");
        assertThat(then.path("total").asInt()).isEqualTo(1);
        JsonNode item = then.path("items").get(0);
        assertThat(item.path("status").asString()).isEqualTo("PAUSED");
        assertThat(item.path("percent").decimalValue()).isEqualTo("20.00");
        assertThat(item.path("reportCount").asInt()).isEqualTo(1);
        assertThat(item.path("agency").path("registerName").asString()).isNotBlank();
        assertThat(item.path("flags").toString()).doesNotContain("pct-jump-r2");
        office.record(new ProjectResumed(project, LocalDate.of(2020, 12, 1), LocalDate.of(2020, 11, 10), null, null));
        JsonNode later = desk.get(
                AUDITOR,
                "/projects?asOf=2020-11-11&q={code}&status=PAUSED&atLeast={n}",
                code,
                office.record(new ActivityHeld(project, LocalDate.of(2020, 12, 12), "ประชุม")));
        assertThat(later.path("totals").path("byStatus").path("PAUSED").asInt()).isEqualTo(1);
        assertThat(later.path("totalsNow").path("byStatus").path("PAUSED").asInt())
                .isZero();
        assertThat(desk.get(AUDITOR, "/projects?q={code}", code).has("totalsNow"))
                .isFalse();
    }

    @Test
    void the_register_as_known_at_an_instant_does_not_know_what_was_recorded_late() {
        JsonNode then = desk.get(
                AUDITOR,
                "/projects?asOf=2020-11-11&recordedAt={r}&q={code}&atLeast={n}",
                beforeThePause,
                code,
                recorded);

        assertThat(then.path("items").get(0).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(then.path("asOf").path("recordedAt").asString()).isEqualTo(beforeThePause.toString());
        assertThat(desk.get(AUDITOR, "/projects?asOf=2020-09-30&q={code}", code)
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void an_officer_sees_the_own_agency_of_the_past_and_sums_of_the_others() {
        Asker stranger = Desk.someone(Role.OFFICER, "0100");
        desk.get(AUDITOR, "/projects?atLeast={n}", recorded);
        for (String point : List.of("", "&recordedAt=" + LocalDate.now().plusDays(1))) {
            JsonNode then = desk.get(stranger, "/projects?asOf=2020-11-11&agency=50120000&q={code}" + point, code);

            assertThat(then.path("items")).isEmpty();
            assertThat(then.path("total").asInt()).isZero();
            // words would single out one project of another agency
            assertThat(then.path("totals").path("byStatus").path("PAUSED").asInt())
                    .isEqualTo(desk.get(AUDITOR, "/projects?asOf=2020-11-11&agency=50120000" + point)
                            .path("totals")
                            .path("byStatus")
                            .path("PAUSED")
                            .asInt());
        }
        assertThat(desk.get(Desk.someone(Role.OFFICER, "5012"), "/projects?asOf=2020-11-11&q={code}", code)
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"asOf=30/06/2564, asOf", "asOf=2564-06-30, asOf", "recordedAt=gestern, recordedAt"})
    void a_register_of_no_point_of_time_is_refused(String parameters, String wrong) {
        Desk.Answer answer = desk.ask(AUDITOR, "/projects?" + parameters);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("data").path("parameter").asString()).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "/as-of?happenedOn=30/06/2564, happenedOn",
        "/as-of?recordedAt=gestern, recordedAt",
        "/diff?from=2020-12-01&to=2020-11-01, to",
        "/diff?from=2020-12-01&axis=sideways, axis",
        "/history?at=99, at",
        "/history?at=-1, at"
    })
    void a_point_that_is_none_is_refused(String path, String parameter) {
        Desk.Answer answer = desk.ask(AUDITOR, "/projects/{code}" + path, code);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("data").path("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void an_officer_of_another_agency_learns_nothing_of_the_past() {
        Asker stranger = Desk.someone(Role.OFFICER, "0100");
        for (String path : List.of("/as-of", "/diff?from=2020-12-01", "/history")) {
            assertThat(desk.ask(stranger, "/projects/{code}" + path, code).code())
                    .as(path)
                    .isEqualTo("NOT_YOUR_AGENCY");
        }
    }
}
