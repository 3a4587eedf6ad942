package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.access.Role.AUDITOR;
import static org.progressledger.access.Role.COORDINATOR;
import static org.progressledger.access.Role.OFFICER;
import static org.progressledger.access.Role.REVIEWER;
import static org.progressledger.query.Facts.BANGNA;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Quarter;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.Score;
import org.progressledger.events.ScorePart;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

/** The tabs of a project that look back, judge and print, over real HTTP. Report 2 jumped by 25.25 points, as corrected. */
@OnEmbeddedStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectTabsIT {
    private static final ProjectCode MARKET = ProjectCode.of("50470000-0007");
    private static final String PROJECT = "/projects/" + BANGNA;

    private RunningService service;

    @BeforeAll
    void given_a_project_with_scores_and_one_without_anything(@TempDir Path folder) {
        service = new RunningService(TestMongo.embedded(), folder);
        PersonalData officer = service.bean(PersonVault.class).seal(new Person("สมหญิง ใจดี", "1234", null));
        service.record(
                Facts.registered(BANGNA, "โครงการสร้างเครือข่ายประชาสังคม", "สำนักงานเขตบางนา", 2564, officer),
                Facts.report(BANGNA, 1, "2020-10-28", "10"),
                Facts.report(BANGNA, 2, "2020-11-30", "40"));
        service.record(Facts.CLERK.because("พิมพ์ผิด"), Facts.correction(BANGNA, 2, "40", "35.25"));
        IndicatorId indicator = IndicatorId.of("i1");
        Quarter quarter = Quarter.of("2564-Q1");
        service.record(
                new IndicatorAdopted(
                        BANGNA,
                        indicator,
                        "5047-0895",
                        "ร้อยละของเครือข่าย",
                        IndicatorKind.OUTCOME,
                        "ร้อยละ",
                        null,
                        "จัด 4 ครั้ง",
                        LocalDate.parse("2020-10-01")),
                new QuarterEvaluated(
                        BANGNA,
                        quarter,
                        indicator,
                        1,
                        Score.of("40"),
                        List.of(new ScorePart("2.1", Score.of("40")), new ScorePart("2.2", null)),
                        null,
                        LocalDate.parse("2021-01-10")),
                new IndicatorCriteriaChanged(
                        BANGNA, indicator, 2, "จัด 4 ครั้ง", "จัด 2 ครั้ง", LocalDate.parse("2021-02-01"), null),
                new QuarterEvaluated(
                        BANGNA,
                        quarter,
                        indicator,
                        2,
                        Score.of("100"),
                        List.of(),
                        null,
                        LocalDate.parse("2021-02-10")));
        service.record(
                Facts.CLERK.because("ตรวจแล้ว"),
                new FlagAcknowledged(BANGNA, "missing-month-2020-12", "MISSING_MONTH"));
        long last = service.record(Facts.registered(MARKET, "แพทย์เคลื่อนที่", "สำนักงานเขตบางนา", 2590, null));
        assertThat(service.get("/api/v1/projects?atLeast=" + last, AUDITOR).status())
                .isEqualTo(200);
        // now is behind what was recorded
        service.clock.moveTo(Instant.now().plusSeconds(1));
    }

    @AfterAll
    void end() {
        service.close();
    }

    private String shown(String path, org.progressledger.access.Role role, String language) {
        Answer answer = service.page(path, role, language);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>", "style=\"", "page.");
        return answer.body();
    }

    @Test
    void a_project_is_shown_as_it_was_beside_what_it_is_now() {
        assertThat(shown(PROJECT + "/as-of?happened=29/11/2563", AUDITOR, "th"))
                .contains("โครงการเมื่อ 29 พ.ย. 2563", "<del>10.00</del>", "<ins>35.25</ins>", "เกิดเพิ่ม")
                .contains(PROJECT + "/timeline#e2", "รายงาน ครั้งที่ 2");
        String today = LocalDate.now(RecordedEvent.OFFICE).toString();
        assertThat(shown(PROJECT + "/as-of?happened=" + today, AUDITOR, "en")).contains("Nothing differs");
        assertThat(shown(PROJECT + "/as-of", AUDITOR, "en")).contains("Type a date");
    }

    @Test
    void a_point_that_cannot_be_shown_says_why_beside_its_field() {
        Answer wrong = service.page(PROJECT + "/as-of?happened=30/08/2699&recorded=soon", AUDITOR, "en");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("This date has not come yet", "This cannot be read as a date", "value=\"30/08/2699\"")
                .contains("aria-invalid=\"true\"", "id=\"recorded-problem\"", "role=\"alert\"");
        Answer before = service.page(PROJECT + "/as-of?happened=30/08/2550", AUDITOR, "th");
        assertThat(before.status()).isEqualTo(404);
        assertThat(before.body()).contains("notice-warn", "value=\"30/08/2550\"");
    }

    @Test
    void every_dot_of_the_percentage_leads_to_the_row_that_made_it() {
        assertThat(shown(PROJECT + "/percent", AUDITOR, "th"))
                .contains("class=\"line-actual\" d=\"M", "href=\"#p1\"", "id=\"p1\"", "href=\"#p3\"", "id=\"p3\"");
        assertThat(shown("/projects/" + MARKET + "/percent", AUDITOR, "en")).doesNotContain("line-actual");
    }

    @Test
    void a_hit_shows_its_rule_and_its_evidence_and_only_auditors_have_the_form() {
        assertThat(shown(PROJECT + "/flags", AUDITOR, "th"))
                .contains("ร้อยละเพิ่มกระโดด", "PCT_JUMP", "id=\"pct-jump-r2\"", "ดูและรับทราบ", "กฎฉบับที่ 1")
                .contains("รับทราบโดย", "ตรวจแล้ว", PROJECT + "/timeline#e2");
        assertThat(shown(PROJECT + "/flags", REVIEWER, "en")).doesNotContain("Look and acknowledge");
        assertThat(shown("/projects/" + MARKET + "/flags", AUDITOR, "en")).contains("No rule finds anything");
        assertThat(shown(PROJECT + "/flags/pct-jump-r2", AUDITOR, "en"))
                .contains("<textarea", "name=\"version\" value=\"9\"", "PCT_JUMP", "25 points or more");
        assertThat(shown(PROJECT + "/flags/pct-jump-r2", REVIEWER, "en")).doesNotContain("<textarea");
        assertThat(shown(PROJECT + "/flags/missing-month-2020-12", AUDITOR, "en"))
                .contains("ตรวจแล้ว")
                .doesNotContain("<textarea");
        Answer none = service.page(PROJECT + "/flags/pct-jump-r9", AUDITOR, "en");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body()).contains("FLAG_NOT_FOUND");
    }

    @Test
    void scores_under_old_and_new_criteria_stand_side_by_side_and_blank_is_not_0() {
        assertThat(shown(PROJECT + "/indicators", AUDITOR, "en"))
                .contains("จัด 4 ครั้ง", "จัด 2 ครั้ง", "Score under criteria version 2", "Quarter 1 of 2021")
                .contains("<strong>40.00</strong>", "<strong>100.00</strong>", "blank", PROJECT + "/timeline#e7");
        assertThat(shown("/projects/" + MARKET + "/indicators", AUDITOR, "th"))
                .contains("ยังไม่มีคะแนน", "ผู้ประสานงานยังไม่ได้กำหนดตัวชี้วัด");
    }

    @Test
    void coordinators_find_the_forms_of_indicators_and_others_none() {
        assertThat(shown(PROJECT + "/indicators?done=result", COORDINATOR, "en"))
                .contains(PROJECT + "/indicators/new", PROJECT + "/evaluations\"", PROJECT + "/indicators/i1/results")
                .contains(PROJECT + "/indicators/i1/criteria", "/evaluations?indicator=i1")
                .contains("The result is recorded");
        assertThat(shown(PROJECT + "/indicators", OFFICER, "en")).doesNotContain("/indicators/new", "/evaluations");
        assertThat(shown(PROJECT + "/indicators/new", COORDINATOR, "th"))
                .contains("กำหนดตัวชี้วัดของโครงการ", "value=\"OUTCOME\"");
        assertThat(shown(PROJECT + "/indicators/i1/results", COORDINATOR, "en"))
                .contains(
                        "ร้อยละของเครือข่าย",
                        "unit: ร้อยละ",
                        "value=\"2564-Q1\"",
                        "Quarter 4 of 2021",
                        "name=\"reason\"");
        assertThat(shown(PROJECT + "/indicators/i1/criteria", COORDINATOR, "en"))
                .contains("จัด 2 ครั้ง</textarea>");
        assertThat(shown(PROJECT + "/evaluations?indicator=i1", COORDINATOR, "en"))
                .contains("value=\"i1\" selected", "name=\"parts[2].score\"", "name=\"criteriaVersion\"");
        assertThat(service.page(PROJECT + "/indicators/i9/results", COORDINATOR, "en")
                        .status())
                .isEqualTo(404);
        assertThat(service.page(PROJECT + "/evaluations", OFFICER, "en").status())
                .isEqualTo(403);
    }

    @Test
    void the_form_has_what_the_paper_has_and_hides_persons_from_those_who_may_not_see_them() {
        assertThat(shown(PROJECT + "/form", OFFICER, "th"))
                .contains("แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ", "สมหญิง ใจดี 1234")
                .contains("1.1 รหัสโครงการ", "1.6 สนับสนุนแผนพัฒนา กทม.", "122,800.00 บาท", "35.25 %", "แก้ไข 1 ครั้ง")
                .contains("ไม่มีในต้นฉบับ", "ลงชื่อ", "#8");
        assertThat(shown(PROJECT + "/form", AUDITOR, "th"))
                .contains("ปิดชื่อไว้")
                .doesNotContain("สมหญิง");
    }
}
