package org.progressledger.query.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.RecordedEvent;
import org.progressledger.query.export.Order.Format;
import org.progressledger.query.export.Order.Kind;
import org.springframework.stereotype.Component;

/**
 * Who took which file. Two documents each, inserted and never changed: one before the first byte leaves, one at the end. So
 * nothing leaves without a trace, and what was cut off by a crash is seen by its missing end.
 */
@Component
class ExportLog {
    private final MongoCollection<Document> begun;
    private final MongoCollection<Document> ended;
    private final InstantSource clock;
    private final Duration longest;
    private final SealedLedger sealed;

    ExportLog(MongoDatabase database, InstantSource clock, ExportSettings settings, SealedLedger sealed) {
        this.begun = durable(database.getCollection("exports_begun"));
        this.ended = durable(database.getCollection("exports_ended"));
        this.clock = clock;
        this.longest = settings.longest();
        this.sealed = sealed;
    }

    private static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** How it ended. */
    enum Outcome {
        /** It is being made, or may be. */
        RUNNING,
        /** Sent to its end. */
        FINISHED,
        /** The reader went away, it took too long, or something broke. */
        ABORTED,
        /** The service stopped before it could tell. */
        UNKNOWN
    }

    /** Who asked. */
    record ExportedBy(String id, String role, @Nullable String agency) {}

    /**
     * One file. What is known only of one that was finished is null while it is not.
     *
     * @param reason why it was aborted: {@code READER_GONE}, {@code TOOK_TOO_LONG} or {@code FAILED}
     * @param ledgerPosition up to which the answers reflected the ledger at least, when it was begun
     * @param firstPosition of the events that the file tells of
     * @param lastPosition of the events that the file tells of
     * @param rows of tables; of JSON the projects, of a pack the files in it
     * @param sha256 of all bytes that were sent, where they were sent to the end
     * @param checkpoint the ledger's signed checkpoint as it was begun; absent before the first
     */
    record ExportEntry(
            String id,
            String kind,
            String format,
            @Nullable String table,
            @Nullable String project,
            Map<String, String> filter,
            ExportedBy by,
            Instant begunAt,
            @Nullable Instant endedAt,
            Outcome outcome,
            @Nullable String reason,
            @Nullable Long ledgerPosition,
            @Nullable Long firstPosition,
            @Nullable Long lastPosition,
            @Nullable Long rows,
            @Nullable Long bytes,
            @Nullable String sha256,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String checkpoint) {}

    /** Notes that a file is asked for; its id. */
    String begin(Order order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // the latest sorts last
        String id = "%d-%s".formatted(now.toEpochMilli(), UUID.randomUUID());
        Document document = new Document("_id", id)
                .append("kind", order.kind().name())
                .append("format", order.format().name())
                .append("table", order.table())
                .append("project", order.project())
                .append("filter", new Document(new TreeMap<String, Object>(order.filter())))
                .append("by", order.asker().id())
                .append("role", order.asker().role().name())
                .append("agency", order.asker().agency())
                .append("begunAt", Date.from(now))
                .append("position", order.position());
        sealed.now().ifPresent(seal -> document.append("checkpoint", seal.checkpoint()));
        begun.insertOne(document);
        return id;
    }

    void finished(String id, Outgoing sent) {
        ended.insertOne(end(id, Outcome.FINISHED, sent).append("sha256", sent.digest()));
    }

    /** @param reason {@code READER_GONE}, {@code TOOK_TOO_LONG} or {@code FAILED} */
    void aborted(String id, Outgoing sent, String reason) {
        ended.insertOne(end(id, Outcome.ABORTED, sent).append("reason", reason));
    }

    private Document end(String id, Outcome outcome, Outgoing sent) {
        return new Document("_id", id)
                .append("endedAt", Date.from(clock.instant()))
                .append("outcome", outcome.name())
                .append("rows", sent.rows())
                .append("bytes", sent.bytes())
                .append("firstPosition", sent.firstPosition())
                .append("lastPosition", sent.lastPosition());
    }

    /**
     * Which files are asked for; null leaves it open.
     *
     * @param by the account that took them
     * @param from the first day on which they were begun, in the office's time
     * @param to the last day
     */
    record Taken(
            @Nullable String by,
            @Nullable String project,
            @Nullable Kind kind,
            @Nullable Format format,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        static final Taken ALL = new Taken(null, null, null, null, null, null);

        private Bson filter() {
            List<Bson> conditions = new ArrayList<>();
            add(conditions, by, value -> Filters.eq("by", value));
            add(conditions, project, value -> Filters.eq("project", value));
            add(conditions, kind, value -> Filters.eq("kind", value.name()));
            add(conditions, format, value -> Filters.eq("format", value.name()));
            add(conditions, from, value -> Filters.gte("begunAt", beginning(value)));
            add(conditions, to, value -> Filters.lt("begunAt", beginning(value.plusDays(1))));
            return conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
        }

        private static <T> void add(List<Bson> conditions, @Nullable T asked, Function<T, Bson> condition) {
            if (asked != null) {
                conditions.add(condition.apply(asked));
            }
        }

        private static Date beginning(LocalDate day) {
            return Date.from(day.atStartOfDay(RecordedEvent.OFFICE).toInstant());
        }
    }

    long count(Taken taken) {
        return begun.countDocuments(taken.filter());
    }

    /** The latest first. */
    List<ExportEntry> page(Taken taken, int skip, int limit) {
        List<Document> page = begun.find(taken.filter())
                .sort(Sorts.descending("_id"))
                .skip(skip)
                .limit(limit)
                .into(new ArrayList<>());
        Map<String, Document> ends = new HashMap<>();
        List<String> ids = page.stream().map(found -> found.getString("_id")).toList();
        ended.find(Filters.in("_id", ids)).forEach(found -> ends.put(found.getString("_id"), found));
        return page.stream()
                .map(found -> entry(found, ends.get(found.getString("_id"))))
                .toList();
    }

    private ExportEntry entry(Document begun, @Nullable Document known) {
        Document end = known == null ? new Document() : known;
        Map<String, String> filter = new LinkedHashMap<>();
        begun.get("filter", Document.class).forEach((name, value) -> filter.put(name, String.valueOf(value)));
        Instant begunAt = begun.getDate("begunAt").toInstant();
        return new ExportEntry(
                begun.getString("_id"),
                begun.getString("kind"),
                begun.getString("format"),
                begun.getString("table"),
                begun.getString("project"),
                filter,
                new ExportedBy(begun.getString("by"), begun.getString("role"), begun.getString("agency")),
                begunAt,
                known == null ? null : known.getDate("endedAt").toInstant(),
                outcome(begunAt, known),
                end.getString("reason"),
                begun.getLong("position"),
                end.getLong("firstPosition"),
                end.getLong("lastPosition"),
                end.getLong("rows"),
                end.getLong("bytes"),
                end.getString("sha256"),
                begun.getString("checkpoint"));
    }

    private Outcome outcome(Instant begunAt, @Nullable Document end) {
        if (end != null) {
            return Outcome.valueOf(end.getString("outcome"));
        }
        return clock.instant().isBefore(begunAt.plus(longest)) ? Outcome.RUNNING : Outcome.UNKNOWN;
    }
}
