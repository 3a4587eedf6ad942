package org.progressledger.ledger;

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

/** A stored document of which one field was changed, left out or added. */
record Tampering(String how, String path, String field, BsonDocument document) {

    /** All the ways to change one field, found by walking the document; its {@code _id} no server lets be changed. */
    static List<Tampering> ofEveryField(BsonDocument genuine) {
        List<Tampering> all = new ArrayList<>();
        walkDocument(genuine, genuine, "", all);
        return all;
    }

    /** Whether a query for the document's streams no longer finds it. */
    boolean hidesFromItsStream() {
        return field.equals("keys");
    }

    private static void walkDocument(BsonDocument root, BsonDocument document, String path, List<Tampering> all) {
        add(all, root, path, "", "added", "added", copy -> copy.asDocument().append("added", BsonBoolean.TRUE));
        for (String name : document.keySet()) {
            if (name.equals("_id")) {
                continue;
            }
            add(
                    all,
                    root,
                    path,
                    name,
                    name,
                    "left out",
                    copy -> copy.asDocument().remove(name));
            add(
                    all,
                    root,
                    path,
                    name,
                    name,
                    "of another type",
                    copy -> copy.asDocument().put(name, new BsonInt32(1)));
            for (BsonValue changed : changes(document.get(name))) {
                add(
                        all,
                        root,
                        path,
                        name,
                        name,
                        "now " + changed,
                        copy -> copy.asDocument().put(name, changed));
            }
            walk(root, document.get(name), path + name + '.', name, all);
        }
    }

    private static void walk(BsonDocument root, BsonValue value, String path, String name, List<Tampering> all) {
        if (!value.isArray()) {
            return;
        }
        BsonArray array = value.asArray();
        for (int i = 0; i < array.size(); i++) {
            int index = i;
            add(
                    all,
                    root,
                    path,
                    "" + i,
                    name,
                    "left out",
                    copy -> copy.asArray().remove(index));
            for (BsonValue changed : changes(array.get(i))) {
                add(
                        all,
                        root,
                        path,
                        "" + i,
                        name,
                        "now " + changed,
                        copy -> copy.asArray().set(index, changed));
            }
            if (array.get(i).isDocument()) {
                walkDocument(root, array.get(i).asDocument(), path + i + '.', all);
            }
        }
    }

    private static List<BsonValue> changes(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> {
                String text = value.asString().getValue();
                char first = text.charAt(0);
                yield List.of(
                        new BsonString(text + "x"),
                        new BsonString((first == '0' ? '1' : '0') + text.substring(1)),
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

    private static void add(
            List<Tampering> all,
            BsonDocument root,
            String path,
            String name,
            String field,
            String how,
            Consumer<BsonValue> change) {
        BsonDocument copy = root.clone();
        BsonValue at = copy;
        for (String step : path.split("\\.")) {
            if (!step.isEmpty()) {
                at = at.isArray()
                        ? at.asArray().get(Integer.parseInt(step))
                        : at.asDocument().get(step);
            }
        }
        change.accept(at);
        all.add(new Tampering(how, path + name, field, copy));
    }

    @Override
    public String toString() {
        return path + " " + how;
    }
}
