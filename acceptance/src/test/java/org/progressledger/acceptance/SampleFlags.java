package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The audit flags of both printouts, all proposals accepted: exactly these, no more and no fewer. */
@ExtendWith(SharedSystem.class)
abstract class SampleFlags {
    /** Flag, severity, id. Written down from the paper, not from what the program answers. */
    private static final Map<String, List<String>> EXPECTED = Map.of(
            Samples.DISTRICT.code(),
            List.of(
                    "PCT_JUMP ALERT pct-jump-r5",
                    "ON_PLAN_WHILE_PAUSED WARNING on-plan-while-paused-r9",
                    "PROGRESS_WITHOUT_RESUME ALERT progress-without-resume-r10",
                    "DUPLICATE_NARRATIVE INFO duplicate-narrative-r2",
                    "DUPLICATE_NARRATIVE INFO duplicate-narrative-r3",
                    "ACTIVITY_WHILE_PAUSED WARNING activity-while-paused-e*",
                    "MISSING_MONTH INFO missing-month-2021-08",
                    "MISSING_MONTH INFO missing-month-2021-09",
                    "UNSIGNED WARNING unsigned"),
            Samples.COUNCIL.code(),
            List.of(
                    "PCT_JUMP ALERT pct-jump-r11",
                    "PCT_JUMP ALERT pct-jump-r12",
                    "COMPLETE_ZERO_SPEND ALERT complete-zero-spend-r12",
                    "ON_PLAN_WHILE_PAUSED WARNING on-plan-while-paused-r7",
                    "ON_PLAN_WHILE_PAUSED WARNING on-plan-while-paused-r8",
                    "ON_PLAN_WHILE_PAUSED WARNING on-plan-while-paused-r9",
                    "ON_PLAN_WHILE_PAUSED WARNING on-plan-while-paused-r10",
                    "PROGRESS_WITHOUT_RESUME ALERT progress-without-resume-r11",
                    "PROGRESS_WITHOUT_RESUME ALERT progress-without-resume-r12",
                    "DUPLICATE_NARRATIVE WARNING duplicate-narrative-r4",
                    "DUPLICATE_NARRATIVE WARNING duplicate-narrative-r10",
                    "BEHIND_ELAPSED WARNING behind-elapsed-r5",
                    "BEHIND_ELAPSED WARNING behind-elapsed-r6",
                    "BEHIND_ELAPSED WARNING behind-elapsed-r7",
                    "BEHIND_ELAPSED WARNING behind-elapsed-r8",
                    "BEHIND_ELAPSED WARNING behind-elapsed-r9",
                    "BEHIND_ELAPSED WARNING behind-elapsed-r10",
                    "BEHIND_ELAPSED WARNING behind-elapsed-r11",
                    "LATE_DISCLOSURE WARNING late-disclosure-r12",
                    "APPEAL_GAP ALERT appeal-gap-r11",
                    "APPEAL_GAP ALERT appeal-gap-r12",
                    "UNSIGNED WARNING unsigned"));

    private final RunningSystem system;
    private final Client auditor;

    SampleFlags(SharedSystem.Loaded loaded) {
        this.system = loaded.system();
        this.auditor = system.as("auditor");
    }

    static List<Samples> samples() {
        return List.of(Samples.DISTRICT, Samples.COUNCIL);
    }

    private static List<String> told(JsonNode hits) {
        List<String> told = new ArrayList<>();
        hits.forEach(hit ->
                told.add(hit.get("flag").asString() + " " + hit.get("severity").asString() + " "
                        + hit.get("id").asString().replaceAll("-e[0-9]+$", "-e*")));
        return told;
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(hit -> ids.add(hit.get("id").asString()));
        return ids;
    }

    private JsonNode hit(Samples paper, String id) {
        for (JsonNode hit : auditor.get("/projects/" + paper.code()).get("flags")) {
            if (hit.get("id").asString().equals(id)) {
                return hit;
            }
        }
        throw new AssertionError(paper.code() + " has no " + id);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void each_printout_has_exactly_the_flags_that_it_earns(Samples paper) {
        JsonNode ofProject = auditor.get("/projects/" + paper.code()).get("flags");

        assertThat(told(ofProject)).isEqualTo(EXPECTED.get(paper.code()));
        assertThat(auditor.get("/flags?size=200&project=" + paper.code()).get("items"))
                .as("the list across projects has the same")
                .isEqualTo(ofProject);
        assertThat(auditor.get("/flags?size=200&on=2021-10-01&project=" + paper.code())
                        .get("items"))
                .as("so has the day after both projects ended, computed when asked")
                .isEqualTo(ofProject);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_hit_names_its_events_the_lines_of_the_printout_and_speaks_both_languages(Samples paper) {
        List<Long> positions = new ArrayList<>();
        auditor.get("/projects/" + paper.code() + "/timeline")
                .forEach(event -> positions.add(event.get("position").asLong()));
        for (JsonNode hit : auditor.get("/projects/" + paper.code()).get("flags")) {
            JsonNode evidence = hit.get("evidence");
            assertThat(evidence.get("positions")).as(hit.toString()).isNotEmpty();
            evidence.get("positions").forEach(position -> assertThat(positions).contains(position.asLong()));
            assertThat(evidence.get("lines")).as(hit.toString()).isNotEmpty();
            assertThat(evidence.get("sources").get(0).get("sha256").asString()).isEqualTo(paper.sha256());
            assertThat(hit.get("text").get("th").asString())
                    .matches("(?s).*[ก-๛].*")
                    .doesNotContain("%");
            assertThat(hit.get("text").get("en").asString())
                    .matches("(?s).*[a-z]{3}.*")
                    .doesNotContain("%");
            assertThat(hit.get("ruleVersion").asInt()).isPositive();
            assertThat(hit.get("acknowledged").isNull()).isTrue();
        }
    }

    @Test
    void the_lines_of_a_hit_print_what_it_says() {
        JsonNode jump = hit(Samples.DISTRICT, "pct-jump-r5");
        assertThat(Samples.DISTRICT.on(jump.get("evidence").get("lines")))
                .contains("= 20.00 % งบประมาณที่เบิกใช้ (ครั้งที่ 4)", "= 90.00 % งบประมาณที่เบิกใช้ (ครั้งที่ 5)");
        assertThat(jump.get("reportNo").asInt()).isEqualTo(5);
        assertThat(jump.get("values").get("change").decimalValue()).isEqualByComparingTo("70");

        JsonNode late = hit(Samples.COUNCIL, "late-disclosure-r12");
        assertThat(Samples.COUNCIL.on(late.get("evidence").get("lines")))
                .contains("24 กุมภาพันธ์ 2564", "กท 0100/754 ลงวันที่ 30 เมษายน 2564");
        assertThat(late.get("values").get("late")).hasSize(3);
        assertThat(late.get("text").get("en").asString()).contains("24 Feb 2021", "210 days");

        JsonNode behind = hit(Samples.COUNCIL, "behind-elapsed-r5");
        assertThat(behind.get("values").get("elapsed").decimalValue()).isEqualByComparingTo("40");
        assertThat(behind.get("values").get("behind").decimalValue()).isEqualByComparingTo("25");
    }

    @Test
    void hits_that_depend_on_a_day_are_those_of_the_day_that_is_asked() {
        String district = "/flags?size=200&project=" + Samples.DISTRICT.code();
        assertThat(ids(auditor.get(district + "&flag=MISSING_MONTH&on=2021-08-31")))
                .isEmpty();
        assertThat(ids(auditor.get(district + "&flag=MISSING_MONTH&on=2021-09-01")))
                .containsExactly("missing-month-2021-08");
        assertThat(ids(auditor.get(district + "&flag=UNSIGNED&on=2021-09-30"))).isEmpty();
        assertThat(ids(auditor.get(district + "&flag=UNSIGNED&on=2021-10-01"))).containsExactly("unsigned");
        assertThat(ids(auditor.get(district + "&on=2021-02-23")))
                .containsExactly("duplicate-narrative-r2", "duplicate-narrative-r3");
    }

    @Test
    void an_officer_sees_the_flags_of_the_own_agency() {
        for (Samples paper : samples()) {
            JsonNode page = system.as(paper.officer()).get("/flags?size=200&flag=PCT_JUMP");
            page.get("items")
                    .forEach(hit -> assertThat(hit.get("projectCode").asString())
                            .startsWith(paper.code().substring(0, 4)));
            assertThat(page.get("items")).isNotEmpty();
        }
    }

    @Test
    void the_register_finds_the_projects_that_bear_a_flag() {
        JsonNode page = auditor.get("/projects?fiscalYear=2564&flag=COMPLETE_ZERO_SPEND");

        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.get("items").get(0).get("projectCode").asString()).isEqualTo(Samples.COUNCIL.code());
    }

    @Test
    void an_acknowledged_flag_stays_in_every_list_and_says_by_whom() {
        String code = Paperwork.newCode();
        Client coordinator = system.as("coordinator");
        coordinator.command("/projects", Paperwork.registration(code)).ok();
        coordinator
                .command("/projects/" + code + "/reports", Paperwork.report(1, new java.math.BigDecimal("40")))
                .ok();

        Answer recorded = auditor.command(
                        "/projects/" + code + "/flags/pct-jump-r1/acknowledgement",
                        Map.of("flag", "PCT_JUMP", "reason", "ชี้แจงแล้ว"))
                .ok();
        JsonNode page = auditor.get("/flags?flag=PCT_JUMP&project=" + code + "&atLeast=" + recorded.position());
        JsonNode acknowledged = page.get("items").get(0).get("acknowledged");
        assertThat(acknowledged.get("by").asString()).isEqualTo("auditor");
        assertThat(acknowledged.get("reason").asString()).isEqualTo("ชี้แจงแล้ว");
        assertThat(auditor.get("/flags?flag=PCT_JUMP&on=2025-11-30&project=" + code)
                        .get("items")
                        .get(0)
                        .get("acknowledged"))
                .as("on an earlier day too")
                .isEqualTo(acknowledged);
        assertThat(auditor.command(
                                "/projects/" + code + "/flags/pct-jump-r1/acknowledgement",
                                Map.of("flag", "PCT_JUMP", "reason", "อีกครั้ง"))
                        .code())
                .isEqualTo("ALREADY_ACKNOWLEDGED");
    }
}
