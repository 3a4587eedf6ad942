package org.progressledger.query.appeals;

import static org.progressledger.query.forms.Field.choice;
import static org.progressledger.query.forms.Field.day;
import static org.progressledger.query.forms.Field.line;
import static org.progressledger.query.forms.Field.select;
import static org.progressledger.query.forms.Field.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.progressledger.query.forms.Field;
import org.progressledger.query.forms.Field.Choice;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.ProjectView;

/**
 * What somebody is about to record of an appeal: a finding, a decision or a taking back.
 *
 * @param form what is typed
 */
record AppealForm(Kind kind, Form form) {
    private static final String IN_THE_FUTURE = "DATE_IN_THE_FUTURE";

    /** What is recorded. */
    enum Kind {
        REVIEW("review", Map.of(IN_THE_FUTURE, "reviewedOn")),
        DECISION(
                "decision",
                Map.of(
                        IN_THE_FUTURE,
                        "decidedOn",
                        "DECIDED_BEFORE_FILED",
                        "decidedOn",
                        "INDICATOR_NOT_FOUND",
                        "indicator")),
        WITHDRAWAL("withdrawal", Map.of(IN_THE_FUTURE, "withdrawnOn", "WITHDRAWN_BEFORE_FILED", "withdrawnOn"));

        private final String path;
        private final Map<String, String> places;

        Kind(String path, Map<String, String> places) {
            this.path = path;
            this.places = places;
        }

        /** The last part of the paths of page and command. */
        String path() {
            return path;
        }

        /** By reason code, the field that a refusal is about which names none. */
        Map<String, String> places() {
            return places;
        }

        /** What is asked for. */
        List<Field> fields(ProjectView project, Frame frame) {
            return switch (this) {
                case REVIEW ->
                    List.of(
                            choice("outcome", frame.say("appeal.result"), results(frame)),
                            text("finding", frame.say("appeal.finding")).hinted(frame.say("appeal.findingHelp")),
                            day("reviewedOn", frame.say("appeal.reviewedOn"))
                                    .hinted(frame.say("appeal.reviewedOnHelp"))
                                    .mayBeEmpty());
                case DECISION -> withLetter(frame, decision(project, frame));
                case WITHDRAWAL ->
                    withLetter(
                            frame,
                            List.of(
                                    day("withdrawnOn", frame.say("appeal.withdrawnOn"))
                                            .hinted(frame.say("form.day")),
                                    text("reason", frame.say("reason")).hinted(frame.say("appeal.reasonHelp"))));
            };
        }

        private static List<Field> decision(ProjectView project, Frame frame) {
            List<Field> fields = new ArrayList<>(List.of(
                    choice("outcome", frame.say("appeal.outcome"), outcomes(frame)),
                    day("decidedOn", frame.say("appeal.decidedOn")).hinted(frame.say("form.day")),
                    text("criteriaBefore", frame.say("appeal.criteriaBefore"))
                            .hinted(frame.say("appeal.criteriaHelp"))
                            .mayBeEmpty(),
                    text("criteriaAfter", frame.say("appeal.criteriaAfter"))
                            .hinted(frame.say("appeal.criteriaHelp"))
                            .mayBeEmpty()));
            if (!project.adoptedIndicators().isEmpty()) {
                fields.add(select("indicator", frame.say("appeal.ofIndicator"), indicators(project, frame))
                        .mayBeEmpty());
            }
            return fields;
        }

        private static List<Choice> indicators(ProjectView project, Frame frame) {
            return Stream.concat(
                            Stream.of(new Choice("", frame.say("appeal.wholeProject"))),
                            project.adoptedIndicators().stream()
                                    .map(each -> new Choice(each.id(), each.id() + " · " + each.text())))
                    .toList();
        }

        private static List<Choice> results(Frame frame) {
            return Stream.of("COMPLIANT", "NOT_COMPLIANT", "INCONCLUSIVE")
                    .map(each -> new Choice(
                            each, frame.say("appeal.review." + each) + " – " + frame.say("appeal.reviewMeans." + each)))
                    .toList();
        }

        private static List<Choice> outcomes(Frame frame) {
            return Stream.of("GRANTED", "PARTLY_GRANTED", "REFUSED")
                    .map(each -> new Choice(each, frame.say("appeal.outcome." + each)))
                    .toList();
        }

        private static List<Field> withLetter(Frame frame, List<Field> before) {
            List<Field> all = new ArrayList<>(before);
            all.add(line("letter.number", frame.say("deed.letterNumber")).mayBeEmpty());
            all.add(day("letter.datedOn", frame.say("deed.letterDate"))
                    .hinted(frame.say("form.day"))
                    .mayBeEmpty());
            all.add(line("letter.subject", frame.say("deed.letterSubject")).mayBeEmpty());
            return all;
        }
    }

    // the template calls these
    public String path() {
        return kind.path();
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
