package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.COORDINATOR;
import static org.progressledger.command.Office.OFFICER;
import static org.progressledger.command.Office.OTHER_OFFICER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.Percent;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.RecordedEvent;
import org.progressledger.ledger.Commit;
import org.progressledger.ledger.CommitLog;
import org.progressledger.projectledger.PersonVault;

/** A project's year, typed: every command becomes one commit that says who, as what, for whom and why. */
class ProjectStoryIT {

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_year_of_commands_stands_in_the_ledger_as_it_was_asked(Office office) {
        String code = Office.newCode();
        String at = "/api/v1/projects/" + code;
        long before = office.lastPosition();
        Map<String, Object> form = Office.registration(code);
        form.put("responsibleOfficer", Map.of("name", "เจ้าหน้าที่ ข", "phone", "1519"));

        List<Answer> answers = List.of(
                office.post(OFFICER, "/api/v1/projects", form),
                office.post(OFFICER, at + "/reports", Office.report(1, "2020-10-28", 10)),
                office.post(OFFICER, at + "/reports", Office.report(2, "2020-11-27", 30)),
                office.post(
                        OFFICER,
                        at + "/reports/2/correction",
                        Map.of(
                                "percent",
                                15.5,
                                "reason",
                                "พิมพ์ผิด",
                                "approver",
                                "หัวหน้าฝ่าย ค",
                                "letter",
                                "กท 1/2564")),
                office.post(
                        OFFICER, at + "/activities", Map.of("heldOn", "2021-01-28", "description", "ประชุมเครือข่าย")),
                office.post(OFFICER, at + "/letters", Map.of("number", "กท 0502/0333", "datedOn", "2021-02-23")),
                office.post(
                        OFFICER,
                        at + "/pause",
                        Map.of("effectiveOn", "2021-04-27", "cause", "COVID_19", "words", "ชะลอโครงการ")),
                office.post(
                        OFFICER,
                        at + "/appeals",
                        Map.of("round", 1, "filedOn", "2021-05-01", "grounds", "โควิด", "asked", "ปรับเกณฑ์")),
                office.post(
                        COORDINATOR,
                        at + "/appeals/1/decision",
                        Map.of(
                                "decidedOn", "2021-06-01",
                                "outcome", "PARTLY_GRANTED",
                                "criteriaBefore", "ระดับ 5",
                                "criteriaAfter", "ระดับ 3")));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            assertThat(answer.position()).as("one event each, dense").isEqualTo(before + 1 + i);
            assertThat(answer.body().get("ledgerPosition").asLong()).isEqualTo(answer.position());
            assertThat(answer.body().get("version").asLong()).isEqualTo(i + 1);
            assertThat(answer.header("location")).isEqualTo(at);
        }
        assertThat(office.lastPosition()).isEqualTo(before + 9);

        List<RecordedEvent> recorded = office.archive().recordedOf(ProjectCode.of(code));
        assertThat(recorded)
                .extracting(each -> each.event().getClass().getSimpleName())
                .containsExactly(
                        "ProjectRegistered",
                        "ProgressReported",
                        "ProgressReported",
                        "ProgressCorrected",
                        "ActivityHeld",
                        "LetterCited",
                        "ProjectPaused",
                        "AppealFiled",
                        "AppealDecided");
        saysWhoAndWhy(recorded, answers);
        saysWhatWasAsked(office, recorded);

        Project project =
                office.archive().history(ProjectCode.of(code)).on(LocalDate.MAX).orElseThrow();
        assertThat(project.percent()).isEqualTo(Percent.of("15.5"));
        assertThat(project.status()).isEqualTo(ProjectStatus.PAUSED);
        assertThat(project.appeals().get(1).isOpen()).isFalse();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_would_become_of_a_report_is_told_and_nothing_is_recorded(Office office) {
        String at = "/api/v1/projects/" + office.newProject();
        office.post(OFFICER, at + "/reports", Office.report(1, "2020-10-28", 10));
        long before = office.lastPosition();

        Answer would = office.post(OFFICER, at + "/reports/check", Office.report(2, "2020-11-27", 30));
        Answer wouldNot = office.post(OFFICER, at + "/reports/check", Office.report(2, "2020-11-27", 9));

        assertThat(would.status()).isEqualTo(200);
        assertThat(would.body().get("reportNo").asInt()).isEqualTo(2);
        assertThat(would.body().get("revision").asInt()).isEqualTo(1);
        assertThat(wouldNot.body().get("code").asString()).isEqualTo("PROGRESS_WENT_BACKWARDS");
        assertThat(office.post(OFFICER, at + "/reports/check", Map.of("percent", 101))
                        .body()
                        .get("errors"))
                .hasSize(3);
        String correction = at + "/reports/1/correction/check";
        Map<String, Object> asIs = Map.of("percent", 10, "reason", "พิมพ์ผิด", "approver", "สมหญิง ใจดี");
        Map<String, Object> otherwise = Map.of("percent", 12, "reason", "พิมพ์ผิด", "approver", "สมหญิง ใจดี");
        assertThat(office.post(OFFICER, correction, otherwise)
                        .body()
                        .get("reportNo")
                        .asInt())
                .isEqualTo(1);
        assertThat(office.post(OFFICER, correction, asIs).body().get("code").asString())
                .isEqualTo("CORRECTION_CHANGES_NOTHING");
        assertThat(office.post(OFFICER, at + "/amendments", Map.of("reason", "ไม่ได้เปลี่ยน"))
                        .body()
                        .toString())
                .contains("AMENDMENT_CHANGES_NOTHING", "ไม่มีรายละเอียดใดเปลี่ยนไปจากเดิม");
        assertThat(office.lastPosition()).isEqualTo(before);
    }

    private static void saysWhoAndWhy(List<RecordedEvent> recorded, List<Answer> answers) {
        for (int i = 0; i < recorded.size(); i++) {
            var provenance = recorded.get(i).provenance();
            boolean decision = i == 8;
            assertThat(provenance.actor()).isEqualTo(decision ? COORDINATOR : OFFICER);
            assertThat(provenance.role()).isEqualTo(decision ? "COORDINATOR" : "OFFICER");
            assertThat(provenance.agency()).isEqualTo(decision ? null : "สำนักงานเขตบางนา");
            assertThat(provenance.commandId())
                    .isEqualTo(answers.get(i).body().get("commandId").asString());
            assertThat(provenance.requestDigest()).isNotNull();
            assertThat(provenance.source()).isNull();
            assertThat(provenance.reportNo()).isNull();
            assertThat(provenance.reason()).isEqualTo(i == 3 ? "พิมพ์ผิด" : null);
        }
        assertThat(recorded.stream().map(each -> each.provenance().requestDigest()))
                .doesNotHaveDuplicates();
    }

    private static void saysWhatWasAsked(Office office, List<RecordedEvent> recorded) {
        PersonVault vault = office.part(PersonVault.class);
        ProjectRegistered registered = (ProjectRegistered) recorded.get(0).event();
        assertThat(registered.budget().allocated()).hasToString("122800.00");
        assertThat(vault.open(registered.responsibleOfficer()).orElseThrow().phone())
                .isEqualTo("1519");
        ProgressReported second = (ProgressReported) recorded.get(2).event();
        assertThat(second.reportNo()).isEqualTo(2);
        assertThat(second.reportedOn()).isEqualTo("2020-11-27");
        assertThat(second.printed()).isNull();
        ProgressCorrected corrected = (ProgressCorrected) recorded.get(3).event();
        assertThat(corrected.before()).isEqualTo(second.content());
        assertThat(corrected.after().percent()).isEqualTo(Percent.of("15.50"));
        assertThat(corrected.after().narrative()).isEqualTo(second.content().narrative());
        assertThat(corrected.letter()).isEqualTo("กท 1/2564");
        assertThat(vault.open(corrected.approver()).orElseThrow().name()).isEqualTo("หัวหน้าฝ่าย ค");
        AppealFiled filed = (AppealFiled) recorded.get(7).event();
        assertThat(filed.grounds()).isEqualTo("โควิด");
        AppealDecided decided = (AppealDecided) recorded.get(8).event();
        assertThat(decided.outcome()).isEqualTo(AppealOutcome.PARTLY_GRANTED);
        assertThat(decided.criteria().after()).isEqualTo("ระดับ 3");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_report_without_a_number_takes_the_next_one(Office office) {
        String at = "/api/v1/projects/" + office.newProject() + "/reports";
        Map<String, Object> unnumbered =
                Map.of("reportedOn", "2020-10-28", "percent", 10, "narrative", "อยู่ระหว่างดำเนินการ");

        assertThat(office.post(OFFICER, at, unnumbered).status()).isEqualTo(201);
        assertThat(office.post(OFFICER, at, unnumbered).status()).isEqualTo(201);
        assertThat(office.post(OFFICER, at, Office.report(3, "2020-10-28", 10)).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_refusal_says_why_in_both_languages_and_records_nothing(Office office) {
        String code = office.newProject();
        String at = "/api/v1/projects/" + code;
        office.post(OFFICER, at + "/reports", Office.report(1, "2020-10-28", 50));
        office.post(OFFICER, at + "/pause", Map.of("effectiveOn", "2021-04-27", "cause", "OTHER", "words", "ชะลอ"));
        Map<String, Object> filing =
                Map.of("round", 2, "filedOn", "2021-05-01", "grounds", "โควิด", "asked", "ปรับเกณฑ์");
        office.post(COORDINATOR, at + "/appeals", filing);
        String future = LocalDate.now(RecordedEvent.OFFICE).plusDays(1).toString();
        String elsewhere = "/api/v1/projects/50470000-9999";
        long before = office.lastPosition();

        Refused refused = new Refused(office);
        refused.when("/api/v1/projects", Office.registration(code), 409, "PROJECT_ALREADY_REGISTERED");
        refused.when(elsewhere + "/reports", Office.report(1, "2020-10-28", 10), 404, "PROJECT_NOT_FOUND");
        refused.when(at + "/reports", Office.report(3, "2020-11-28", 60), 409, "REPORT_NUMBER_DOES_NOT_FOLLOW");
        refused.when(at + "/reports", Office.report(2, "2020-10-27", 60), 409, "REPORT_DATE_BEFORE_PREVIOUS");
        refused.when(at + "/reports", Office.report(2, future, 60), 422, "DATE_IN_THE_FUTURE");
        refused.when(at + "/reports", Office.report(2, "2020-11-28", 49.99), 409, "PROGRESS_WENT_BACKWARDS");
        refused.when(at + "/reports/7/correction", Map.of("percent", 1, "reason", "x"), 404, "REPORT_NOT_FOUND");
        refused.when(
                at + "/reports/1/correction", Map.of("percent", 50, "reason", "x"), 409, "CORRECTION_CHANGES_NOTHING");
        refused.when(at + "/activities", Map.of("heldOn", future, "description", "x"), 422, "DATE_IN_THE_FUTURE");
        refused.when(at + "/letters", Map.of("number", "1/2564", "datedOn", future), 422, "DATE_IN_THE_FUTURE");
        refused.when(
                at + "/pause",
                Map.of("effectiveOn", "2021-05-01", "cause", "OTHER", "words", "x"),
                409,
                "ALREADY_PAUSED");
        refused.when(at + "/appeals", filing, 409, "APPEAL_STILL_OPEN");
        refused.by = COORDINATOR;
        Map<String, Object> granted = Map.of("decidedOn", "2021-06-01", "outcome", "GRANTED");
        refused.when(at + "/appeals/3/decision", granted, 404, "APPEAL_NOT_FILED");
        refused.when(at + "/appeals/2/decision", granted, 403, "OWN_FILING");
        refused.by = OTHER_OFFICER;
        refused.when(at + "/reports", Office.report(2, "2020-11-28", 60), 403, "NOT_YOUR_AGENCY");

        assertThat(office.lastPosition()).isEqualTo(before);
        assertThat(office.archive().recordedOf(ProjectCode.of(code))).hasSize(4);
    }

    private static final class Refused {
        final Office office;
        String by = OFFICER;

        Refused(Office office) {
            this.office = office;
        }

        void when(String path, Object body, int status, String code) {
            Answer thai = office.post(by, path, body, "Accept-Language", "th");
            Answer english = office.post(by, path, body, "Accept-Language", "en");
            for (Answer answer : List.of(thai, english)) {
                assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(status);
                assertThat(answer.code()).isEqualTo(code);
                assertThat(answer.header("content-type")).startsWith("application/problem+json");
                assertThat(answer.headers()).doesNotContainKey("ledger-position");
            }
            assertThat(thai.body().get("detail").asString())
                    .as("Thai, its places filled")
                    .containsPattern("\\p{InThai}")
                    .doesNotContain("{");
            assertThat(english.body().get("detail").asString())
                    .as("English, its places filled")
                    .containsPattern("[a-z]{3}")
                    .doesNotContain("{")
                    .doesNotContainPattern("\\p{InThai}");
        }
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_is_no_sensible_request_gets_a_problem_document_and_records_nothing(Office office) {
        String at = "/api/v1/projects/" + office.newProject();
        long before = office.lastPosition();
        Map<String, Object> empty = Office.registration(Office.newCode());
        empty.put("strategy", Map.of());
        empty.put("objectives", List.of(Map.of()));

        assertThat(office.post(OFFICER, "/api/v1/projects", empty).code()).isEqualTo("INVALID_FIELDS");
        for (String body : List.of(
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":\"ten\",\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2563-10-28\",\"percent\":10,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-02-30\",\"percent\":10,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":100.01,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":-1,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":10.001,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":1e999999999,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":-1e999999999,\"narrative\":\"x\"}",
                "{\"reportNo\":1e999999999,\"reportedOn\":\"2020-10-28\",\"percent\":1,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":1e-999999999,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":1e-99999999,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":10,\"disbursed\":1e999999999,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":10,\"disbursed\":-1e999999999,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":10,\"disbursed\":1e-99999999,\"narrative\":\"x\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":10,\"narrative\":\"x\",\"colour\":1}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":10,\"narrative\":\"\\ud83d\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":10,\"narrative\":\"\\u0000\"}",
                "{\"reportedOn\":\"2020-10-28\",\"percent\":10,\"narrative\":\"   \"}")) {
            long started = System.nanoTime();
            Answer answer = office.post(OFFICER, at + "/reports", body);
            assertThat(answer.status()).as(body + " -> " + answer.body()).isEqualTo(400);
            assertThat(answer.code()).isNotEmpty();
            assertThat(System.nanoTime() - started).as(body).isLessThan(5_000_000_000L);
        }
        assertThat(office.post(OFFICER, "/api/v1/projects/x/reports", Office.report(1, "2020-10-28", 1))
                        .code())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(office.post(OFFICER, at + "/reports/99999999999/correction", Map.of("percent", 1, "reason", "x"))
                        .code())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(office.lastPosition()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void zero_may_be_written_in_any_way(Office office) {
        String at = "/api/v1/projects/" + office.newProject() + "/reports";
        String body = "{\"reportedOn\":\"2020-10-28\",\"percent\":%s,\"disbursed\":%s,\"narrative\":\"x\"}";

        assertThat(office.post(OFFICER, at, body.formatted("0", "0.00")).status())
                .isEqualTo(201);
        assertThat(office.post(OFFICER, at, body.formatted("0e5", "0e5")).status())
                .isEqualTo(201);
        assertThat(office.post(OFFICER, at, body.formatted("1e1", "1E3")).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_is_not_there_yet_says_so_and_records_nothing(Office office) {
        String at = "/api/v1/projects/" + office.newProject();
        long before = office.lastPosition();

        for (String path : List.of("/evidence", "/certification")) {
            assertThat(office.post(OFFICER, at + path, Map.of()).code()).isEqualTo("NOT_YET_SUPPORTED");
        }
        assertThat(office.lastPosition()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_command_larger_than_a_commit_may_be_is_refused_whole(Office office) {
        Map<String, Object> form = new HashMap<>(Office.registration(Office.newCode()));
        form.put("objectives", java.util.Collections.nCopies(12, Map.of("text", "ก".repeat(15_000))));
        long before = office.lastPosition();

        Answer answer = office.post(OFFICER, "/api/v1/projects", form);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("COMMAND_TOO_LARGE");
        assertThat(office.lastPosition()).isEqualTo(before);
        assertThat(office.post(OFFICER, "/api/v1/projects", Office.registration((String) form.get("projectCode")))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void the_answer_names_what_the_ledger_holds(Office office) {
        Answer answer = office.post(OFFICER, "/api/v1/projects", Office.registration(Office.newCode()));

        var event = office.part(CommitLog.class).read(answer.position(), 1).getFirst();
        var told = answer.body().get("events").get(0);
        assertThat(told.get("type").asString()).isEqualTo(event.type()).isEqualTo("project-registered");
        assertThat(told.get("eventId").asString()).isEqualTo(event.eventId());
        assertThat(told.get("hash").asString()).isEqualTo(event.leafHash());
        Commit commit = office.archive().commitOf(OFFICER, event.commandId()).orElseThrow();
        assertThat(commit.requestDigest())
                .isEqualTo(event.metadata().get("requestDigest"))
                .isNotNull();
    }
}
