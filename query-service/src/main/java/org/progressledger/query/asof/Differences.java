package org.progressledger.query.asof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventJson;
import org.progressledger.events.Fact;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.asof.StateTree.Pair;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projection.Snapshot;
import org.progressledger.query.projection.Views.TimelineEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What facts changed, fact by fact: they are folded in one after the other, and each value that differs at the end names the
 * events at whose steps it moved.
 */
final class Differences {
    private final Map<Long, TimelineEntry> timeline;
    private final Function<PersonalData, PersonView> reading;

    Differences(ProjectHistory history, Function<PersonalData, PersonView> reading) {
        this.timeline = Snapshot.timeline(history).stream()
                .collect(Collectors.toMap(TimelineEntry::sequence, Function.identity()));
        this.reading = reading;
    }

    /**
     * @param before the facts that counted before
     * @param added those that count as well after, in the order in which they are to be folded in
     */
    List<Difference> made(List<Fact> before, List<Fact> added) {
        List<Fact> counting = new ArrayList<>(before);
        ObjectNode first = tree(counting);
        ObjectNode last = first;
        Map<String, List<TimelineEntry>> movedBy = new LinkedHashMap<>();
        for (Fact fact : added) {
            counting.add(fact);
            ObjectNode next = tree(counting);
            TimelineEntry event = timeline.get(fact.sequence());
            StateTree.differences(last, next)
                    .keySet()
                    .forEach(path -> movedBy.computeIfAbsent(path, ignored -> new ArrayList<>())
                            .add(event));
            last = next;
        }
        List<Difference> differences = new ArrayList<>();
        StateTree.differences(first, last).forEach((path, pair) -> differences.add(difference(path, pair, movedBy)));
        return differences;
    }

    private static ObjectNode tree(List<Fact> facts) {
        return StateTree.of(ProjectHistory.addUp(facts).map(Snapshot::of).orElse(null));
    }

    private Difference difference(String path, Pair pair, Map<String, List<TimelineEntry>> movedBy) {
        List<TimelineEntry> events = movedBy.entrySet().stream()
                .filter(moved -> isWithin(moved.getKey(), path) || isWithin(path, moved.getKey()))
                .flatMap(moved -> moved.getValue().stream())
                .distinct()
                .toList();
        return new Difference(path, shown(pair.before()), shown(pair.after()), events);
    }

    /** {@code reports[9].percent} is within {@code reports[9]}. */
    private static boolean isWithin(String path, String other) {
        return path.startsWith(other)
                && (path.length() == other.length()
                        || path.charAt(other.length()) == '.'
                        || path.charAt(other.length()) == '[');
    }

    /** With persons as the reader may see them. */
    private @Nullable JsonNode shown(@Nullable JsonNode value) {
        if (value instanceof ObjectNode object) {
            JsonNode sealed = object.get("sealed");
            if (sealed != null) {
                PersonalData person = EventJson.mapper().treeToValue(sealed, PersonalData.class);
                return EventJson.mapper().valueToTree(reading.apply(person));
            }
            ObjectNode copy = EventJson.mapper().createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), shown(field.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode list) {
            ArrayNode copy = EventJson.mapper().createArrayNode();
            list.forEach(entry -> copy.add(shown(entry)));
            return copy;
        }
        return value;
    }
}
