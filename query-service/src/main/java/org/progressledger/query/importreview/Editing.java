package org.progressledger.query.importreview;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealStage;
import org.progressledger.events.PauseCause;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.importreview.Draft.Proposal;
import org.progressledger.query.importreview.ReviewPage.Choice;
import org.progressledger.query.importreview.ReviewPage.Field;
import tools.jackson.databind.JsonNode;

/** The values of a proposal that a person may change before it is recorded, as they are typed. */
final class Editing {
    private enum Kind {
        DAY,
        TEXT,
        WORDS,
        NUMBER,
        AMOUNT,
        CAUSE,
        STAGE,
        TRUTH
    }

    private record Value(String name, Kind kind) {}

    private Editing() {}

    private static List<Value> values(Proposal proposal) {
        if (proposal.isOfTheHead()) {
            return List.of();
        }
        return switch (proposal.type()) {
            case "activity-held" -> List.of(new Value("heldOn", Kind.DAY), new Value("description", Kind.WORDS));
            case "letter-cited" ->
                List.of(
                        new Value("number", Kind.TEXT),
                        new Value("datedOn", Kind.DAY),
                        new Value("subject", Kind.TEXT));
            case "project-paused" ->
                List.of(
                        new Value("effectiveOn", Kind.DAY),
                        new Value("cause", Kind.CAUSE),
                        new Value("words", Kind.WORDS));
            case "project-resumed" -> List.of(new Value("effectiveOn", Kind.DAY), new Value("words", Kind.WORDS));
            case "appeal-cited" ->
                List.of(
                        new Value("round", Kind.NUMBER),
                        new Value("stage", Kind.STAGE),
                        new Value("criteriaChanged", Kind.TRUTH),
                        new Value("words", Kind.WORDS));
            case "project-details-amended" ->
                List.of(new Value(
                        "after", ofDetail(proposal.values().path("detail").asString(""))));
            case "indicator-criteria-changed" -> List.of(new Value("after", Kind.WORDS));
            default -> List.of();
        };
    }

    private static Kind ofDetail(String detail) {
        return switch (detail) {
            case "period.endsOn" -> Kind.DAY;
            case "budget.allocated" -> Kind.AMOUNT;
            default -> Kind.WORDS;
        };
    }

    private static String name(Proposal proposal, Value value) {
        return Answered.EDIT + proposal.id() + "." + value.name();
    }

    /** What to fill in, with what was typed or else what was read. */
    static List<Field> fields(Proposal proposal, Answered answered, Map<String, String> wrong, Frame frame) {
        List<Field> fields = new ArrayList<>();
        for (Value value : values(proposal)) {
            String name = name(proposal, value);
            String read = written(proposal.values().path(value.name()), value.kind(), frame);
            String shown = answered.typed().getOrDefault(name, read);
            fields.add(new Field(
                    name,
                    label(value.name(), frame),
                    kind(value.kind()),
                    shown,
                    choices(value.kind(), shown, frame),
                    !isSame(shown, read),
                    wrong.get(name)));
        }
        return fields;
    }

    /** The names of the days of accepted proposals that are this one, as they are sent. */
    static List<String> daysThatSay(String iso, Draft draft, Answered answered) {
        List<String> names = new ArrayList<>();
        for (Proposal proposal : draft.proposals()) {
            for (Value value : values(proposal)) {
                String name = name(proposal, value);
                String given = answered.typed().get(name);
                Object day = given == null
                        ? proposal.values().path(value.name()).asString("")
                        : sent(given.strip(), value.kind());
                if (value.kind() == Kind.DAY && answered.accepts(proposal) && iso.equals(day)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case DAY -> "date";
            case TEXT, NUMBER, AMOUNT -> "text";
            case WORDS -> "words";
            case CAUSE, STAGE, TRUTH -> "select";
        };
    }

    static String label(String field, Frame frame) {
        return switch (field) {
            case "heldOn" -> frame.say("importreview.e.heldOn");
            case "datedOn" -> frame.say("importreview.e.datedOn");
            case "effectiveOn" -> frame.say("importreview.e.effectiveOn");
            case "number" -> frame.say("importreview.e.number");
            case "subject" -> frame.say("importreview.e.subject");
            case "cause" -> frame.say("importreview.e.cause");
            case "round" -> frame.say("importreview.e.round");
            case "stage" -> frame.say("importreview.e.stage");
            case "criteriaChanged" -> frame.say("importreview.e.criteriaChanged");
            case "after" -> frame.say("importreview.e.after");
            default -> frame.say("importreview.e.words");
        };
    }

    static String stage(String stage, Frame frame) {
        return switch (stage) {
            case "INTENDED" -> frame.say("importreview.stage.intended");
            case "AWAITING_RESULT" -> frame.say("importreview.stage.awaiting");
            case "DECIDED" -> frame.say("importreview.stage.decided");
            default -> stage;
        };
    }

    private static List<Choice> choices(Kind kind, String chosen, Frame frame) {
        List<Choice> choices = new ArrayList<>();
        if (kind == Kind.CAUSE) {
            for (PauseCause cause : PauseCause.values()) {
                choices.add(new Choice(
                        cause.name(),
                        frame.say("cause." + cause.name()),
                        cause.name().equals(chosen)));
            }
        } else if (kind == Kind.STAGE) {
            for (AppealStage stage : AppealStage.values()) {
                choices.add(new Choice(
                        stage.name(), stage(stage.name(), frame), stage.name().equals(chosen)));
            }
        } else if (kind == Kind.TRUTH) {
            choices.add(new Choice("true", frame.say("importreview.yes"), chosen.equals("true")));
            choices.add(new Choice("false", frame.say("importreview.no"), chosen.equals("false")));
        }
        return choices;
    }

    private static String written(JsonNode value, Kind kind, Frame frame) {
        String text = value.asString("");
        return switch (kind) {
            case DAY -> Days.typed(text, frame.language());
            case AMOUNT -> value.isNumber() ? Figures.baht(value.decimalValue()) : text;
            default -> text;
        };
    }

    /** Values that are not as they were read, as they are sent. */
    static Map<String, Object> changes(Proposal proposal, Map<String, String> typed) {
        Map<String, Object> changes = new HashMap<>();
        for (Value value : values(proposal)) {
            String given = typed.get(name(proposal, value));
            if (given != null) {
                JsonNode read = proposal.values().path(value.name());
                Object sent = sent(given.strip(), value.kind());
                String before = read.isNumber()
                        ? read.decimalValue().stripTrailingZeros().toPlainString()
                        : read.asString("");
                if (!isSame(sent == null ? "" : told(sent), before)) {
                    changes.put(value.name(), sent);
                }
            }
        }
        return changes;
    }

    private static String told(Object sent) {
        return sent instanceof BigDecimal amount ? amount.stripTrailingZeros().toPlainString() : sent.toString();
    }

    /** What is not of its kind is sent as it was typed, to be refused where it is judged. */
    private static @Nullable Object sent(String given, Kind kind) {
        if (given.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case DAY -> Days.iso(given);
            case NUMBER, AMOUNT -> number(given);
            case TRUTH -> Boolean.valueOf(given);
            case TEXT, WORDS, CAUSE, STAGE -> given.replace("\r\n", "\n");
        };
    }

    private static Object number(String given) {
        StringBuilder digits = new StringBuilder();
        Normalizer.normalize(given, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> point != ',')
                .forEach(point -> {
                    if (Character.isDigit(point)) {
                        digits.append(Character.digit(point, 10));
                    } else {
                        digits.appendCodePoint(point);
                    }
                });
        return digits.toString().matches("[0-9]{1,18}([.][0-9]{1,9})?") ? new BigDecimal(digits.toString()) : given;
    }

    /** A browser ends lines in its own way. */
    private static boolean isSame(String one, String other) {
        return one.strip().replaceAll("\\s+", " ").equals(other.strip().replaceAll("\\s+", " "));
    }
}
