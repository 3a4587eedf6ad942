package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.COLLEAGUE;
import static org.progressledger.command.Office.COORDINATOR;
import static org.progressledger.command.Office.OFFICER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Fact;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.LineRange;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectStatus;

/** Proposed values that a person changes in the confirmation, over HTTP. */
class EditedImportIT {
    private static final String ACTIVITY = "r4-activity-2021-01-28";
    private static final String PAUSE = "r9-pause-2021-06-21";

    private static Answer confirm(Office office, String account, Answer draft, List<String> accept, Object edit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accept", accept);
        body.put("edit", edit);
        return office.post(account, "/api/v1/imports/" + Papers.importId(draft) + "/confirmation", body);
    }

    private static Project project(Office office, String code) {
        return office.archive().history(ProjectCode.of(code)).on(LocalDate.MAX).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void changed_values_are_recorded_with_the_lines_and_with_what_was_read(Office office) {
        String code = Office.newCode();
        String text = Papers.sample(Papers.A, code);
        Answer draft = Papers.hand(office, OFFICER, text);
        Map<String, Object> edit = Map.of(
                ACTIVITY, Map.of("heldOn", "2021-01-27", "description", "ประชุมเครือข่าย"),
                PAUSE, Map.of("effectiveOn", "2021-06-18", "cause", "OTHER"));

        Answer confirmed = confirm(office, OFFICER, draft, List.of(ACTIVITY, PAUSE), edit);

        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
        Fact activity = project(office, code).activities().get(0);
        assertThat(activity.event())
                .isEqualTo(new ActivityHeld(ProjectCode.of(code), LocalDate.parse("2021-01-27"), "ประชุมเครือข่าย"));
        var provenance = activity.recorded().provenance();
        assertThat(provenance.source().lines()).containsExactly(new LineRange(73, 73));
        assertThat(provenance.reportNo()).isEqualTo(4);
        assertThat(provenance.reason())
                .contains("heldOn: 2021-01-28 → 2021-01-27")
                .contains("“ประชุมเครือข่าย”");
        ProjectPaused paused =
                (ProjectPaused) project(office, code).pauses().get(0).paused().event();
        assertThat(paused.effectiveOn()).isEqualTo("2021-06-18");

        assertThat(confirm(office, OFFICER, draft, List.of(PAUSE, ACTIVITY), edit)
                        .body())
                .as("the same confirmation again")
                .isEqualTo(confirmed.body());
        assertThat(Papers.confirm(office, COLLEAGUE, draft, List.of(ACTIVITY, PAUSE))
                        .code())
                .as("as read it is the same fact")
                .isEqualTo("NOTHING_TO_RECORD");
        assertThat(Papers.proposalIds(Papers.hand(office, OFFICER, text + "\n")))
                .as("a later printout does not propose it again")
                .isNotEmpty()
                .doesNotContain(ACTIVITY, PAUSE);
        Answer otherwise =
                confirm(office, COLLEAGUE, draft, List.of(ACTIVITY), Map.of(ACTIVITY, Map.of("heldOn", "2021-01-26")));
        assertThat(otherwise.code()).isEqualTo("EDITED_FACT_IS_RECORDED");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void an_appeal_is_given_the_round_that_the_words_do_not_tell(Office office) {
        String code = Office.newCode();
        Answer draft = Papers.hand(office, OFFICER, Papers.sample(Papers.B, code));
        String id = "r12-appeal-decided";

        Answer confirmed = confirm(
                office,
                OFFICER,
                draft,
                List.of(id),
                Map.of(id, Map.of("round", 2, "criteriaChanged", false, "stage", "DECIDED")));

        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
        Fact cited = project(office, code).citations().get(0);
        assertThat(((AppealCited) cited.event()).round()).isEqualTo(2);
        assertThat(((AppealCited) cited.event()).stage()).isEqualTo(AppealStage.DECIDED);
        assertThat(cited.recorded().provenance().reason()).endsWith("round: - → 2; criteriaChanged: true → false");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_cannot_be_changed_so_is_told_by_its_path_all_at_once_and_nothing_is_recorded(Office office) {
        Answer draft = Papers.hand(office, OFFICER, Papers.sample(Papers.A, Office.newCode()));
        long before = office.lastPosition();
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put(ACTIVITY, Map.of("heldOn", "2021-01-30", "description", " ", "percent", 100));
        wrong.put(PAUSE, Map.of("effectiveOn", "2564-06-18", "cause", "FLOOD", "words", 7));
        wrong.put("r5-activity-2021-02-21", Map.of("heldOn", "2021-02-20"));
        wrong.put("amend-budget.spent", Map.of("after", 1));
        wrong.put("none", Map.of());
        wrong.put("r6-letter-0502-0333", "กท 1");

        Answer refused = confirm(office, OFFICER, draft, List.of(ACTIVITY, PAUSE, "r6-letter-0502-0333"), wrong);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("INVALID_FIELDS");
        List<String> told = new ArrayList<>();
        refused.body()
                .get("errors")
                .forEach(each -> told.add(
                        each.get("field").asString() + " " + each.get("code").asString()));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "edit." + ACTIVITY + ".heldOn OUT_OF_RANGE",
                        "edit." + ACTIVITY + ".description REQUIRED",
                        "edit." + ACTIVITY + ".percent UNKNOWN_FIELD",
                        "edit." + PAUSE + ".effectiveOn OUT_OF_RANGE",
                        "edit." + PAUSE + ".cause INVALID_VALUE",
                        "edit." + PAUSE + ".words WRONG_TYPE",
                        "edit.r5-activity-2021-02-21 INVALID_VALUE",
                        "edit.amend-budget.spent INVALID_VALUE",
                        "edit.none INVALID_VALUE",
                        "edit.r6-letter-0502-0333 WRONG_TYPE");
        assertThat(office.lastPosition()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void work_that_goes_on_and_an_approved_amendment_are_proposed_and_recorded(Office office) {
        String code = Office.newCode();
        String text = Papers.sample(Papers.A, code)
                .replace(
                        "วันศุกร์ที่ 9 กรกฎาคม 2564 สำนักงานเขต",
                        "กลับมาดำเนินกิจกรรมตั้งแต่วันที่ 5 กรกฎาคม 2564 / อนุมัติให้ขยายระยะเวลาดำเนินโครงการถึงวันที่ 31 ธันวาคม 2564"
                                + " ตามหนังสือ ที่ กท 0502/99 ลงวันที่ 1 กรกฎาคม 2564 / วันศุกร์ที่ 9 กรกฎาคม 2564 สำนักงานเขต");
        Answer draft = Papers.hand(office, OFFICER, text);
        assertThat(Papers.proposalIds(draft))
                .contains("r10-resumption-2021-07-05", "r10-amend-period.endsOn", "r10-letter-0502-99");

        Answer confirmed = confirm(
                office,
                OFFICER,
                draft,
                Papers.proposalIds(draft),
                Map.of("r10-amend-period.endsOn", Map.of("after", "2021-12-30")));

        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
        Project project = project(office, code);
        assertThat(project.status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(project.pauses().get(0).endExclusive()).isEqualTo("2021-07-05");
        assertThat(project.details().period().endsOn()).isEqualTo("2021-12-30");
        Fact amended = project.amendments().get(0);
        assertThat(amended.happenedOn()).isEqualTo("2021-07-23");
        assertThat(amended.recorded().provenance().reason()).endsWith("after: 2021-12-31 → 2021-12-30");
        Answer again = Papers.hand(office, OFFICER, text + "\n");
        assertThat(Papers.proposalIds(again)).noneMatch(id -> id.startsWith("r10-"));
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void changed_criteria_of_an_adopted_indicator_are_proposed_to_coordinators_alone(Office office) {
        String code = Office.newCode();
        String text = Papers.sample(Papers.A, code);
        Papers.confirm(office, OFFICER, Papers.hand(office, OFFICER, text), List.of());
        Map<String, Object> indicator = Map.of(
                "id",
                "i1",
                "text",
                "ระดับความสำเร็จ",
                "kind",
                "OUTCOME",
                "unit",
                "ระดับ",
                "criteria",
                "จัดกิจกรรม 4 ครั้ง",
                "adoptedOn",
                "2020-10-01");
        office.post(COORDINATOR, "/api/v1/projects/" + code + "/indicators", indicator);
        String later = text.replace("ขอรับรองว่า", """
                รายงานครั้งที่ 11 :: 20/08/2564 : อนุมัติให้ปรับเกณฑ์จาก 4 ครั้ง เป็น 2 ครั้ง ตามหนังสือ ที่ กท 0502/70 ลงวันที่ 2 สิงหาคม 2564
                :: ความก้าวหน้าของงานฯ = 100 % งบประมาณที่เบิกใช้ (ครั้งที่ 11) = 0 บาท : เป็นไปตามแผน : เป็นไปตามเป้าหมาย

                ขอรับรองว่า""");
        String id = "r11-amend-criteria";

        Answer ofOfficer = Papers.hand(office, OFFICER, later);
        assertThat(Papers.proposalIds(ofOfficer)).contains("r11-letter-0502-70").doesNotContain(id);
        assertThat(Papers.confirm(office, OFFICER, ofOfficer, List.of(id)).code())
                .isEqualTo("UNKNOWN_PROPOSAL");
        Answer draft = Papers.hand(office, COORDINATOR, later);
        assertThat(Papers.proposalIds(draft)).contains(id);
        Answer confirmed = Papers.confirm(office, COORDINATOR, draft, List.of(id));

        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
        var standing =
                project(office, code).indicators().get(IndicatorId.of("i1")).criteriaInForce();
        assertThat(standing.version()).isEqualTo(2);
        assertThat(standing.text()).isEqualTo("จัดกิจกรรม 2 ครั้ง");
        assertThat(standing.effectiveOn()).isEqualTo("2021-08-02");
        assertThat(standing.told().recorded().provenance().reason()).isEqualTo("ตามหนังสือ กท 0502/70 2021-08-02");
        assertThat(standing.told().recorded().provenance().source()).isNotNull();
        assertThat(Papers.proposalIds(Papers.hand(office, COORDINATOR, later + "\n")))
                .doesNotContain(id);
    }
}
