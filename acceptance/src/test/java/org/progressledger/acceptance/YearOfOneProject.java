package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * One project from its registration to its completion, each step by the account whose role it is: plan, twelve months of
 * reports, a pause and its end, a report that was sent back, a report that was put right, a mistake, three rounds of an
 * appeal of which one changed criteria, results and scores. At its end an auditor compares status, timeline and percent
 * changes with what was written here by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class YearOfOneProject {
    private static final String CODE = "77640000-2564";
    private static final String OFFICER = "officer-of-the-year";

    private final Supplier<RunningSystem> start;
    private RunningSystem system;
    private final List<Answer> answers = new ArrayList<>();
    private Client auditor;
    private long last;

    /** @param start of a system of its own: other tests count what stands in theirs */
    YearOfOneProject(Supplier<RunningSystem> start) {
        this.start = start;
    }

    @BeforeAll
    void a_year_goes_by() {
        system = start.get();
        Answer account = system.as("admin")
                .command("/accounts", Map.of("username", OFFICER, "role", "OFFICER", "scope", List.of("7764")))
                .ok();
        system.knows(OFFICER, account.json().path("password").asString());
        auditor = system.as("auditor");
        for (ScriptedYear.Step step : ScriptedYear.of(CODE)) {
            answers.add(send(step).ok());
        }
        last = answers.getLast().position();
    }

    @AfterAll
    void closing_time() {
        system.close();
    }

    private Answer send(ScriptedYear.Step step) {
        String account = step.role().equals("officer") ? OFFICER : step.role();
        return system.as(account).command(step.path(), step.body(), "year-" + step.number());
    }

    private JsonNode get(String path) {
        return auditor.get("/projects/" + CODE + path + (path.contains("?") ? "&" : "?") + "atLeast=" + last);
    }

    private static List<String> lines(JsonNode entries, String... fields) {
        List<String> lines = new ArrayList<>();
        for (JsonNode entry : entries) {
            List<String> line = new ArrayList<>();
            for (String field : fields) {
                JsonNode value = entry.at("/" + field.replace('.', '/'));
                line.add(text(value));
            }
            lines.add(String.join(" ", line));
        }
        return lines;
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (value.isMissingNode() || value.isNull()) {
            return "-";
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }

    @Test
    void the_project_is_completed_at_a_hundred_per_cent_and_states_what_was_amended() {
        JsonNode project = get("");

        assertThat(lines(project.get("endings"), "status", "endedOn", "reopenedOn", "reopeningReason"))
                .containsExactly("COMPLETED 2021-09-30 2021-10-05 ใบเสร็จยังไม่ครบ", "COMPLETED 2021-10-10 - -");
        assertThat(project.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(project.get("percent").decimalValue()).isEqualByComparingTo("100");
        assertThat(project.at("/budget/spent").decimalValue()).isEqualByComparingTo("98500.50");
        assertThat(project.at("/budget/spentStatedOn").asString()).isEqualTo("2021-10-06");
        assertThat(project.at("/period/endsOn").asString()).isEqualTo("2021-10-31");
        assertThat(lines(project.at("/amendments/0/changes"), "detail", "before", "after"))
                .contains("budget.spent - 98500.5");
        assertThat(project.at("/amendments/0/reason").asString()).isEqualTo("สรุปยอดเบิกจ่าย");
        assertThat(project.get("version").asInt()).isEqualTo(answers.size());
        assertThat(project.get("ledgerPosition").asLong()).isEqualTo(last);
        assertThat(lines(project.get("pauses"), "from", "until", "cause"))
                .containsExactly("2021-01-04 2021-02-15 COVID_19");
        assertThat(lines(project.get("activities"), "heldOn", "description"))
                .containsExactly("2020-12-10 ประชุมเครือข่าย");
        assertThat(lines(project.get("letters"), "number", "datedOn")).containsExactly("กท 7764/12 2021-01-04");
        assertThat(lines(project.get("withdrawn"), "type", "happenedOn", "reason"))
                .containsExactly("activity-held 2020-12-11 เป็นกิจกรรมของโครงการอื่น");
        assertThat(project.at("/plans/0/months")).hasSize(12);
    }

    @Test
    void the_reports_are_twelve_one_was_handed_in_twice_and_one_was_put_right() {
        JsonNode reports = get("/reports");

        assertThat(lines(reports, "reportNo", "revision", "state", "reportedOn", "percent"))
                .containsExactly(
                        "1 1 REPORTED 2020-10-30 5",
                        "2 1 CORRECTED 2020-11-30 12",
                        "3 2 REPORTED 2020-12-28 20",
                        "4 1 REPORTED 2021-01-29 20",
                        "5 1 REPORTED 2021-02-26 30",
                        "6 1 REPORTED 2021-03-31 40",
                        "7 1 REPORTED 2021-04-30 50",
                        "8 1 REPORTED 2021-05-31 60",
                        "9 1 REPORTED 2021-06-30 70",
                        "10 1 REPORTED 2021-07-30 80",
                        "11 1 REPORTED 2021-08-31 90",
                        "12 1 REPORTED 2021-09-30 100");
        JsonNode earlier = reports.at("/2/earlier/0");
        assertThat(lines(reports.at("/2/earlier"), "revision", "state", "reportedOn", "percent"))
                .containsExactly("1 RETURNED 2020-12-30 25");
        assertThat(earlier.at("/returned/reason").asString()).isEqualTo("ไม่มีภาพกิจกรรม");
        assertThat(earlier.at("/returned/event/actor/id").asString()).isEqualTo("supervisor");
        assertThat(lines(reports.at("/1/corrections"), "before.percent", "after.percent", "reason", "letter"))
                .containsExactly("10 12 พิมพ์ตัวเลขผิด กท 7764/9");
    }

    @Test
    void every_percentage_traces_to_its_event_and_the_changes_add_up() {
        JsonNode changes = get("/percent-changes");

        assertThat(lines(changes, "reportNo", "reportFrom", "reportTo", "from", "to", "cause", "actor.id"))
                .startsWith(
                        "1 - 5 0 5 REPORT " + OFFICER,
                        "2 - 10 5 10 REPORT " + OFFICER,
                        "3 - 25 10 25 REPORT " + OFFICER,
                        "3 25 - 25 10 RETURN supervisor",
                        "2 10 12 10 12 CORRECTION " + OFFICER,
                        "3 - 20 12 20 REPORT " + OFFICER,
                        "4 - 20 20 20 REPORT " + OFFICER,
                        "5 - 30 20 30 REPORT " + OFFICER)
                .hasSize(15);
        java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
        for (JsonNode change : changes) {
            sum = sum.add(change.get("change").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo("100");
    }

    @Test
    void the_timeline_tells_every_event_in_the_order_in_which_it_was_recorded() {
        JsonNode timeline = get("/timeline");

        assertThat(lines(timeline, "type", "happenedOn", "percent.after")).containsExactlyElementsOf(ScriptedYear.TOLD);
        assertThat(lines(timeline, "sequence")).hasSize(answers.size());
        long mistaken = timeline.get(ScriptedYear.MISTAKE).get("position").asLong();
        long withdrawal = timeline.get(ScriptedYear.MISTAKE).get("withdrawnBy").asLong();
        assertThat(timeline.get((int) (withdrawal - mistaken) + ScriptedYear.MISTAKE)
                        .get("withdraws")
                        .asLong())
                .isEqualTo(mistaken);
        for (int i = 0; i < timeline.size(); i++) {
            assertThat(timeline.get(i).get("position").asLong())
                    .isEqualTo(answers.get(i).position());
            assertThat(timeline.get(i).get("hash").asString())
                    .isEqualTo(answers.get(i).json().at("/events/0/hash").asString());
        }
    }

    @Test
    void three_rounds_were_filed_and_the_second_changed_the_criteria() {
        JsonNode appeals = get("").get("appeals");

        assertThat(lines(appeals, "round", "status", "outcome", "criteriaBefore", "criteriaAfter", "withdrawnOn"))
                .containsExactly(
                        "1 DECIDED REFUSED - - -",
                        "2 DECIDED GRANTED จัด 4 ครั้ง จัด 2 ครั้ง -",
                        "3 WITHDRAWN - - - 2021-07-20");
        assertThat(lines(appeals.at("/1/reviews"), "outcome", "finding"))
                .containsExactly("COMPLIANT เกณฑ์ใหม่เป็นไปตามมติ");
        assertThat(appeals.at("/2/withdrawalReason").asString()).isEqualTo("ไม่ประสงค์จะอุทธรณ์ต่อ");
    }

    @Test
    void results_and_scores_stand_beside_the_percentage_and_never_in_it() {
        JsonNode project = get("");
        JsonNode indicator = project.at("/adoptedIndicators/0");

        assertThat(lines(indicator.get("criteria"), "version", "text", "effectiveOn", "appealRound"))
                .containsExactly("1 จัด 4 ครั้ง 2020-10-01 -", "2 จัด 2 ครั้ง 2021-04-20 2");
        assertThat(lines(indicator.get("results"), "quarter", "result", "stands", "reason"))
                .containsExactlyInAnyOrder(
                        "2564-Q1 1407.52 false -",
                        "2564-Q1 140.75 true จุดทศนิยมผิดที่",
                        "2564-Q2 18.22 true -",
                        "2564-Q3 - true -");
        assertThat(lines(indicator.get("evaluations"), "quarter", "criteriaVersion", "score", "stands"))
                .containsExactlyInAnyOrder("2564-Q3 1 40 true", "2564-Q3 2 100 true");
        assertThat(lines(project.get("evaluations"), "quarter", "score", "stands"))
                .containsExactlyInAnyOrder("2564-Q3 - true", "2564-Q4 100 true");
        assertThat(lines(project.at("/evaluations/0/parts"), "number", "score"))
                .isEqualTo(
                        lines(project.at("/evaluations/1/parts"), "number", "score")
                                        .isEmpty()
                                ? List.of("2.1 62.5", "2.2 -")
                                : List.of());
    }

    @Test
    void as_of_each_day_the_year_looks_as_it_looked_then() {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String day : List.of("2020-12-27", "2020-12-28", "2021-01-04", "2021-02-15", "2021-09-30", "2021-10-05")) {
            JsonNode then = get("/as-of?happenedOn=" + day);
            seen.put(day, then.get("status").asString() + " " + text(then.get("percent")));
        }
        assertThat(seen).containsExactlyEntriesOf(new LinkedHashMap<>(ScriptedYear.AS_OF));
    }

    @Test
    void the_whole_year_sent_again_under_its_keys_records_nothing() {
        List<ScriptedYear.Step> steps = ScriptedYear.of(CODE);
        for (int i = 0; i < steps.size(); i++) {
            Answer again = send(steps.get(i));
            assertThat(again.status()).as("%s", again).isEqualTo(201);
            assertThat(again.text()).isEqualTo(answers.get(i).text());
        }
        assertThat(get("").get("version").asInt()).isEqualTo(steps.size());
    }
}
