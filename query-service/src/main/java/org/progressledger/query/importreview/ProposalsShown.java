package org.progressledger.query.importreview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.importreview.Draft.Proposal;
import org.progressledger.query.importreview.ReviewPage.Group;
import org.progressledger.query.importreview.ReviewPage.ProposalShown;
import tools.jackson.databind.JsonNode;

/** What a draft proposes, kind by kind. */
final class ProposalsShown {
    private final Draft draft;
    private final Answered answered;
    private final Map<String, String> wrong;
    private final Frame frame;

    ProposalsShown(Draft draft, Answered answered, Map<String, String> wrong, Frame frame) {
        this.draft = draft;
        this.answered = answered;
        this.wrong = wrong;
        this.frame = frame;
    }

    List<Group> groups() {
        Map<String, List<ProposalShown>> byKind = new LinkedHashMap<>();
        for (Proposal proposal : draft.proposals()) {
            byKind.computeIfAbsent(kind(proposal), kind -> new ArrayList<>()).add(shown(proposal));
        }
        List<Group> groups = new ArrayList<>();
        byKind.forEach((kind, proposals) -> groups.add(new Group(icon(kind), title(kind), proposals)));
        return groups;
    }

    private static String kind(Proposal proposal) {
        return proposal.isOfTheHead() ? "head" : proposal.type();
    }

    private String title(String kind) {
        return kind.equals("head") ? frame.say("importreview.ofTheHead") : frame.say("event." + kind);
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "letter-cited" -> "#i-paper";
            case "project-paused" -> "#i-pause";
            case "project-resumed" -> "#i-start";
            case "appeal-cited" -> "#i-appeal";
            case "activity-held" -> "#i-report";
            default -> "#i-fix";
        };
    }

    private ProposalShown shown(Proposal proposal) {
        JsonNode values = proposal.values();
        String detail = values.path("detail").asString("");
        boolean changes = values.has("after");
        String letter = values.path("letter").isObject() ? HeadFields.written("", values.path("letter"), frame) : "";
        return new ProposalShown(
                proposal.id(),
                changes ? changed(detail, letter) : title(proposal, values),
                words(values),
                changes ? HeadFields.written(detail, values.path("before"), frame) : null,
                changes ? HeadFields.written(detail, values.path("after"), frame) : null,
                proposal.isOfTheHead() ? null : confidence(proposal.confidence()),
                proposal.confidence().equals("LOW"),
                Ranges.written(proposal.lines()),
                Ranges.href(proposal.lines()),
                draft.isRecorded(proposal),
                answered.accepts(proposal),
                proposal.isOfTheHead() ? "head" : "",
                Editing.fields(proposal, answered, wrong, frame),
                error(proposal));
    }

    private @Nullable String error(Proposal proposal) {
        return wrong.get(Answered.EDIT + proposal.id());
    }

    private String changed(String detail, String letter) {
        String what = detail.isEmpty() ? frame.say("importreview.criteria") : HeadFields.label(detail, frame);
        return letter.isEmpty() ? what : what + " · " + frame.say("importreview.byLetter", Map.of("letter", letter));
    }

    private static String words(JsonNode values) {
        return Stream.of("description", "words", "subject")
                .map(name -> values.path(name).asString(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String title(Proposal proposal, JsonNode values) {
        return switch (proposal.type()) {
            case "activity-held" -> day(values, "heldOn");
            case "letter-cited" ->
                joined(
                        values.path("number").asString(""),
                        values.hasNonNull("datedOn") ? frame.say("dated") + " " + day(values, "datedOn") : "");
            case "project-paused" ->
                joined(
                        frame.say("since") + " " + day(values, "effectiveOn"),
                        frame.say("cause." + values.path("cause").asString("")));
            case "project-resumed" ->
                joined(
                        day(values, "effectiveOn"),
                        frame.say("importreview.pausedSince", Map.of("day", day(values, "pausedOn"))));
            case "appeal-cited" ->
                joined(
                        values.hasNonNull("round")
                                ? frame.say(
                                        "importreview.round",
                                        Map.of("n", values.path("round").asString("")))
                                : "",
                        Editing.stage(values.path("stage").asString(""), frame),
                        values.path("criteriaChanged").asBoolean(false) ? frame.say("importreview.criteriaToo") : "");
            default -> frame.say("event." + proposal.type());
        };
    }

    private String day(JsonNode values, String field) {
        return Days.written(values.path(field).asString(""), frame);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String confidence(String confidence) {
        return switch (confidence) {
            case "HIGH" -> frame.say("importreview.sure");
            case "MEDIUM" -> frame.say("importreview.ratherSure");
            default -> frame.say("importreview.lookTwice");
        };
    }
}
