package org.progressledger.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.progressledger.events.EventJson;
import org.progressledger.events.Sha256;
import tools.jackson.databind.JavaType;

/**
 * Long answers cut into parts of bounded size, each fetched whole by {@code _id}, so that no answer outgrows the database's
 * limit of one document. A part's id holds the digest of what stands in it: what did not change is not written again, and
 * an answer that is being replaced can be read whole until the project's document names the new one.
 */
final class Parts {
    private final MongoCollection<Document> parts;
    private final int longest;

    /** @param longest characters of one part; at three bytes each it must stay below 16 MB */
    Parts(MongoCollection<Document> parts, int longest) {
        this.parts = parts;
        this.longest = longest;
    }

    /**
     * Writes what is new of an answer.
     *
     * @param owner the project's code and the answer's name
     * @param known ids of parts that are kept already
     * @return the ids of all its parts in order
     */
    List<String> keep(String owner, Object answer, Collection<String> known) {
        String json = EventJson.mapper().writeValueAsString(answer);
        List<String> ids = new ArrayList<>();
        for (int from = 0, to; from < json.length(); from = to) {
            to = end(json, from);
            String body = json.substring(from, to);
            String id = owner + "/" + ids.size() + "/"
                    + Sha256.ofBytes(body.getBytes(StandardCharsets.UTF_8)).hex();
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

    /** Never inside a character: half of one cannot be written. */
    private int end(String json, int from) {
        int end = Math.min(json.length(), from + longest);
        return end < json.length() && Character.isHighSurrogate(json.charAt(end - 1)) ? end - 1 : end;
    }

    /** What stands in these parts, by id. */
    Map<String, String> bodies(Collection<String> ids) {
        Map<String, String> bodies = new HashMap<>();
        for (Document found : parts.find(Filters.in("_id", ids))) {
            bodies.put(found.getString("_id"), found.getString("body"));
        }
        return bodies;
    }

    /** The answer in these parts; empty if one is no longer there, for the answer was replaced meanwhile. */
    static <T> Optional<T> read(List<String> ids, Map<String, String> bodies, JavaType type) {
        StringBuilder json = new StringBuilder();
        for (String id : ids) {
            String body = bodies.get(id);
            if (body == null) {
                return Optional.empty();
            }
            json.append(body);
        }
        return Optional.of(EventJson.mapper().readValue(json.toString(), type));
    }

    /** Sweeps away parts that no project names any more. */
    void drop(List<String> ids) {
        if (!ids.isEmpty()) {
            parts.deleteMany(Filters.in("_id", ids));
        }
    }
}
