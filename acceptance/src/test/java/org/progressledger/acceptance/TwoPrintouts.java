package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Both printouts were imported by their officers; the auditor asks what the paper says. */
@ExtendWith(SharedSystem.class)
abstract class TwoPrintouts {
    private static final String ANY_SPACE = "(?U)\\s+";

    private final RunningSystem system;
    private final Map<String, Answer> confirmations;
    private final Client auditor;

    TwoPrintouts(SharedSystem.Loaded loaded) {
        this.system = loaded.system();
        this.confirmations = loaded.confirmations();
        this.auditor = system.as("auditor");
    }

    static List<Samples> samples() {
        return List.of(Samples.DISTRICT, Samples.COUNCIL);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_report_is_answered_as_printed_in_the_order_of_its_true_number(Samples paper) {
        JsonNode reports = get(paper, "/reports");
        JsonNode expected = paper.expected().get("reports");
        assertThat(reports).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode report = reports.get(i);
            JsonNode printed = expected.get(i);
            for (String field : List.of("reportNo", "labelNo", "reportedOn", "scheduleStatus", "targetStatus")) {
                assertThat(report.get(field)).as("%s of %s", field, report).isEqualTo(printed.get(field));
            }
            for (String amount : List.of("percent", "change", "disbursed")) {
                sameAmount(report.get(amount), printed.get(amount), amount + " of " + report);
            }
            assertThat(report.get("revision").asInt()).isEqualTo(1);
            assertThat(report.get("state").asString()).isEqualTo("REPORTED");
            assertThat(report.get("event").get("actor").toString()).contains(paper.officer());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_narrative_holds_the_printed_sentences_and_nothing_else(Samples paper) {
        JsonNode reports = get(paper, "/reports");
        JsonNode expected = paper.expected().get("reports");
        for (int i = 0; i < expected.size(); i++) {
            List<String> sentences = texts(expected.get(i).get("sentences"));
            String narrative = reports.get(i).get("narrative").asString();
            assertThat(narrative)
                    .startsWith(sentences
                            .getFirst()
                            .substring(0, Math.min(40, sentences.getFirst().length())))
                    .doesNotContain("****", "รายงานครั้งที่", "::", "<", ">");
            assertThat(words(narrative)).isEqualTo(words(String.join("", sentences)));

            String raw = reports.get(i).get("narrativeRaw").asString();
            assertThat(paper.text()).as("what was printed, letter by letter").contains(raw);
            sentences.forEach(sentence -> assertThat(words(raw)).contains(words(sentence)));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_report_points_at_the_lines_that_print_it(Samples paper) {
        JsonNode reports = get(paper, "/reports");
        JsonNode expected = paper.expected().get("reports");
        for (int i = 0; i < expected.size(); i++) {
            JsonNode source = reports.get(i).get("source");
            JsonNode printed = expected.get(i);
            assertThat(source.get("sha256").asString()).isEqualTo(paper.sha256());
            assertThat(covers(source.get("lines"), printed.get("dateLine").asInt()))
                    .as("%s", source)
                    .isTrue();
            assertThat(covers(source.get("lines"), printed.get("percentLine").asInt()))
                    .as("%s", source)
                    .isTrue();
            holdsDateAndPercent(paper, source.get("lines"), printed);
        }
    }

    private static void holdsDateAndPercent(Samples paper, JsonNode lines, JsonNode printed) {
        assertThat(paper.on(lines))
                .contains(":: " + printed.get("printedDate").asString())
                .contains(
                        "= " + printed.get("percent").decimalValue().setScale(2).toPlainString() + " %")
                .contains("(ครั้งที่ " + printed.get("reportNo").asInt() + ")");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_page_of_the_project_says_what_the_head_of_the_form_says(Samples paper) {
        JsonNode project = get(paper, "");
        JsonNode header = paper.expected().get("header");
        header.properties().forEach(field -> holds(project.get(field.getKey()), field.getValue(), field.getKey()));
        JsonNode last = paper.expected()
                .get("reports")
                .get(paper.expected().get("reports").size() - 1);
        JsonNode latest = project.get("latestReport");
        for (String field :
                List.of("reportNo", "reportedOn", "percent", "disbursed", "scheduleStatus", "targetStatus")) {
            holds(latest.get(field), last.get(field), field);
        }
        assertThat(words(latest.get("narrative").asString()))
                .isEqualTo(words(String.join("", texts(last.get("sentences")))));
        assertThat(project.get("ledgerPosition").asLong())
                .isGreaterThanOrEqualTo(confirmations.get(paper.code()).position());
        Instant.parse(project.get("recordedAt").asString());
        assertThat(project.get("flags")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_percent_changes_add_up_and_each_names_where_it_comes_from(Samples paper) {
        JsonNode changes = get(paper, "/percent-changes");
        JsonNode expected = paper.expected().get("reports");
        assertThat(changes).hasSameSizeAs(expected);
        BigDecimal current = BigDecimal.ZERO;
        long before = -1;
        for (int i = 0; i < expected.size(); i++) {
            JsonNode change = changes.get(i);
            JsonNode printed = expected.get(i);
            holds(change.get("reportNo"), printed.get("reportNo"), "reportNo");
            sameAmount(change.get("from"), current, "from");
            sameAmount(change.get("change"), printed.get("change").decimalValue(), "change");
            current = current.add(change.get("change").decimalValue());
            sameAmount(change.get("to"), current, "to");
            sameAmount(change.get("to"), printed.get("percent").decimalValue(), "to, as printed");
            sameAmount(change.get("reportTo"), printed.get("percent").decimalValue(), "reportTo");

            long position = positionOf(change);
            assertThat(position).isGreaterThan(before);
            before = position;
            assertThat(change.get("actor").toString()).contains(paper.officer());
            holds(change.get("happenedOn"), printed.get("reportedOn"), "happenedOn");
            assertThat(Instant.parse(change.get("recordedAt").asString()))
                    .isEqualTo(Instant.parse(confirmations
                            .get(paper.code())
                            .json()
                            .get("recordedAt")
                            .asString()));
            assertThat(change.get("source").get("sha256").asString()).isEqualTo(paper.sha256());
            holdsDateAndPercent(paper, change.get("source").get("lines"), printed);
        }
        sameAmount(get(paper, "").get("percent"), current, "the sum of all changes");
    }

    private static long positionOf(JsonNode change) {
        JsonNode event = change.get("event");
        return event.isNumber() ? event.asLong() : event.get("position").asLong();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_timeline_lists_every_event_of_the_import_and_no_other(Samples paper) {
        JsonNode timeline = get(paper, "/timeline");
        JsonNode expected = paper.expected().get("timeline");
        JsonNode recorded = confirmations.get(paper.code()).json().get("events");
        assertThat(StreamSupport.stream(timeline.spliterator(), false)
                        .map(TwoPrintouts::typeAndDate)
                        .toList())
                .isEqualTo(StreamSupport.stream(expected.spliterator(), false)
                        .map(TwoPrintouts::typeAndDate)
                        .toList());
        for (int i = 0; i < expected.size(); i++) {
            JsonNode event = timeline.get(i);
            assertThat(event.get("position")).isEqualTo(recorded.get(i).get("position"));
            assertThat(event.get("hash")).isEqualTo(recorded.get(i).get("hash"));
            assertThat(event.get("sequence").asInt()).isEqualTo(i);
            assertThat(event.get("summary").get("th").asString()).matches("(?s).*[ก-๛].*");
            assertThat(event.get("summary").get("en").asString()).isNotBlank();
            assertThat(event.get("source").get("sha256").asString()).isEqualTo(paper.sha256());
            assertThat(event.get("source").get("lines")).isNotEmpty();
        }
    }

    private static String typeAndDate(JsonNode event) {
        return event.get("type").asString() + " " + event.get("happenedOn").asString();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_raw_history_holds_the_facts_that_the_paper_tells_and_no_name_in_clear(Samples paper) {
        List<JsonNode> events = RawHistory.of(system).stream()
                .filter(event -> paper.code().equals(event.get("stream").asString()))
                .toList();
        JsonNode expected = paper.expected().get("timeline");
        assertThat(events).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode event = events.get(i);
            assertThat(event.get("type")).isEqualTo(expected.get(i).get("type"));
            if (expected.get(i).has("payload")) {
                holds(event.get("payload"), expected.get(i).get("payload"), event.toString());
            }
            if (expected.get(i).has("reportNo") && !event.get("payload").has("reportNo")) {
                assertThat(event.get("metadata").get("reportNo"))
                        .as("told by the narrative of report")
                        .isEqualTo(expected.get(i).get("reportNo"));
            }
            paper.expected()
                    .get("people")
                    .forEach(person -> person.forEach(
                            secret -> assertThat(event.toString()).doesNotContain("\"" + secret.asString() + "\"")));
            assertThat(event.toString()).doesNotContain("เจ้าหน้าที่ผู้รับผิดชอบ", "ผู้ประสานงาน ");
        }
        registrationHolds(events.getFirst().get("payload"), paper.expected().get("registration"));
    }

    private static void registrationHolds(JsonNode payload, JsonNode expected) {
        expected.properties().forEach(field -> {
            switch (field.getKey()) {
                case "rationaleSentences" ->
                    assertThat(words(payload.get("rationale").asString()))
                            .isEqualTo(words(String.join("", texts(field.getValue()))));
                case "target" ->
                    assertThat(payload.path("target").asString(null))
                            .isEqualTo(field.getValue().asString(null));
                default -> holds(payload.get(field.getKey()), field.getValue(), field.getKey());
            }
        });
        assertThat(payload.get("responsibleOfficer").get("sealed").asString()).isNotBlank();
        assertThat(payload.get("coordinator").get("sealed").asString()).isNotBlank();
    }

    @Test
    void positions_are_dense_from_zero() {
        List<JsonNode> events = RawHistory.of(system);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).get("position").asInt()).isEqualTo(i);
        }
        assertThat(events.size()).isGreaterThanOrEqualTo(23 + 22);
    }

    @Test
    void the_list_is_searched_by_a_piece_of_a_thai_word_paged_and_sorted() {
        assertThat(codes("?fiscalYear=2564")).containsExactlyInAnyOrder("50470000-3298", "01000000-2462");
        assertThat(codes("?fiscalYear=2564&q=" + encoded("ประชาสังคม"))).containsExactly("50470000-3298");
        assertThat(codes("?fiscalYear=2564&q=" + encoded("สภากรุงเทพ"))).containsExactly("01000000-2462");
        assertThat(codes("?fiscalYear=2564&q=" + encoded("ไม่มีคำนี้"))).isEmpty();
        assertThat(codes("?fiscalYear=2564&agency=01000000")).containsExactly("01000000-2462");
        assertThat(codes("?fiscalYear=2564&status=PAUSED")).hasSize(2);
        assertThat(codes("?fiscalYear=2564&status=COMPLETED")).isEmpty();

        JsonNode first = auditor.get("/projects?fiscalYear=2564&page=0&size=1&sort=projectCode");
        JsonNode second = auditor.get("/projects?fiscalYear=2564&page=1&size=1&sort=projectCode");
        assertThat(first.get("total").asInt()).isEqualTo(2);
        assertThat(first.get("page").asInt()).isZero();
        assertThat(second.get("size").asInt()).isEqualTo(1);
        assertThat(first.get("items").get(0).get("projectCode").asString()).isEqualTo("01000000-2462");
        assertThat(second.get("items").get(0).get("projectCode").asString()).isEqualTo("50470000-3298");
    }

    private List<String> codes(String query) {
        List<String> codes = new ArrayList<>();
        auditor.get("/projects" + query)
                .get("items")
                .forEach(project -> codes.add(project.get("projectCode").asString()));
        return codes;
    }

    @Test
    void what_was_just_recorded_is_answered_at_once_when_its_position_is_given() {
        Client coordinator = system.as("coordinator");
        String code = Paperwork.newCode();
        coordinator.command("/projects", Paperwork.registration(code)).ok();
        for (int no = 1; no <= 10; no++) {
            Answer recorded = coordinator
                    .command("/projects/" + code + "/reports", Paperwork.report(no, BigDecimal.valueOf(no)))
                    .ok();
            JsonNode project = auditor.get("/projects/" + code + "?atLeast=" + recorded.position());
            sameAmount(project.get("percent"), BigDecimal.valueOf(no), "percent");
            assertThat(auditor.get("/projects/" + code + "/reports?atLeast=" + recorded.position()))
                    .hasSize(no);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void names_are_masked_for_the_auditor_and_clear_for_those_who_work_with_them(Samples paper) {
        String path = "/projects/" + paper.code();
        for (String seer : List.of(paper.officer(), "coordinator", "supervisor")) {
            paper.expected()
                    .get("people")
                    .properties()
                    .forEach(person -> holds(
                            system.as(seer).get(path).get(person.getKey()),
                            person.getValue(),
                            person.getKey() + " for " + seer));
        }
        for (String other : List.of("auditor", "reviewer")) {
            String shown = system.as(other).ask(path).ok().text();
            paper.expected()
                    .get("people")
                    .forEach(person ->
                            assertThat(shown).doesNotContain(person.get("name").asString()));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_same_printout_again_records_nothing_new(Samples paper) {
        long before = RawHistory.count(system);
        Answer again = paper.importInto(system);
        assertThat(again.text()).isEqualTo(confirmations.get(paper.code()).text());
        assertThat(RawHistory.count(system)).isEqualTo(before);
    }

    private JsonNode get(Samples paper, String what) {
        long recorded = confirmations.get(paper.code()).position();
        return auditor.get("/projects/" + paper.code() + what + "?atLeast=" + recorded);
    }

    /** Whether all that is expected is there, amounts compared as numbers; more may be there. */
    private static void holds(JsonNode found, JsonNode expected, String what) {
        if (expected.isObject()) {
            assertThat(found).as(what).isNotNull();
            expected.properties()
                    .forEach(field -> holds(found.get(field.getKey()), field.getValue(), what + "." + field.getKey()));
        } else if (expected.isArray()) {
            assertThat(found).as(what).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                holds(found.get(i), expected.get(i), what + "[" + i + "]");
            }
        } else if (expected.isNumber()) {
            sameAmount(found, expected, what);
        } else {
            assertThat(found).as(what).isEqualTo(expected);
        }
    }

    private static void sameAmount(JsonNode found, JsonNode expected, String what) {
        sameAmount(found, expected.decimalValue(), what);
    }

    private static void sameAmount(JsonNode found, BigDecimal expected, String what) {
        assertThat(found).as(what).isNotNull();
        assertThat(found.isNumber()).as(what + " is a JSON number").isTrue();
        assertThat(found.decimalValue()).as(what).isEqualByComparingTo(expected);
    }

    private static boolean covers(JsonNode ranges, int line) {
        return StreamSupport.stream(ranges.spliterator(), false)
                .anyMatch(range ->
                        range.get(0).asInt() <= line && line <= range.get(1).asInt());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static String words(String text) {
        return text.replaceAll(ANY_SPACE, "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
