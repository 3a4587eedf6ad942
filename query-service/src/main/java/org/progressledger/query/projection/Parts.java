package org.progressledger.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.progressledger.events.EventJson;
import org.progressledger.events.Sha256;
import tools.jackson.databind.JavaType;

/**
 * Long lists in parts of bounded size, each fetched whole by {@code _id}. A part's id holds the digest of what stands in
 * it: what did not change is not written again, and a list that is being replaced can be read whole until the project's
 * document names the new one.
 */
final class Parts {
    private final MongoCollection<Document> parts;

    Parts(MongoCollection<Document> parts) {
        this.parts = parts;
    }

    /**
     * Writes what is new of a list.
     *
     * @param owner the project's code and the list's name
     * @param perPart items in one part, at least 1
     * @param known ids of parts that are kept already
     * @return the ids of all its parts in order
     */
    List<String> keep(String owner, List<?> items, int perPart, List<String> known) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < items.size(); from += perPart) {
            String body =
                    EventJson.mapper().writeValueAsString(items.subList(from, Math.min(items.size(), from + perPart)));
            String id = owner + "/" + ids.size() + "/" + digest(body);
            if (!known.contains(id)) {
                parts.replaceOne(
                        Filters.eq("_id", id),
                        new Document("_id", id).append("body", body),
                        new ReplaceOptions().upsert(true));
            }
            ids.add(id);
        }
        return ids;
    }

    private static String digest(String body) {
        return Sha256.ofBytes(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hex();
    }

    /** The items of these parts; empty if one is no longer there, for the list was replaced meanwhile. */
    <T> Optional<List<T>> read(List<String> ids, Class<T> type) {
        Map<String, String> bodies = new HashMap<>();
        for (Document found : parts.find(Filters.in("_id", ids))) {
            bodies.put(found.getString("_id"), found.getString("body"));
        }
        JavaType list = EventJson.mapper().getTypeFactory().constructCollectionType(List.class, type);
        List<T> items = new ArrayList<>();
        for (String id : ids) {
            String body = bodies.get(id);
            if (body == null) {
                return Optional.empty();
            }
            items.addAll(EventJson.mapper().readValue(body, list));
        }
        return Optional.of(items);
    }

    /** Sweeps away parts that no list names any more. */
    void drop(List<String> ids) {
        if (!ids.isEmpty()) {
            parts.deleteMany(Filters.in("_id", ids));
        }
    }
}
