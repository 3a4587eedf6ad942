package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.COLLEAGUE;
import static org.progressledger.command.Office.COORDINATOR;
import static org.progressledger.command.Office.OFFICER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;

/** The same command again, and several at once. */
class RepeatsAndRacesIT {

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void the_same_key_with_the_same_request_is_answered_as_the_first_time(Office office) {
        String at = "/api/v1/projects/" + office.newProject() + "/reports";
        String key = Office.newKey();
        Answer first = office.post(OFFICER, at, Office.report(1, "2020-10-28", 10), "Idempotency-Key", key);
        office.post(OFFICER, at, Office.report(2, "2020-11-28", 20));
        long before = office.lastPosition();

        Answer again = office.post(OFFICER, at, Office.report(1, "2020-10-28", 10), "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().get("commandId").asString()).isEqualTo(key);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(office.lastPosition()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void the_same_key_with_another_request_is_refused(Office office) {
        String project = office.newProject();
        String other = office.newProject();
        String at = "/api/v1/projects/" + project + "/reports";
        String key = Office.newKey();
        office.post(OFFICER, at, Office.report(1, "2020-10-28", 10), "Idempotency-Key", key);
        long before = office.lastPosition();

        for (Answer answer : List.of(
                office.post(OFFICER, at, Office.report(1, "2020-10-28", 11), "Idempotency-Key", key),
                office.post(OFFICER, at, Office.report(2, "2020-10-28", 10), "Idempotency-Key", key),
                office.post(
                        OFFICER,
                        "/api/v1/projects/" + other + "/reports",
                        Office.report(1, "2020-10-28", 10),
                        "Idempotency-Key",
                        key),
                office.post(
                        OFFICER,
                        "/api/v1/projects/" + project + "/letters",
                        Map.of("number", "1/2564"),
                        "Idempotency-Key",
                        key))) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }
        assertThat(office.lastPosition()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_key_is_the_caller_s_own_and_has_a_form(Office office) {
        String at = "/api/v1/projects/" + office.newProject() + "/reports";
        String key = Office.newKey();

        assertThat(office.post(OFFICER, at, Office.report(1, "2020-10-28", 10), "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
        assertThat(office.post(COLLEAGUE, at, Office.report(2, "2020-10-28", 10), "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
        for (String bad : List.of("two words", "x".repeat(201), "")) {
            Answer answer = office.post(OFFICER, at, Office.report(3, "2020-10-28", 10), "Idempotency-Key", bad);
            assertThat(answer.code()).as("'" + bad + "'").isEqualTo("INVALID_PARAMETER");
        }
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_refusal_is_not_remembered(Office office) {
        String at = "/api/v1/projects/" + office.newProject() + "/reports";
        String key = Office.newKey();
        Answer refused = office.post(OFFICER, at, Office.report(2, "2020-11-28", 20), "Idempotency-Key", key);
        office.post(OFFICER, at, Office.report(1, "2020-10-28", 10));

        Answer accepted = office.post(OFFICER, at, Office.report(2, "2020-11-28", 20), "Idempotency-Key", key);

        assertThat(refused.code()).isEqualTo("REPORT_NUMBER_DOES_NOT_FOLLOW");
        assertThat(accepted.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void twenty_callers_with_one_key_record_once_and_are_all_answered_alike(Office office) throws Exception {
        String code = office.newProject();
        String key = Office.newKey();
        long before = office.lastPosition();
        Callable<Answer> call = () -> office.post(
                OFFICER,
                "/api/v1/projects/" + code + "/reports",
                Office.report(1, "2020-10-28", 10),
                "Idempotency-Key",
                key);

        List<Answer> answers = Office.atOnce(Collections.nCopies(20, call));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(office.lastPosition()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_registration_is_recorded_once_however_many_send_it(Office office) throws Exception {
        Map<String, Object> form = Office.registration(Office.newCode());
        String key = Office.newKey();
        long before = office.lastPosition();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> office.post(OFFICER, "/api/v1/projects", form, "Idempotency-Key", key));
            calls.add(() -> office.post(COLLEAGUE, "/api/v1/projects", form));
        }

        List<Answer> answers = Office.atOnce(calls);

        assertThat(office.lastPosition()).isEqualTo(before + 1);
        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        boolean officerWon = answers.getFirst().status() == 201;
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(officerWon ? 8 : 1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409).map(Answer::code))
                .containsOnly("PROJECT_ALREADY_REGISTERED");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void of_two_who_report_the_same_number_one_wins_and_the_other_is_told(Office office) throws Exception {
        String code = office.newProject();
        String at = "/api/v1/projects/" + code + "/reports";
        for (int number = 1; number <= 10; number++) {
            int claimed = number;
            List<Answer> answers = Office.atOnce(List.of(
                    () -> office.post(OFFICER, at, Office.report(claimed, "2020-10-28", claimed)),
                    () -> office.post(COLLEAGUE, at, Office.report(claimed, "2020-10-28", claimed)),
                    () -> office.post(COORDINATOR, at, Office.report(claimed, "2020-10-28", claimed))));
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409);
            assertThat(answers.stream().filter(each -> each.status() == 409).map(Answer::code))
                    .containsOnly("REPORT_NUMBER_DOES_NOT_FOLLOW");
        }
        assertThat(office.archive().recordedOf(ProjectCode.of(code))).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void many_kinds_of_commands_at_once_on_one_project_lose_nothing(Office office) throws Exception {
        String code = office.newProject();
        String at = "/api/v1/projects/" + code;
        long before = office.lastPosition();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int each = i;
            calls.add(() -> office.post(
                    OFFICER,
                    at + "/reports",
                    Map.of("reportedOn", "2020-10-28", "percent", 10, "narrative", "แจ้ง " + each)));
            calls.add(() -> office.post(
                    COLLEAGUE,
                    at + "/activities",
                    Map.of("heldOn", "2021-01-0" + (each + 1), "description", "กิจกรรม")));
            calls.add(() -> office.post(COORDINATOR, at + "/letters", Map.of("number", each + "/2564")));
        }
        calls.add(() -> office.post(
                OFFICER,
                at + "/pause",
                Map.of("effectiveOn", "2021-04-27", "cause", "COVID_19", "words", "ชะลอโครงการ")));
        calls.add(() -> office.post(
                OFFICER,
                at + "/appeals",
                Map.of("round", 1, "filedOn", "2021-05-01", "grounds", "โควิด", "asked", "ปรับเกณฑ์")));

        List<Answer> answers = Office.atOnce(calls);

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::position)).doesNotHaveDuplicates();
        assertThat(office.lastPosition()).isEqualTo(before + 26);
        Project project =
                office.archive().history(ProjectCode.of(code)).on(LocalDate.MAX).orElseThrow();
        assertThat(project.reports()).hasSize(8);
        assertThat(project.activities()).hasSize(8);
        assertThat(project.letters()).hasSize(8);
        assertThat(project.pauses()).hasSize(1);
        assertThat(project.appeals()).hasSize(1);
    }
}
