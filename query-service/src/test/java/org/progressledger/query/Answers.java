package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Desk.someone;
import static org.progressledger.query.Office.registered;
import static org.progressledger.query.Office.reported;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.PauseCause;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.Score;
import org.progressledger.projectledger.Person;
import tools.jackson.databind.JsonNode;

/** What is asked of the service, and what it answers; on whichever server. Each test has projects of its own. */
abstract class Answers extends RegisterAnswers {
    @Test
    void a_project_stands_as_its_latest_report_says() {
        String code = "50110000-0001";
        long position = office.recordFromPaper(null, Office.projectWithReports(code, "ขุดลอกคลอง", "20", "86.4"));

        JsonNode project = desk.get(AUDITOR, "/projects/{code}?atLeast={n}", code, position);

        assertThat(project.path("name").asString()).isEqualTo("ขุดลอกคลอง");
        assertThat(project.path("fiscalYear").asInt()).isEqualTo(2564);
        assertThat(project.path("agency").path("code").asString()).isEqualTo("50110000");
        assertThat(project.path("period").path("startsOn").asString()).isEqualTo("2020-10-01");
        assertThat(project.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(project.path("latestReport").path("reportNo").asInt()).isEqualTo(2);
        assertThat(project.path("latestReport").path("reportedOn").asString()).isEqualTo("2020-11-28");
        assertThat(project.path("version").asInt()).isEqualTo(3);
        assertThat(project.path("ledgerPosition").asLong()).isEqualTo(position);
        assertThat(project.path("source").path("lines").toString()).isEqualTo("[[3,4],[9,9]]");
    }

    @Test
    void decimals_are_numbers_with_two_digits() {
        String code = "50110000-0002";
        long position = office.record(Office.projectWithReports(code, "ก", "20", "86.4"));

        String text = desk.ask(AUDITOR, "/projects/{code}?atLeast={n}", code, position)
                .text();

        assertThat(text).contains("\"percent\":86.40", "\"allocated\":250000.00", "\"spent\":1234.50");
        assertThat(desk.ask(AUDITOR, "/projects/{code}/percent-changes", code).text())
                .contains("\"from\":20.00,\"to\":86.40,\"change\":66.40");
    }

    @Test
    void what_nobody_stated_is_null() {
        String code = "50110000-0003";
        long position = office.record(registered(code, "ข"));

        JsonNode project = desk.get(AUDITOR, "/projects/{code}?atLeast={n}", code, position);

        assertThat(project.path("latestReport").isNull()).isTrue();
        assertThat(project.path("percent").decimalValue()).isEqualTo("0.00");
    }

    @Test
    void every_fact_of_a_story_is_told() {
        String code = "50110000-0004";
        ProjectCode project = ProjectCode.of(code);
        long position = office.record(
                registered(code, "สร้างทาง"),
                new ActivityHeld(project, LocalDate.of(2021, 1, 28), "ประชุม"),
                new LetterCited(project, new Letter("กท 1/2564", LocalDate.of(2021, 2, 23), "ขออนุมัติ")),
                new ProjectPaused(project, LocalDate.of(2021, 5, 1), PauseCause.COVID_19, "โควิด", null),
                new AppealFiled(project, 1, LocalDate.of(2021, 6, 1), "เพราะ", "ขอปรับเกณฑ์", null),
                new AppealDecided(
                        project,
                        1,
                        LocalDate.of(2021, 7, 1),
                        AppealOutcome.GRANTED,
                        new CriteriaChange("เดิม", "ใหม่", null),
                        null),
                new AppealCited(
                        project, 2, AppealStage.AWAITING_RESULT, true, LocalDate.of(2021, 8, 1), "รอผลอุทธรณ์"));

        JsonNode told = desk.get(AUDITOR, "/projects/{code}?atLeast={n}", code, position);

        assertThat(told.path("status").asString()).isEqualTo("PAUSED");
        assertThat(texts(told.path("activities"), "heldOn")).containsExactly("2021-01-28");
        assertThat(texts(told.path("letters"), "number")).containsExactly("กท 1/2564");
        assertThat(told.path("pauses").path(0).path("until").isNull()).isTrue();
        assertThat(texts(told.path("appeals"), "status")).containsExactly("DECIDED", "CITED");
        assertThat(told.path("appeals").path(0).path("criteriaAfter").asString())
                .isEqualTo("ใหม่");
        assertThat(told.path("appeals").path(1).path("recorded").asBoolean()).isFalse();
        assertThat(told.path("appeals").path(1).path("event").path("position").asLong())
                .isEqualTo(position);
    }

    @Test
    void reports_come_in_the_order_of_their_numbers_with_what_corrected_them() {
        String code = "50110000-0005";
        office.record(Office.projectWithReports(code, "ค", "10", "20", "30", "40"));
        PersonalData approver = vault.seal(new Person("ผู้อนุมัติ ตัวอย่าง", null, null));
        long position = office.recordFromPaper(
                "พิมพ์ผิด",
                new ProgressCorrected(
                        ProjectCode.of(code), 4, Office.content("40"), Office.content("35"), approver, "กท 2/2564"));

        JsonNode reports = desk.get(AUDITOR, "/projects/{code}/reports?atLeast={n}", code, position);

        assertThat(texts(reports, "reportNo")).containsExactly("1", "2", "3", "4");
        assertThat(texts(reports, "state")).containsExactly("REPORTED", "REPORTED", "REPORTED", "CORRECTED");
        JsonNode last = reports.path(3);
        assertThat(last.path("percent").decimalValue()).isEqualTo("35.00");
        assertThat(last.path("change").decimalValue()).isEqualTo("5.00");
        JsonNode correction = last.path("corrections").path(0);
        assertThat(correction.path("before").path("percent").decimalValue()).isEqualTo("40.00");
        assertThat(correction.path("reason").asString()).isEqualTo("พิมพ์ผิด");
        assertThat(correction.path("approver").toString()).isEqualTo("{\"masked\":true}");
        assertThat(desk.get(SUPERVISOR, "/projects/{code}/reports", code).toString())
                .contains("\"approver\":{\"name\":\"ผู้อนุมัติ ตัวอย่าง\"}");
    }

    @Test
    void percent_changes_add_up_to_the_current_percentage() {
        String code = "50110000-0006";
        office.record(Office.projectWithReports(code, "ง", "10", "10", "55.5"));
        long position = office.recordFromPaper(
                "นับซ้ำ",
                new ProgressCorrected(
                        ProjectCode.of(code), 3, Office.content("55.5"), Office.content("50"), null, null));

        JsonNode changes = desk.get(AUDITOR, "/projects/{code}/percent-changes?atLeast={n}", code, position);

        assertThat(texts(changes, "change")).containsExactly("10.00", "0.00", "45.50", "-5.50");
        assertThat(texts(changes, "cause")).containsExactly("REPORT", "REPORT", "REPORT", "CORRECTION");
        assertThat(changes.path(0).path("reportFrom").isNull()).isTrue();
        assertThat(changes.path(0).path("from").decimalValue()).isEqualTo("0.00");
        JsonNode correction = changes.path(3);
        assertThat(correction.path("reportFrom").decimalValue()).isEqualTo("55.50");
        assertThat(correction.path("to").decimalValue()).isEqualTo("50.00");
        assertThat(correction.path("actor").path("id").asString()).isEqualTo("somsri");
        assertThat(correction.path("reason").asString()).isEqualTo("นับซ้ำ");
        assertThat(correction.path("source").path("sha256").asString()).hasSize(64);
        assertThat(correction.path("happenedOn").asString()).isEqualTo("2020-12-28");
        assertThat(correction.path("event").path("position").asLong()).isEqualTo(position);
    }

    @Test
    void a_timeline_tells_every_event_in_order_and_can_be_narrowed() {
        String code = "50110000-0007";
        office.record(Office.projectWithReports(code, "จ", "10", "20"));
        long position = office.record(new ActivityHeld(ProjectCode.of(code), LocalDate.of(2020, 10, 5), "ประชุม"));

        JsonNode all = desk.get(AUDITOR, "/projects/{code}/timeline?atLeast={n}", code, position);

        assertThat(texts(all, "type"))
                .containsExactly("project-registered", "progress-reported", "progress-reported", "activity-held");
        assertThat(texts(all, "sequence")).containsExactly("0", "1", "2", "3");
        assertThat(all.path(2).path("percent").toString()).isEqualTo("{\"before\":10.00,\"after\":20.00}");
        assertThat(all.path(3).path("percent").toString()).isEqualTo("{\"before\":20.00,\"after\":20.00}");
        assertThat(all.path(3).path("summary").path("th").asString()).contains("5 ต.ค. 2563");
        assertThat(all.path(1).path("hash").asString()).matches("[0-9a-f]{64}");
        assertThat(texts(desk.get(AUDITOR, "/projects/{code}/timeline?type=activity-held", code), "position"))
                .containsExactly(Long.toString(position));
        assertThat(texts(
                        desk.get(AUDITOR, "/projects/{code}/timeline?from=2020-10-05&to=2020-10-28", code),
                        "happenedOn"))
                .containsExactly("2020-10-28", "2020-10-05");
    }

    @Test
    void persons_are_in_clear_for_the_own_agency_masked_for_auditors_and_gone_without_their_key() {
        String code = "50120000-0001";
        PersonalData officer = vault.seal(new Person("นางตัวอย่าง เขียนดี", "1234", null));
        long position = office.record(registered(code, "ฉ", officer));
        String path = "/projects/{code}?atLeast={n}";

        assertThat(desk.get(AUDITOR, path, code, position)
                        .path("responsibleOfficer")
                        .toString())
                .isEqualTo("{\"masked\":true}");
        assertThat(desk.get(someone(Role.OFFICER, "5012"), path, code, position)
                        .path("responsibleOfficer")
                        .toString())
                .isEqualTo("{\"name\":\"นางตัวอย่าง เขียนดี\",\"phone\":\"1234\"}");
        assertThat(desk.ask(AUDITOR, "/events?from={n}", position).text())
                .contains(officer.sealed())
                .doesNotContain("เขียนดี");
        assertThat(Kept.in(database, "projects")
                        .find(Filters.eq("_id", code))
                        .first()
                        .toJson())
                .doesNotContain("เขียนดี");

        database.getCollection("person_keys").deleteOne(Filters.eq("_id", officer.person()));

        assertThat(desk.get(SUPERVISOR, path, code, position)
                        .path("responsibleOfficer")
                        .toString())
                .isEqualTo("{\"erased\":true}");
    }

    @Test
    void an_officer_sees_projects_of_the_own_agency_and_learns_nothing_of_others() {
        office.record(registered("50130000-0001", "ของเรา"));
        long position = office.record(registered("50140000-0001", "ของเขา"));
        Asker officer = someone(Role.OFFICER, "501300");

        JsonNode page = desk.get(officer, "/projects?q=ของเ&atLeast={n}", position);

        assertThat(texts(page.path("items"), "projectCode")).containsExactly("50130000-0001");
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(texts(page.path("totals").path("byAgency"), "code"))
                .as("sums of all agencies, whatever the words: words would single out another agency's project")
                .contains("50130000", "50140000");
        assertThat(desk.get(officer, "/projects?q={q}", "ของเขา").path("totals"))
                .isEqualTo(desk.get(officer, "/projects").path("totals"));
        for (String below : List.of("", "/reports", "/timeline", "/percent-changes")) {
            Desk.Answer there = desk.ask(officer, "/projects/50140000-0001" + below);
            Desk.Answer nowhere = desk.ask(officer, "/projects/50140000-9999" + below);
            assertThat(there.status()).isEqualTo(403);
            assertThat(there.code()).isEqualTo(nowhere.code()).isEqualTo("NOT_YOUR_AGENCY");
            assertThat(nowhere.status()).isEqualTo(403);
        }
        assertThat(desk.ask(officer, "/projects/50130000-9999").status()).isEqualTo(404);
        assertThat(desk.ask(AUDITOR, "/projects/50140000-9999").code()).isEqualTo("PROJECT_NOT_FOUND");
    }

    @Test
    void an_answer_names_its_position_and_waits_for_the_one_asked_for() {
        String code = "50110000-0008";
        long position = office.record(registered(code, "ช"));

        Desk.Answer answer = desk.ask(AUDITOR, "/projects/{code}?atLeast={n}", code, position);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Long.parseLong(answer.header("Ledger-Position"))).isGreaterThanOrEqualTo(position);
        Desk.Answer tooFar = desk.ask(AUDITOR, "/projects/{code}?atLeast={n}", code, position + 1_000_000);
        assertThat(tooFar.status()).isEqualTo(503);
        assertThat(tooFar.code()).isEqualTo("NOT_CAUGHT_UP");
        assertThat(Integer.parseInt(tooFar.header("Retry-After"))).isPositive();
    }

    @Test
    void each_report_is_seen_as_soon_as_its_position_is_asked_for() {
        String code = "50110000-0009";
        office.record(registered(code, "ซ"));
        for (int no = 1; no <= 8; no++) {
            long position = office.record(reported(code, no, Integer.toString(no * 10)));
            assertThat(desk.get(AUDITOR, "/projects/{code}?atLeast={n}", code, position)
                            .path("percent")
                            .asInt())
                    .isEqualTo(no * 10);
            assertThat(desk.get(AUDITOR, "/projects/{code}/reports?atLeast={n}", code, position)
                            .size())
                    .isEqualTo(no);
        }
        List<String> named = Kept.in(database, "projects")
                .find(Filters.eq("_id", code))
                .first()
                .get("parts", Document.class)
                .getList("reports", String.class);
        assertThat(named).as("several parts of a thousand characters").hasSizeGreaterThan(2);
        assertThat(Kept.in(database, "project_parts").countDocuments(Filters.regex("_id", "^" + code + "/reports/")))
                .as("parts that nobody names are swept away")
                .isEqualTo(named.size());
    }

    @Test
    void raw_events_come_as_stored_a_page_at_a_time() {
        String code = "50110000-0010";
        long last = office.recordFromPaper("เพราะ", Office.projectWithReports(code, "ฌ", "10", "20"));

        JsonNode events = desk.get(AUDITOR, "/events?from={n}&limit=2", last - 2);

        assertThat(texts(events, "position")).containsExactly(Long.toString(last - 2), Long.toString(last - 1));
        JsonNode report = events.path(1);
        assertThat(report.path("type").asString()).isEqualTo("progress-reported");
        assertThat(report.path("revision").asString()).isEqualTo("1");
        assertThat(report.path("stream").asString()).isEqualTo(code);
        assertThat(report.path("sequence").asLong()).isEqualTo(1);
        assertThat(report.path("payload").path("content").path("percent").decimalValue())
                .isEqualTo("10.00");
        assertThat(report.path("metadata").path("reason").asString()).isEqualTo("เพราะ");
        assertThat(report.path("hash").asString()).matches("[0-9a-f]{64}");
        assertThat(desk.get(AUDITOR, "/events?from={n}", last + 1000).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/projects?page=-1",
                "/projects?page=x",
                "/projects?size=0",
                "/projects?size=201",
                "/projects?sort=nothing",
                "/projects?sort=name,sideways",
                "/projects?status=NOPE",
                "/projects?fiscalYear=2021",
                "/projects?agency=x",
                "/projects?q=%00",
                "/projects?atLeast=-1",
                "/projects?atLeast=x",
                "/projects/abc",
                "/projects/x/timeline",
                "/projects/50110000-0001/timeline?from=yesterday",
                "/projects/50110000-0001/timeline?to=2021-02-30",
                "/projects/50110000-0001/timeline?type=nothing",
                "/events?from=-1",
                "/events?limit=0",
                "/events?limit=1000000"
            })
    void a_wrong_parameter_is_named_in_both_languages(String path) {
        Desk.Answer answer =
                desk.send(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                                java.net.URI.create("/api/v1" + path))
                        .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                                .authentication(org.progressledger.access.SignedIn.as(AUDITOR))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_PARAMETER");
        assertThat(answer.response().getContentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("details").path("th").asString()).isNotBlank();
        assertThat(answer.json().path("details").path("en").asString()).isNotBlank();
    }

    @Test
    void a_score_has_a_trace_of_its_own_and_moves_no_percentage() {
        String code = "50110000-7001";
        ProjectCode project = ProjectCode.of(code);
        Quarter quarter = Quarter.of("2564-Q1");
        LocalDate on = LocalDate.of(2021, 1, 15);
        office.record(Office.projectWithReports(code, "สอบคะแนน", "25"));
        office.record(new QuarterEvaluated(project, quarter, null, null, Score.of("80"), List.of(), null, on));
        long position = office.record(
                new QuarterEvaluated(project, quarter, null, null, Score.of("100"), List.of(), "ตรวจซ้ำ", on));

        JsonNode changes = desk.get(AUDITOR, "/projects/{code}/score-changes?atLeast={n}", code, position);

        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).path("from").isNull()).isTrue();
        assertThat(changes.get(0).path("stands").asBoolean()).isFalse();
        assertThat(changes.get(1).path("from").decimalValue()).isEqualByComparingTo("80");
        assertThat(changes.get(1).path("change").decimalValue()).isEqualByComparingTo("20");
        assertThat(changes.get(1).path("event").path("position").asLong()).isEqualTo(position);
        assertThat(changes.get(1).path("event").path("hash").asString()).hasSize(64);
        assertThat(desk.get(AUDITOR, "/projects/{code}/percent-changes", code)).hasSize(1);
        assertThat(desk.get(AUDITOR, "/projects/{code}", code).path("percent").decimalValue())
                .isEqualTo("25.00");
    }

    @Test
    void what_does_not_exist_yet_says_so() {
        Desk.Answer answer = desk.ask(AUDITOR, "/projects/50110000-0001/form.pdf");

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.code()).isEqualTo("NOT_YET_SUPPORTED");
    }
}
