package org.progressledger.query.appeals;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame.Moment;

/**
 * What somebody is about to record of an appeal: a finding, a decision or a taking back.
 *
 * @param kind the last part of the command's path
 * @param key makes a second click harmless
 * @param version position of the project's last event when the form was opened
 * @param typed by field name
 * @param errors what is wrong, by field name
 * @param refused why nothing was recorded; null unless something was refused
 * @param since what others recorded after the form was opened
 * @param indicators adopted ones, which a decision may name
 */
record AppealForm(
        Kind kind,
        String key,
        long version,
        Map<String, String> typed,
        Map<String, String> errors,
        @Nullable String refused,
        List<Since> since,
        List<Choice> indicators) {

    /** What is recorded, and the fields that it has. */
    enum Kind {
        REVIEW("review", List.of("outcome", "finding", "reviewedOn")),
        DECISION(
                "decision",
                List.of(
                        "decidedOn",
                        "outcome",
                        "criteriaBefore",
                        "criteriaAfter",
                        "indicator",
                        "letter.number",
                        "letter.datedOn",
                        "letter.subject")),
        WITHDRAWAL("withdrawal", List.of("withdrawnOn", "reason", "letter.number", "letter.datedOn", "letter.subject"));

        private final String path;
        private final List<String> fields;

        Kind(String path, List<String> fields) {
            this.path = path;
            this.fields = fields;
        }

        String path() {
            return path;
        }

        List<String> fields() {
            return fields;
        }

        static boolean isDate(String field) {
            return field.endsWith("On");
        }
    }

    /** An event that was recorded meanwhile. */
    record Since(long number, String position, String words, String by, Moment recorded) {}

    /** One of several. */
    record Choice(String value, String text) {}

    // the template calls these
    public boolean isReview() {
        return kind == Kind.REVIEW;
    }

    public boolean isDecision() {
        return kind == Kind.DECISION;
    }

    public boolean isWithdrawal() {
        return kind == Kind.WITHDRAWAL;
    }

    public String path() {
        return kind.path();
    }

    /** What was typed into a field; empty for nothing. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What is wrong with a field. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** How a field is told from others on the page. */
    public String id(String field) {
        return "f-" + field.replace('.', '-');
    }
}
