package org.progressledger.query.projection;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.Standstill.CauseView;
import org.springframework.stereotype.Component;

/** What was given up, by whom and why: kept for auditors, and never deleted. */
@Component
class Discards {
    private static final int MOST_SHOWN = 200;
    private final MongoCollection<Document> discards;

    Discards(MongoDatabase database) {
        this.discards = database.getCollection("dead_letter_discards")
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY);
        discards.createIndex(Indexes.ascending("project"));
    }

    void keep(ObjectId id, Discard discard) {
        Document document = new Document("_id", id)
                .append("project", discard.project())
                .append("from", discard.from())
                .append("to", discard.to())
                .append("events", discard.events())
                .append("since", discard.since().toString())
                .append("cause", document(discard.cause()))
                .append("at", discard.at().toString())
                .append("by", discard.by())
                .append("role", discard.role())
                .append("reason", discard.reason());
        discards.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    List<Discard> of(String project) {
        return read(discards.find(Filters.eq("project", project)));
    }

    /** Of which anything was ever given up, and up to which position. */
    Map<String, Long> upTo() {
        Map<String, Long> upTo = new HashMap<>();
        discards.aggregate(List.of(Aggregates.group("$project", Accumulators.max("to", "$to"))))
                .forEach(each -> upTo.put(each.getString("_id"), each.getLong("to")));
        return upTo;
    }

    /** The latest first. */
    List<Discard> latest() {
        return read(discards.find().sort(Sorts.descending("_id")).limit(MOST_SHOWN));
    }

    private static List<Discard> read(Iterable<Document> found) {
        List<Discard> all = new ArrayList<>();
        for (Document each : found) {
            Document cause = each.get("cause", Document.class);
            all.add(new Discard(
                    each.getString("project"),
                    each.getLong("from"),
                    each.getLong("to"),
                    each.getInteger("events"),
                    Instant.parse(each.getString("since")),
                    cause == null ? null : new CauseView(cause.getString("type"), cause.getString("at")),
                    Instant.parse(each.getString("at")),
                    each.getString("by"),
                    each.getString("role"),
                    each.getString("reason")));
        }
        return all;
    }

    private static @Nullable Document document(@Nullable CauseView cause) {
        return cause == null ? null : new Document("type", cause.type()).append("at", cause.at());
    }
}
