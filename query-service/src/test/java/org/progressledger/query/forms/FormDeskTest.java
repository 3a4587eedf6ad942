package org.progressledger.query.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.events.EventJson;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.Texts;
import org.progressledger.query.forms.Form.Change;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.sending.CommandDesk.FieldError;
import org.progressledger.query.sending.CommandDesk.Refused;

/** Where the words of a refusal stand. */
class FormDeskTest {
    private static final Frame FRAME = new Frame(
            Language.EN,
            new Texts(List.of(new MessageBundle("messages/pages"))),
            null,
            true,
            List.of(),
            null,
            "",
            "",
            "",
            null,
            null);
    private static final Form FORM = Form.typed(
            List.of(
                    Field.day("on", "Day"),
                    Field.line("scope", "Codes"),
                    Field.line("letter.number", "Letter"),
                    Field.number("parts[0].score", "Part 1")),
            Map.of("version", "3"));
    private static final Map<String, String> PLACES =
            Map.of("DATE_IN_THE_FUTURE", "on", "AMENDMENT_CHANGES_NOTHING", "");

    private static Form told(String code, String data, FieldError... errors) {
        Refused refused =
                new Refused(409, code, "no", List.of(errors), EventJson.mapper().readTree(data));
        return desk().refused(FORM, refused, PLACES, FRAME);
    }

    private static FormDesk desk() {
        return new FormDesk(null);
    }

    @ParameterizedTest
    @CsvSource({
        "on,on",
        "scope,scope",
        "scope[2],scope",
        "letter,letter.number",
        "parts[0],parts[0].score",
        "parts,parts[0].score"
    })
    void an_error_stands_at_its_field_or_at_what_the_page_asks_of_it(String error, String field) {
        assertThat(told("INVALID_FIELDS", "{}", new FieldError(error, "REQUIRED", "needed"))
                        .wrongs())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.field()).isEqualTo(FORM.field(field)))
                .satisfies(wrong -> assertThat(wrong.words()).isEqualTo("needed"));
    }

    @Test
    void what_the_form_does_not_ask_for_is_named_and_what_is_about_the_whole_form_is_about_no_field() {
        assertThat(told("INVALID_FIELDS", "{}", new FieldError("other", "REQUIRED", "needed"))
                        .wrongs())
                .extracting(Form.Wrong::words)
                .containsExactly("other: needed");
        assertThat(told("INVALID_FIELDS", "{}", new FieldError("on", "AMENDMENT_CHANGES_NOTHING", "nothing"))
                        .wrongs())
                .singleElement()
                .isEqualTo(new Form.Wrong(null, "nothing"));
        assertThat(told("DATE_IN_THE_FUTURE", "{}").wrongs())
                .singleElement()
                .isEqualTo(new Form.Wrong(FORM.field("on"), "no"));
    }

    @Test
    void what_others_recorded_meanwhile_is_told_in_its_words_where_they_are_known() {
        Form moved = told("VERSION_HAS_CHANGED", """
                        {"version": 5, "changes": [
                          {"sequence": 3, "type": "letter-cited", "actor": "a", "recordedAt": "2026-11-26T03:00:00Z"},
                          {"sequence": 4, "type": "activity-held", "actor": "b", "recordedAt": "2026-11-26T03:00:00Z"}]}
                        """).explained(sequence -> sequence == 3 ? "Letter 9" : null);
        assertThat(moved.version()).isEqualTo(5);
        assertThat(moved.changes()).extracting(Change::words).containsExactly("Letter 9", null);
        assertThat(moved.key()).isEqualTo(FORM.key());
    }
}
