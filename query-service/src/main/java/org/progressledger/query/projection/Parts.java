package org.progressledger.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.progressledger.events.EventJson;
import org.progressledger.events.Sha256;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Long answers cut into parts of bounded size, each fetched whole by {@code _id}, so that no answer outgrows the database's
 * limit of one document. A part's id holds the digest of what stands in it, so that what did not change is not written again,
 * and ends in something that nobody else chooses: so whoever drops a part drops no other writer's, and an answer that is
 * being replaced can be read whole until the project's document names the new one.
 */
final class Parts {
    // what is read here was written here: that no name stands twice in it need not be looked at each time
    private static final JsonMapper READING = EventJson.mapper()
            .rebuild()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final MongoCollection<Document> parts;
    private final int longest;

    /** @param longest characters of one part; at three bytes each it must stay below 16 MB */
    Parts(MongoCollection<Document> parts, int longest) {
        this.parts = parts;
        this.longest = longest;
    }

    /**
     * An answer in parts.
     *
     * @param ids of all in order
     * @param added those that are not kept yet
     */
    record Cut(List<String> ids, List<Document> added) {}

    /**
     * Cuts an answer.
     *
     * @param owner the project's code and the answer's name
     * @param json the answer
     * @param known ids of parts that are kept already
     */
    Cut cut(String owner, String json, Collection<String> known) {
        Cut cut = new Cut(new ArrayList<>(), new ArrayList<>());
        for (int from = 0, to; from < json.length(); from = to) {
            to = end(json, from);
            String body = json.substring(from, to);
            String stem = owner + "/" + cut.ids().size() + "/"
                    + Sha256.ofBytes(body.getBytes(StandardCharsets.UTF_8)).hex() + "/";
            Optional<String> kept =
                    known.stream().filter(id -> id.startsWith(stem)).findFirst();
            String id = kept.orElseGet(() -> stem + new ObjectId().toHexString());
            cut.ids().add(id);
            if (kept.isEmpty()) {
                cut.added().add(new Document("_id", id).append("body", body));
            }
        }
        return cut;
    }

    /** In one go. */
    void add(List<Document> added) {
        if (!added.isEmpty()) {
            parts.insertMany(added, new InsertManyOptions().ordered(false));
        }
    }

    /** Takes these over from another generation, where they are not there. */
    void takeOver(Parts other, List<String> ids) {
        Set<String> there = bodies(ids).keySet();
        add(other.parts.find(Filters.in("_id", ids)).into(new ArrayList<>()).stream()
                .filter(part -> !there.contains(part.getString("_id")))
                .toList());
    }

    /** Never inside a character: half of one cannot be written. */
    private int end(String json, int from) {
        int end = Math.min(json.length(), from + longest);
        return end < json.length() && Character.isHighSurrogate(json.charAt(end - 1)) ? end - 1 : end;
    }

    /** The same as members show them that are not the primary; for reading only. */
    Parts shownBy(Members members) {
        return new Parts(members.show(parts), longest);
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
    static Optional<String> text(List<String> ids, Map<String, String> bodies) {
        if (ids.size() == 1) {
            return Optional.ofNullable(bodies.get(ids.getFirst()));
        }
        StringBuilder json = new StringBuilder();
        for (String id : ids) {
            String body = bodies.get(id);
            if (body == null) {
                return Optional.empty();
            }
            json.append(body);
        }
        return Optional.of(json.toString());
    }

    /** The same as an object. */
    static <T> Optional<T> read(List<String> ids, Map<String, String> bodies, JavaType type) {
        return text(ids, bodies).map(json -> read(json, type));
    }

    static <T> T read(String json, JavaType type) {
        return READING.readValue(json, type);
    }

    /** Sweeps away parts that no project names any more. */
    void drop(List<String> ids) {
        if (!ids.isEmpty()) {
            parts.deleteMany(Filters.in("_id", ids));
        }
    }
}
