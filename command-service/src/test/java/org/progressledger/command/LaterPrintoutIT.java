package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.COLLEAGUE;
import static org.progressledger.command.Office.OFFICER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;
import org.progressledger.events.Baht;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import tools.jackson.databind.JsonNode;

/** Printouts of a project that is recorded already, over HTTP. */
class LaterPrintoutIT {

    /** The printout as it was when report n was the last: cut off before the date of the next one. */
    private static String cutAfter(int report, String text) {
        Matcher next = Pattern.compile("(?:<p>)?::\\s*\\d{2}/\\d{2}/\\d{4}").matcher(text);
        if (!next.find(text.indexOf("(ครั้งที่ " + report + ")"))) {
            throw new AssertionError("No report behind " + report);
        }
        return text.substring(0, next.start()) + "\n";
    }

    private static List<Integer> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    private static JsonNode proposal(Answer draft, String id) {
        return StreamSupport.stream(draft.body().get("proposals").spliterator(), false)
                .filter(each -> each.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("No " + id + " in " + draft.body().get("proposals")));
    }

    private static Project project(Office office, String code) {
        return office.archive().history(ProjectCode.of(code)).on(LocalDate.MAX).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_later_month_adds_its_reports_and_what_they_tell_and_nothing_twice(Office office) {
        String code = Office.newCode();
        String whole = Papers.sample(Papers.B, code);
        Answer first = Papers.hand(office, OFFICER, cutAfter(9, whole));
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(first.body().has("recorded")).isFalse();
        Papers.confirm(office, OFFICER, first, Papers.proposalIds(first));
        assertThat(project(office, code).reports()).hasSize(9);

        Answer second = Papers.hand(office, OFFICER, whole);

        JsonNode recorded = second.body().get("recorded");
        assertThat(numbers(recorded.get("newReports"))).containsExactly(10, 11, 12);
        assertThat(numbers(recorded.get("sameReports"))).hasSize(9);
        assertThat(recorded.get("differentReports").size()).isZero();
        assertThat(recorded.get("older").asBoolean()).isFalse();
        assertThat(recorded.get("recordedProposals").size())
                .isEqualTo(first.body().get("proposals").size());
        List<String> left = Papers.proposalIds(second);
        assertThat(left).doesNotContainAnyElementsOf(Papers.proposalIds(first));
        Answer confirmed = Papers.confirm(
                office,
                OFFICER,
                second,
                left,
                "If-Match",
                "\"" + recorded.get("version").asInt() + "\"");
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
        assertThat(project(office, code).reports()).hasSize(12);
        assertThat(project(office, code).pauses()).hasSize(1);
        Answer sameBytes = Papers.hand(office, OFFICER, whole);
        assertThat(sameBytes.body().get("recorded").get("recordedProposals").size())
                .isEqualTo(Papers.proposalIds(sameBytes).size());
        assertThat(Papers.confirm(office, COLLEAGUE, second, left).code()).isEqualTo("NOTHING_TO_RECORD");

        Answer older = Papers.hand(office, OFFICER, cutAfter(9, whole) + "\n");
        assertThat(older.body().get("recorded").get("older").asBoolean()).isTrue();
        assertThat(older.body().get("warnings").toString()).contains("PRINTOUT_IS_OLDER");
        assertThat(Papers.confirm(office, COLLEAGUE, older, List.of()).code()).isEqualTo("NOTHING_TO_RECORD");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void changed_details_are_proposed_as_amendments_and_persons_are_compared_in_clear(Office office) {
        String code = Office.newCode();
        String text = Papers.sample(Papers.A, code);
        Papers.confirm(office, OFFICER, Papers.hand(office, OFFICER, text), List.of());
        assertThat(Papers.proposalIds(Papers.hand(office, OFFICER, text + "\n")))
                .as("line breaks elsewhere amend nothing")
                .noneMatch(id -> id.startsWith("amend-"));
        String allocated = project(office, code).budget().allocated().value().toPlainString();
        String changed = text.replaceFirst("(งบประมาณที่ได้รับ[^0-9]*)[0-9,.]+", "$11,234,567.00");
        assertThat(changed).isNotEqualTo(text);

        Answer draft = Papers.hand(office, OFFICER, changed);

        JsonNode amendment = proposal(draft, "amend-budget.allocated");
        assertThat(amendment.get("type").asString()).isEqualTo("project-details-amended");
        assertThat(amendment.get("values").get("before").decimalValue()).isEqualByComparingTo(allocated);
        assertThat(amendment.get("values").get("after").decimalValue()).isEqualByComparingTo("1234567");
        List<String> amendments = Papers.proposalIds(draft).stream()
                .filter(id -> id.startsWith("amend-"))
                .toList();
        assertThat(amendments).containsExactly("amend-budget.allocated");
        Answer confirmed = Papers.confirm(office, OFFICER, draft, amendments);
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
        assertThat(confirmed.body().get("events").size()).isEqualTo(1);
        assertThat(project(office, code).budget().allocated()).isEqualTo(Baht.of("1234567"));
        assertThat(Papers.confirm(office, OFFICER, draft, amendments).body()).isEqualTo(confirmed.body());
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_changed_past_report_is_shown_refused_and_recorded_as_a_correction_with_reason_and_letter(Office office) {
        String code = Office.newCode();
        String text = Papers.sample(Papers.A, code);
        Papers.confirm(office, OFFICER, Papers.hand(office, OFFICER, text), List.of());
        String changed = text.replaceFirst("15\\.00 ?%", "16.00 %");
        assertThat(changed).isNotEqualTo(text);
        long before = office.lastPosition();

        Answer draft = Papers.hand(office, OFFICER, changed);

        JsonNode different =
                draft.body().get("recorded").get("differentReports").get(0);
        int number = different.get("reportNo").asInt();
        assertThat(different.get("fields").get(0).get("field").asString()).isEqualTo("percent");
        assertThat(different.get("fields").get(0).get("recorded").decimalValue())
                .isEqualByComparingTo("15");
        assertThat(different.get("fields").get(0).get("printed").decimalValue()).isEqualByComparingTo("16");
        assertThat(draft.body().get("warnings").toString()).contains("REPORT_DIFFERS_FROM_LEDGER");
        Answer refused = Papers.confirm(office, OFFICER, draft, List.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("PRINTOUT_CONTRADICTS_REPORTS");
        assertThat(refused.body()
                        .get("data")
                        .get("differences")
                        .get(0)
                        .get("reportNo")
                        .asInt())
                .isEqualTo(number);
        assertThat(office.lastPosition()).isEqualTo(before);

        Answer incomplete = confirm(office, draft, Map.of("reportNo", number, "reason", " "));
        assertThat(incomplete.code()).isEqualTo("INVALID_FIELDS");
        List<String> wrong = new ArrayList<>();
        incomplete
                .body()
                .get("errors")
                .forEach(error -> wrong.add(error.get("field").asString()));
        assertThat(wrong).containsExactly("corrections[0].reason", "corrections[0].letter");

        Answer confirmed =
                confirm(office, draft, Map.of("reportNo", number, "reason", "พิมพ์ผิด", "letter", "กท 1/2564"));
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
        assertThat(confirmed.body().get("events").size()).isEqualTo(1);
        assertThat(project(office, code).reports().get(number).corrections()).hasSize(1);
    }

    private static Answer confirm(Office office, Answer draft, Map<String, Object> correction) {
        return office.post(
                OFFICER,
                "/api/v1/imports/" + Papers.importId(draft) + "/confirmation",
                Map.of("accept", List.of(), "corrections", List.of(correction)));
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void paper_of_a_typed_project_tells_what_it_changes(Office office) {
        String typed = office.newProject();

        Answer draft = Papers.hand(office, OFFICER, Papers.sample(Papers.A, typed));

        assertThat(draft.body().get("recorded").get("newReports").size()).isPositive();
        assertThat(Papers.proposalIds(draft)).contains("amend-name", "amend-agency");
        Answer confirmed = Papers.confirm(office, OFFICER, draft, List.of("amend-name"));
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void whoever_confirms_what_they_saw_is_told_that_something_was_recorded_since(Office office) {
        String code = Office.newCode();
        String whole = Papers.sample(Papers.B, code);
        Papers.confirm(office, OFFICER, Papers.hand(office, OFFICER, cutAfter(9, whole)), List.of());
        Answer draft = Papers.hand(office, OFFICER, whole);
        String seen = "\"" + draft.body().get("recorded").get("version").asInt() + "\"";
        office.post(
                OFFICER,
                "/api/v1/projects/" + code + "/activities",
                Map.of("heldOn", "2021-06-01", "description", "ประชุม"));

        Answer refused = Papers.confirm(office, OFFICER, draft, List.of(), "If-Match", seen);

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("VERSION_HAS_CHANGED");
    }
}
