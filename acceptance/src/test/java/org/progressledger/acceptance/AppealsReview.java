package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a compliance reviewer is told: of the appeals that a printout speaks of, and of one that each role did its part in. */
@ExtendWith(SharedSystem.class)
abstract class AppealsReview {
    private final RunningSystem system;
    private final Client reviewer;

    AppealsReview(SharedSystem.Loaded loaded) {
        this.system = loaded.system();
        this.reviewer = system.as("reviewer");
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.at("/" + field).asString()));
        return texts;
    }

    @Test
    void the_printout_that_speaks_of_appeals_without_papers_has_three_and_the_other_none() {
        String council = Samples.COUNCIL.code();
        JsonNode appeals = reviewer.get("/projects/" + council + "/appeals");

        assertThat(texts(appeals, "stage")).containsExactly("AWAITING_RESULT", "INTENDED", "DECIDED");
        assertThat(texts(appeals, "round")).first().isEqualTo("2");
        assertThat(texts(appeals, "citations/0/reportNo")).containsExactly("11", "9", "12");
        assertThat(texts(appeals, "criteriaChanged")).containsExactly("true", "false", "true");
        assertThat(appeals).allMatch(appeal -> !appeal.get("recorded").asBoolean());
        JsonNode queue = reviewer.get("/appeals?fiscalYear=2564&agency=0100");
        assertThat(texts(queue.get("items"), "citedOn")).containsExactly("2021-06-28", "2021-08-30", "2021-09-22");
        assertThat(queue.get("total").asInt()).isEqualTo(3);
        assertThat(reviewer.get("/projects/" + Samples.DISTRICT.code() + "/appeals"))
                .isEmpty();
    }

    @Test
    void a_round_that_is_only_spoken_of_traces_to_the_lines_of_the_printout_and_invents_nothing() {
        JsonNode story = reviewer.get("/projects/" + Samples.COUNCIL.code() + "/appeals/2");

        assertThat(story.get("status").asString()).isEqualTo("CITED");
        assertThat(story.get("filing").isNull()).isTrue();
        assertThat(story.get("standing").isNull()).isTrue();
        assertThat(texts(story.get("gaps"), "kind"))
                .containsExactly("CITED_WITHOUT_FILING", "CITED_WITHOUT_CRITERIA", "ROUNDS_SKIPPED");
        assertThat(Samples.COUNCIL.on(story.at("/gaps/0/evidence/lines"))).contains("รอบที่ 2");
        assertThat(story.at("/gaps/0/evidence/sources/0/sha256").asString()).isEqualTo(Samples.COUNCIL.sha256());
    }

    @Test
    void a_round_is_filed_decided_scored_anew_reviewed_and_shows_what_was_put_right_afterwards() {
        String code = Paperwork.newCode();
        String at = "/projects/" + code;
        // who files does not decide
        String officer = "officer-of-" + code;
        Answer account = system.as("admin")
                .command("/accounts", Map.of("username", officer, "role", "OFFICER", "scope", List.of("7777")))
                .ok();
        system.knows(officer, account.json().path("password").asString());
        does(officer, "/projects", Paperwork.registration(code));
        does(officer, at + "/reports", Paperwork.report(1, new BigDecimal("40")));
        does(
                "coordinator",
                at + "/indicators",
                Map.of(
                        "id",
                        "i1",
                        "text",
                        "เครือข่าย",
                        "kind",
                        "OUTCOME",
                        "unit",
                        "ครั้ง",
                        "criteria",
                        "จัดประชุม 4 ครั้ง",
                        "adoptedOn",
                        "2025-10-01"));
        does(officer, at + "/appeals", Paperwork.appeal(1));
        does(officer, at + "/reports", report("2025-12-10", 2, "55"));
        does(
                "coordinator",
                at + "/appeals/1/decision",
                Map.of(
                        "decidedOn",
                        "2025-12-15",
                        "outcome",
                        "GRANTED",
                        "criteriaBefore",
                        "จัดประชุม 4 ครั้ง",
                        "criteriaAfter",
                        "จัดอบรม 2 ครั้ง",
                        "indicator",
                        "i1"));
        does(
                "coordinator",
                at + "/indicators/i1/criteria",
                Map.of(
                        "criteria",
                        "จัดอบรม 2 ครั้ง",
                        "effectiveOn",
                        "2025-12-15",
                        "appealRound",
                        1,
                        "reason",
                        "ตามผลอุทธรณ์"));
        does("coordinator", at + "/evaluations", score(1, 50));
        does("coordinator", at + "/evaluations", score(2, 100));
        Answer finding =
                does("reviewer", at + "/appeals/1/review", Map.of("outcome", "COMPLIANT", "finding", "เป็นไปตามมติ"));

        JsonNode story = reviewer.get(at + "/appeals/1?atLeast=" + finding.position());
        assertThat(texts(story.get("window").get("reports"), "reportNo")).containsExactly("2");
        assertThat(story.at("/filing/event/actor/id").asString()).isEqualTo(officer);
        assertThat(story.at("/decision/event/actor/id").asString()).isEqualTo("coordinator");
        assertThat(story.at("/standing/before/percent/value").decimalValue()).isEqualByComparingTo("40");
        assertThat(story.at("/standing/after/percent/value").decimalValue()).isEqualByComparingTo("55");
        assertThat(story.at("/rescored/0/change").decimalValue()).isEqualByComparingTo("50");
        assertThat(texts(story.get("gaps"), "kind")).containsExactly("FILED_WITHOUT_LETTER", "DECIDED_WITHOUT_LETTER");
        assertThat(texts(story.get("reviews"), "finding")).containsExactly("เป็นไปตามมติ");
        assertThat(story.get("changedSinceLastReview").asBoolean()).isFalse();

        Answer corrected = does(officer, at + "/reports/2/correction", Paperwork.correction(new BigDecimal("50")));
        JsonNode afterwards = reviewer.get(at + "/appeals/1?atLeast=" + corrected.position());
        assertThat(afterwards.get("sinceLastReview").toString()).isEqualTo("[" + corrected.position() + "]");
        assertThat(texts(
                        reviewer.get("/appeals?agency=7777&changedSinceReview=true&size=200")
                                .get("items"),
                        "projectCode"))
                .contains(code);
        assertThat(texts(reviewer.get(at + "/timeline?type=appeal-reviewed"), "position"))
                .containsExactly(Long.toString(finding.position()));
    }

    private Answer does(String account, String path, Map<String, Object> body) {
        return system.as(account).command(path, body).ok();
    }

    private static Map<String, Object> report(String on, int no, String percent) {
        Map<String, Object> report = Paperwork.report(no, new BigDecimal(percent));
        report.put("reportedOn", on);
        return report;
    }

    private static Map<String, Object> score(int version, int score) {
        return Map.of("quarter", "2569-Q1", "indicator", "i1", "criteriaVersion", version, "score", score);
    }
}
