package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * The council's form, handed in twice: cut off behind its ninth report, and whole. What was known before the second, and
 * what after it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoPrintoutsOfOneProject {
    private static final Samples PAPER = Samples.COUNCIL;

    private final Supplier<RunningSystem> start;
    private RunningSystem system;
    private Client auditor;
    private String before;
    private JsonNode secondDraft;
    private Answer secondConfirmation;
    private long last;

    /** @param start of a system of its own: in the others the form was handed in whole */
    TwoPrintoutsOfOneProject(Supplier<RunningSystem> start) {
        this.start = start;
    }

    @BeforeAll
    void the_form_is_handed_in_twice() throws InterruptedException {
        system = start.get();
        auditor = system.as("auditor");
        Client officer = system.as(PAPER.officer());
        Answer first = officer.confirmAll(
                officer.importPrintout(firstPrintout()).ok().json()).ok();
        before = first.json().path("recordedAt").asString();
        // so that the two are told apart
        Thread.sleep(10);
        secondDraft = officer.importPrintout(PAPER.bytes()).ok().json();
        secondConfirmation = officer.confirmAll(secondDraft).ok();
        last = secondConfirmation.position();
    }

    @AfterAll
    void closing_time() {
        system.close();
    }

    private static byte[] firstPrintout() {
        List<String> lines = new ArrayList<>();
        for (String line : PAPER.lines()) {
            lines.add(line);
            if (line.contains("(ครั้งที่ 9)")) {
                return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("The paper has no ninth report");
    }

    private JsonNode get(String path) {
        return auditor.get("/projects/" + PAPER.code() + path + (path.contains("?") ? "&" : "?") + "atLeast=" + last);
    }

    private static List<Integer> numbers(JsonNode array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(each -> numbers.add(each.asInt()));
        return numbers;
    }

    private static JsonNode difference(JsonNode diff, String path) {
        for (JsonNode each : diff.path("differences")) {
            if (each.path("path").asString().equals(path)) {
                return each;
            }
        }
        throw new AssertionError("Nothing differs at " + path + ": " + diff);
    }

    @Test
    void the_second_printout_adds_three_reports_and_repeats_nothing() {
        assertThat(numbers(secondDraft.path("recorded").path("newReports"))).containsExactly(10, 11, 12);
        assertThat(numbers(secondDraft.path("recorded").path("sameReports"))).hasSize(9);
        assertThat(get("/reports")).hasSize(12);
        assertThat(get("").path("pauses")).hasSize(1);
        JsonNode project = get("");
        assertThat(project.path("status").asString()).isEqualTo("PAUSED");
        assertThat(project.path("percent").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void before_the_second_printout_twenty_percent_were_known_whatever_the_day_that_is_asked_for() {
        JsonNode then = get("/as-of?recordedAt=" + before);

        assertThat(then.path("percent").decimalValue()).isEqualByComparingTo("20");
        assertThat(then.path("reports")).hasSize(9);
        assertThat(then.path("status").asString()).isEqualTo("PAUSED");
        JsonNode register = auditor.get(
                "/projects?recordedAt=" + before + "&asOf=2021-09-30&q=" + PAPER.code() + "&atLeast=" + last);
        assertThat(register.path("items").get(0).path("percent").decimalValue()).isEqualByComparingTo("20");
        JsonNode after = auditor.get("/projects?asOf=2021-09-30&q=" + PAPER.code() + "&atLeast=" + last);
        assertThat(after.path("items").get(0).path("percent").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void what_the_second_printout_made_known_is_a_difference_on_the_recorded_axis() {
        JsonNode diff = get("/diff?axis=recorded&from=" + before);

        JsonNode percent = difference(diff, "percent");
        assertThat(percent.path("before").decimalValue()).isEqualByComparingTo("20");
        assertThat(percent.path("after").decimalValue()).isEqualByComparingTo("100");
        List<Long> recorded = new ArrayList<>();
        secondConfirmation.json().path("events").forEach(event -> recorded.add(event.path("position")
                .asLong()));
        percent.path("events")
                .forEach(event -> assertThat(recorded)
                        .contains(event.path("position").asLong()));
    }

    @Test
    void on_the_thirtieth_of_june_the_work_stood_at_twenty_percent_and_was_paused() {
        JsonNode then = get("/as-of?happenedOn=2021-06-30");

        assertThat(then.path("percent").decimalValue()).isEqualByComparingTo("20");
        assertThat(then.path("status").asString()).isEqualTo("PAUSED");
    }

    @Test
    void between_the_end_of_june_and_the_end_of_september_three_reports_moved_it_each_with_its_lines() {
        JsonNode diff = get("/diff?from=2021-06-28&to=2021-09-22");

        JsonNode percent = difference(diff, "percent");
        assertThat(percent.path("before").decimalValue()).isEqualByComparingTo("20");
        assertThat(percent.path("after").decimalValue()).isEqualByComparingTo("100");
        for (int number : List.of(10, 11, 12)) {
            JsonNode report = difference(diff, "reports[" + number + "]");
            assertThat(report.path("before").isNull()).isTrue();
            assertThat(report.path("events").get(0).path("source").path("lines")).isNotEmpty();
        }
    }

    @Test
    void every_report_keeps_the_digest_of_the_printout_that_brought_it() {
        JsonNode reports = get("/reports");

        String first = reports.get(0).path("source").path("sha256").asString();
        assertThat(first).isNotEqualTo(PAPER.sha256());
        assertThat(reports.get(8).path("source").path("sha256").asString()).isEqualTo(first);
        assertThat(reports.get(9).path("source").path("sha256").asString()).isEqualTo(PAPER.sha256());
    }
}
