package org.progressledger.bench.city;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What the server does for a question: it is asked while the server's profiler notes every command, and each of these is then
 * explained with {@code executionStats}.
 */
final class Plans {
    private static final String WHOLE = "COLLSCAN";
    private static final Set<String> CAN_BE_EXPLAINED = Set.of("find", "aggregate", "count", "distinct");
    /** Of a connection or its session, and not of the question. */
    private static final Set<String> NOT_EXPLAINED =
            Set.of("lsid", "$clusterTime", "$db", "$readPreference", "readConcern", "txnNumber", "cursor", "maxTimeMS");

    private final MongoDatabase database;

    Plans(MongoDatabase database) {
        this.database = database;
    }

    /**
     * @param stages of all plans, as the server names them
     * @param whole collections that are read from one end to the other
     */
    record Found(int commands, long keys, long documents, long returned, Set<String> stages, Set<String> whole) {}

    Found of(Asking asking, String path) throws IOException, InterruptedException {
        List<Document> noted = noted(asking, path);
        long keys = 0;
        long documents = 0;
        long returned = 0;
        Set<String> stages = new LinkedHashSet<>();
        Set<String> whole = new LinkedHashSet<>();
        for (Document one : noted) {
            Document explained = explained(one);
            Document stats = first(explained, "executionStats");
            keys += number(stats, "totalKeysExamined");
            documents += number(stats, "totalDocsExamined");
            returned += number(stats, "nReturned");
            Set<String> of = new LinkedHashSet<>();
            stages(explained, of);
            stages.addAll(of);
            if (of.contains(WHOLE) || one.get("planSummary", "").contains(WHOLE)) {
                whole.add(one.getString("ns") + " by "
                        + one.get("command", Document.class).toJson());
            }
        }
        return new Found(noted.size(), keys, documents, returned, stages, whole);
    }

    /** What came from the service alone, without those that follow the ledger meanwhile. */
    private List<Document> noted(Asking asking, String path) throws IOException, InterruptedException {
        database.runCommand(new Document("profile", 0));
        database.getCollection("system.profile").drop();
        database.runCommand(new Document("profile", 2));
        asking.size(path);
        database.runCommand(new Document("profile", 0));
        Bson ofAnswers = Filters.and(Filters.exists("command"), Filters.in("op", "query", "command"));
        return database.getCollection("system.profile").find(ofAnswers).into(new ArrayList<>()).stream()
                .filter(one -> !one.getString("ns").endsWith("system.profile"))
                .filter(one -> one.get("command", Document.class).keySet().stream()
                        .findFirst()
                        .filter(CAN_BE_EXPLAINED::contains)
                        .isPresent())
                .filter(one -> !isWatching(one.get("command", Document.class)))
                .toList();
    }

    private static boolean isWatching(Document command) {
        return command.get("pipeline") instanceof List<?> pipeline
                && pipeline.toString().contains("$changeStream");
    }

    private Document explained(Document noted) {
        Document command = new Document(noted.get("command", Document.class));
        boolean aggregates = command.containsKey("aggregate");
        command.keySet().removeAll(NOT_EXPLAINED);
        if (aggregates) {
            command.append("cursor", new Document());
        }
        try {
            return database.runCommand(new Document("explain", command).append("verbosity", "executionStats"));
        } catch (MongoCommandException cannot) {
            throw new IllegalStateException("Cannot be explained: " + command.toJson(), cannot);
        }
    }

    private static void stages(Object part, Set<String> found) {
        if (part instanceof Document document) {
            document.forEach((name, value) -> {
                if (name.equals("stage")
                        && value instanceof String stage
                        && stage.equals(stage.toUpperCase(Locale.ROOT))) {
                    found.add(stage);
                } else if (!name.equals("rejectedPlans") && !name.equals("command")) {
                    stages(value, found);
                }
            });
        } else if (part instanceof List<?> list) {
            list.forEach(each -> stages(each, found));
        }
    }

    private static Document first(Object part, String name) {
        if (part instanceof Document document) {
            if (document.get(name) instanceof Document found) {
                return found;
            }
            for (Object value : document.values()) {
                Document found = first(value, name);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        } else if (part instanceof List<?> list) {
            for (Object each : list) {
                Document found = first(each, name);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return new Document();
    }

    private static long number(Document stats, String name) {
        return stats.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
