package org.progressledger.query.importreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.progressledger.events.EventJson;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** From what was typed on the page to what is sent. */
class AnsweredTest {
    private static final Draft DRAFT = EventJson.mapper().readValue("""
            {"importId": "i", "sha256": "s", "warnings": [], "sourceLines": ["x"], "unknown": 1,
             "form": {"projectCode": "50470000-3298", "reports": [], "lines": {"name": [[1, 1]]}},
             "recorded": {"version": 7, "older": false, "newReports": [3], "sameReports": [], "recordedProposals": ["old"],
               "differentReports": [{"reportNo": 2, "fields": [{"field": "percent", "recorded": 10, "printed": 12}]}]},
             "proposals": [
               {"id": "a", "type": "activity-held", "reportNo": 1, "lines": [[1, 1]], "matched": "x", "confidence": "HIGH",
                "rule": "r", "values": {"heldOn": "2021-01-28", "description": "ประชุม\\u000Bเครือข่าย"}},
               {"id": "c", "type": "appeal-cited", "reportNo": 1, "lines": [], "matched": "", "confidence": "LOW", "rule": "r",
                "values": {"round": 2, "stage": "DECIDED", "criteriaChanged": true, "words": "w"}},
               {"id": "amend-budget.spent", "type": "project-details-amended", "lines": [], "matched": "", "confidence": "HIGH",
                "values": {"detail": "budget.spent", "before": 0, "after": 5}}]}
            """, Draft.class);

    private static MultiValueMap<String, String> form(String... namesAndValues) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    @Test
    void what_was_not_changed_is_not_sent_as_changed() {
        Answered answered = Answered.of(form(
                "accept",
                "a",
                "accept",
                "c",
                "edit.a.heldOn",
                "28/01/2564",
                "edit.a.description",
                "ประชุม\r\nเครือข่าย ",
                "edit.c.round",
                "๒",
                "edit.c.stage",
                "DECIDED",
                "edit.c.criteriaChanged",
                "true",
                "edit.c.words",
                "w"));
        assertThat(answered.confirmation(DRAFT))
                .containsEntry("accept", List.of("a", "c"))
                .containsEntry("edit", Map.of());
    }

    @Test
    void what_was_changed_is_sent_in_the_shape_of_the_api() {
        Answered answered = Answered.of(form(
                "accept",
                "a",
                "accept",
                "c",
                "edit.a.heldOn",
                "27/1/2564",
                "edit.c.round",
                "",
                "edit.c.criteriaChanged",
                "false"));
        Map<?, ?> edit = (Map<?, ?>) answered.confirmation(DRAFT).get("edit");
        assertThat(edit.get("a")).isEqualTo(Map.of("heldOn", "2021-01-27"));
        assertThat((Map<?, ?>) edit.get("c"))
                .extracting(changes -> changes.get("round"), changes -> changes.get("criteriaChanged"))
                .containsExactly(null, false);
    }

    @Test
    void what_is_no_day_is_sent_as_it_was_typed_for_the_rules_are_not_the_pages() {
        Answered answered = Answered.of(form("accept", "a", "edit.a.heldOn", "31/02/2564"));
        assertThat((Map<?, ?>) answered.confirmation(DRAFT).get("edit"))
                .isEqualTo(Map.of("a", Map.of("heldOn", "31/02/2564")));
    }

    @Test
    void edits_of_what_was_not_accepted_and_of_the_head_are_not_sent() {
        Answered answered = Answered.of(form(
                "accept", "amend-budget.spent", "edit.a.heldOn", "27/1/2564", "edit.amend-budget.spent.after", "9"));
        assertThat(answered.confirmation(DRAFT)).contains(entry("edit", Map.of()));
    }

    @Test
    void corrections_are_sent_only_where_somebody_gave_a_reason_or_a_letter() {
        assertThat(Answered.of(form("reason.2", " ")).confirmation(DRAFT)).doesNotContainKey("corrections");
        assertThat(Answered.of(form("reason.2", "พิมพ์ผิด", "letter.2", "กท 1")).confirmation(DRAFT))
                .containsEntry("corrections", List.of(Map.of("reportNo", 2, "reason", "พิมพ์ผิด", "letter", "กท 1")));
    }

    @Test
    void what_is_unsure_is_not_accepted_beforehand_and_what_was_decided_stays_so() {
        Answered first = Answered.nothing(Map.of());
        assertThat(DRAFT.proposals()).extracting(first::accepts).containsExactly(true, false, true);
        Answered later = Answered.of(form("offered", "a", "offered", "c", "accept", "c"));
        assertThat(DRAFT.proposals()).extracting(later::accepts).containsExactly(false, true, true);
    }

    @Test
    void a_choice_that_the_page_was_not_read_by_is_shown_before_it_is_sent() {
        assertThat(Answered.of(form("choice.r5", "line-8", "shown", "r5:line-8"))
                        .hasSeenAsChosen())
                .isTrue();
        assertThat(Answered.of(form("choice.r5", "line-9", "shown", "r5:line-8"))
                        .hasSeenAsChosen())
                .isFalse();
        assertThat(Answered.of(form("shown", "r5:line-8")).hasSeenAsChosen()).isTrue();
    }

    @Test
    void a_day_that_was_refused_is_found_by_what_it_says() {
        Answered typed = Answered.of(form("offered", "a", "accept", "a", "edit.a.heldOn", "1/1/2600"));
        assertThat(Editing.daysThatSay("2057-01-01", DRAFT, typed)).containsExactly("edit.a.heldOn");
        assertThat(Editing.daysThatSay("2021-01-28", DRAFT, typed)).isEmpty();
        assertThat(Editing.daysThatSay("2021-01-28", DRAFT, Answered.nothing(Map.of())))
                .as("as it was read")
                .containsExactly("edit.a.heldOn");
        assertThat(Editing.daysThatSay("2021-01-28", DRAFT, Answered.of(form("offered", "a"))))
                .as("what is not accepted is not refused")
                .isEmpty();
    }

    @Test
    void a_recorded_project_gets_its_new_reports_and_corrections_but_no_second_registration() {
        assertThat(DRAFT.certainFacts(List.of(report(2), report(3)))).isEqualTo(2);
    }

    private static Draft.Report report(int number) {
        return EventJson.mapper().readValue("""
                        {"reportNo": %d, "reportedOn": "2021-01-28", "percent": 1, "disbursed": 0, "scheduleStatus": "ON_PLAN",
                         "targetStatus": "ON_TARGET", "narrative": "", "lines": []}""".formatted(number), Draft.Report.class);
    }
}
