package org.progressledger.query.importreview;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.importreview.ReviewPage.Told;
import tools.jackson.databind.JsonNode;

/** The fields of the form's head, in the order of the paper. */
final class HeadFields {
    private static final List<String> FIELDS = List.of(
            "projectCode",
            "name",
            "fiscalYear",
            "period.startsOn",
            "period.endsOn",
            "budget.allocated",
            "budget.spent",
            "agency",
            "responsibleOfficer",
            "coordinator",
            "rationale",
            "objectives",
            "target",
            "strategy",
            "indicators");

    private HeadFields() {}

    static List<Told> shown(Draft draft, Frame frame) {
        return FIELDS.stream()
                .filter(field -> !value(draft, field).isMissingNode())
                .map(field -> {
                    List<List<Integer>> lines = lines(draft, field);
                    return new Told(
                            "f-" + field,
                            label(field, frame),
                            written(field, value(draft, field), frame),
                            Ranges.written(lines),
                            Ranges.href(lines));
                })
                .toList();
    }

    private static JsonNode value(Draft draft, String field) {
        JsonNode value = draft.form();
        for (String step : field.split("\\.", -1)) {
            value = value.path(step);
        }
        return value;
    }

    /** A list is told item by item. */
    private static List<List<Integer>> lines(Draft draft, String field) {
        return draft.fieldLines()
                .filter(each -> whole(each.getKey()).equals(field))
                .flatMap(each -> each.getValue().stream())
                .distinct()
                .toList();
    }

    /** {@code objectives[2]} is of {@code objectives}. */
    static String whole(String field) {
        int bracket = field.indexOf('[');
        return bracket < 0 ? field : field.substring(0, bracket);
    }

    /** A value as people write it. */
    static String written(String field, JsonNode value, Frame frame) {
        if (value.isArray()) {
            return value.valueStream().map(each -> written("", each, frame)).collect(Collectors.joining("\n"));
        }
        if (value.isObject()) {
            return value.valueStream()
                    .filter(each -> !each.isNull())
                    .map(each -> written("", each, frame))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
        if (field.startsWith("budget.") || field.equals("disbursed")) {
            return value.isNumber() ? Figures.baht(value.decimalValue()) : value.asString("");
        }
        if (field.startsWith("period.") || field.endsWith("On")) {
            return Days.written(value.asString(""), frame);
        }
        return Objects.requireNonNullElse(value.asString(""), "");
    }

    /** The switch has no key that is put together, so that the words are counted. */
    static String label(String field, Frame frame) {
        return switch (whole(field)) {
            case "projectCode" -> frame.say("importreview.f.projectCode");
            case "name" -> frame.say("importreview.f.name");
            case "fiscalYear" -> frame.say("fiscalYear");
            case "period.startsOn" -> frame.say("importreview.f.startsOn");
            case "period.endsOn" -> frame.say("importreview.f.endsOn");
            case "budget.allocated" -> frame.say("importreview.f.allocated");
            case "budget.spent" -> frame.say("importreview.f.spent");
            case "agency" -> frame.say("importreview.f.agency");
            case "responsibleOfficer" -> frame.say("importreview.f.officer");
            case "coordinator" -> frame.say("importreview.f.coordinator");
            case "rationale" -> frame.say("importreview.f.rationale");
            case "objectives" -> frame.say("importreview.f.objectives");
            case "target" -> frame.say("importreview.f.target");
            case "strategy" -> frame.say("importreview.f.strategy");
            case "indicators" -> frame.say("importreview.f.indicators");
            case "reportedOn" -> frame.say("col.reportedOn");
            case "percent" -> frame.say("col.percent");
            case "disbursed" -> frame.say("col.disbursed");
            case "narrative" -> frame.say("col.words");
            case "scheduleStatus" -> frame.say("importreview.f.schedule");
            case "targetStatus" -> frame.say("importreview.f.targetStatus");
            default -> field;
        };
    }
}
