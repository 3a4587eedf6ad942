package org.progressledger.query;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** What the query service keeps in a database, whatever its release and generation are called. */
final class Kept {
    private Kept() {}

    /** The collection that answers; of several generations the newest. */
    static MongoCollection<Document> in(MongoDatabase database, String stem) {
        String name = database.listCollectionNames().into(new java.util.ArrayList<>()).stream()
                .filter(each -> each.matches("query_" + stem + "_v\\d+_[0-9a-f]{8}(_g\\d+)?"))
                .max(String::compareTo)
                .orElseThrow(() -> new AssertionError("Nothing is kept under " + stem));
        return database.getCollection(name);
    }

    /** Projects and their parts, without what each writer chooses for itself. */
    static Map<String, Document> documents(MongoDatabase database) {
        Map<String, String> names = new HashMap<>();
        Map<String, Document> all = new TreeMap<>();
        for (Document part : in(database, "project_parts").find()) {
            String id = part.getString("_id");
            names.put(id, id.substring(0, id.lastIndexOf('/')));
            all.put(names.get(id), new Document("body", part.getString("body")));
        }
        for (Document project : in(database, "projects").find()) {
            project.remove("version");
            Document parts = project.get("parts", Document.class);
            parts.replaceAll(
                    (part, ids) -> ((List<?>) ids).stream().map(names::get).toList());
            all.put(project.getString("_id"), project);
        }
        return all;
    }
}
