package org.progressledger.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** A stored document of which one field was changed, left out, added or given another type; whatever fields it has. */
record FieldTampering(String path, String field, String how, BsonDocument document) {

    static List<FieldTampering> ofEveryField(BsonDocument genuine) {
        List<FieldTampering> all = new ArrayList<>();
        walk(genuine, genuine, List.of(), all);
        return all;
    }

    private static void walk(BsonDocument root, BsonValue at, List<String> path, List<FieldTampering> all) {
        if (at.isDocument()) {
            put(root, path, "added", BsonBoolean.TRUE, "added", all);
            for (String name : at.asDocument().keySet()) {
                value(root, at.asDocument().get(name), append(path, name), all);
            }
        } else if (at.isArray()) {
            for (int i = 0; i < at.asArray().size(); i++) {
                value(root, at.asArray().get(i), append(path, "" + i), all);
            }
        }
    }

    private static void value(BsonDocument root, BsonValue value, List<String> path, List<FieldTampering> all) {
        List<String> parent = path.subList(0, path.size() - 1);
        String name = path.getLast();
        change(root, parent, name, "left out", holder -> remove(holder, name), all);
        if (!value.isInt32()) {
            put(root, parent, name, new BsonInt32(1), "of another type", all);
        }
        for (BsonValue changed : changes(value)) {
            put(root, parent, name, changed, "now " + changed, all);
        }
        walk(root, value, path, all);
    }

    private static List<BsonValue> changes(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> {
                String text = value.asString().getValue();
                yield List.of(
                        new BsonString(text + "x"),
                        new BsonString((text.charAt(0) == '0' ? '1' : '0') + text.substring(1)),
                        new BsonString(""));
            }
            case INT64 -> List.of(new BsonInt64(value.asInt64().getValue() + 1), new BsonInt64(-1));
            case DATE_TIME ->
                List.of(
                        new BsonDateTime(value.asDateTime().getValue() + 1),
                        new BsonDateTime(value.asDateTime().getValue() - 1),
                        new BsonDateTime(Long.MAX_VALUE));
            case ARRAY -> List.of(new BsonArray());
            default -> List.of();
        };
    }

    private static void put(
            BsonDocument root,
            List<String> holder,
            String name,
            BsonValue value,
            String how,
            List<FieldTampering> all) {
        change(
                root,
                holder,
                name,
                how,
                at -> {
                    if (at.isArray()) {
                        at.asArray().set(Integer.parseInt(name), value);
                    } else {
                        at.asDocument().put(name, value);
                    }
                },
                all);
    }

    private static void remove(BsonValue holder, String name) {
        if (holder.isArray()) {
            holder.asArray().remove(Integer.parseInt(name));
        } else {
            holder.asDocument().remove(name);
        }
    }

    private static void change(
            BsonDocument root,
            List<String> holder,
            String name,
            String how,
            Consumer<BsonValue> change,
            List<FieldTampering> all) {
        BsonDocument copy = root.clone();
        BsonValue at = copy;
        for (String step : holder) {
            at = at.isArray()
                    ? at.asArray().get(Integer.parseInt(step))
                    : at.asDocument().get(step);
        }
        change.accept(at);
        List<String> path = append(holder, name);
        String field = path.reversed().stream()
                .filter(step -> !step.matches("[0-9]+"))
                .findFirst()
                .orElseThrow();
        all.add(new FieldTampering(String.join(".", path), field, how, copy));
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    @Override
    public String toString() {
        return path + " " + how;
    }
}
