package org.progressledger.query.asof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventJson;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A state of a project as a tree of values that can be compared: what it is, without where it came from. Entries of lists are
 * told apart by what they are about, so that one more entry is one difference.
 */
final class StateTree {
    /** Where a value came from, and what another value tells already. */
    private static final Set<String> LEFT_OUT = Set.of(
            "ledgerPosition", "recordedAt", "version", "registration", "latestReport", "reportCount", "hash", "source");

    private StateTree() {}

    /** Differences of the second state against the first, by path; a pair holds what stood before and what after. */
    record Pair(@Nullable JsonNode before, @Nullable JsonNode after) {}

    static ObjectNode of(@Nullable Snapshot snapshot) {
        ObjectNode tree = EventJson.mapper().createObjectNode();
        if (snapshot != null) {
            JsonNode project = EventJson.mapper().valueToTree(snapshot.project());
            project.properties().stream()
                    .filter(field -> !LEFT_OUT.contains(field.getKey()))
                    .forEach(field -> tree.set(field.getKey(), field.getValue()));
            tree.set("reports", EventJson.mapper().valueToTree(snapshot.reports()));
        }
        return tree;
    }

    /** A project alone, as it stands. */
    static JsonNode of(ProjectView project) {
        return EventJson.mapper().valueToTree(project);
    }

    static Map<String, Pair> differences(ObjectNode before, ObjectNode after) {
        Map<String, Pair> found = new LinkedHashMap<>();
        compare("", before, after, found);
        return found;
    }

    private static void compare(
            String path, @Nullable JsonNode before, @Nullable JsonNode after, Map<String, Pair> found) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode old && after instanceof ObjectNode now && !isPerson(old) && !isPerson(now)) {
            Map<String, JsonNode> olds = fields(old);
            Map<String, JsonNode> nows = fields(now);
            union(olds, nows)
                    .forEach(name ->
                            compare(path.isEmpty() ? name : path + "." + name, olds.get(name), nows.get(name), found));
            return;
        }
        Map<String, JsonNode> olds = entries(path, before);
        Map<String, JsonNode> nows = entries(path, after);
        if (olds != null && nows != null) {
            union(olds, nows).forEach(name -> compare(path + "[" + name + "]", olds.get(name), nows.get(name), found));
            return;
        }
        if (stated(before) != null || stated(after) != null) {
            found.put(path, new Pair(stated(before), stated(after)));
        }
    }

    /** Sealed, a person is one value. */
    private static boolean isPerson(ObjectNode node) {
        return node.has("sealed");
    }

    private static @Nullable JsonNode stated(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }

    private static Map<String, JsonNode> fields(ObjectNode node) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            // the event of an entry tells where it came from; another event is told with the difference
            if (!field.getKey().equals("event")
                    && !field.getKey().endsWith("Event")
                    && !LEFT_OUT.contains(field.getKey())) {
                fields.put(field.getKey(), field.getValue());
            }
        });
        return fields;
    }

    /** @return null unless it is a list whose entries can be told apart; a list that is not there has none */
    private static @Nullable Map<String, JsonNode> entries(String path, @Nullable JsonNode list) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        if (list == null || list.isNull()) {
            return entries;
        }
        if (!list.isArray()) {
            return null;
        }
        for (JsonNode entry : list) {
            String name = name(path, entry);
            if (name.isEmpty() || entries.put(name, entry) != null) {
                return null;
            }
        }
        return entries;
    }

    /** What an entry is about, else the event that brought it; empty for entries that only their words tell apart. */
    private static String name(String path, JsonNode entry) {
        String list = path.substring(path.lastIndexOf('.') + 1);
        JsonNode name = switch (list) {
            case "reports" -> entry.path("reportNo");
            case "earlier" -> entry.path("revision");
            case "adoptedIndicators" -> entry.path("id");
            case "criteria" -> entry.path("version");
            default -> entry.path("event").path("sequence");
        };
        return name.asString("");
    }

    private static List<String> union(Map<String, JsonNode> olds, Map<String, JsonNode> nows) {
        Map<String, JsonNode> all = new LinkedHashMap<>(olds);
        nows.forEach(all::putIfAbsent);
        return List.copyOf(all.keySet());
    }
}
