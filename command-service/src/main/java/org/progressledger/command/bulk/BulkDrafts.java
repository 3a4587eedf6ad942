package org.progressledger.command.bulk;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Sha256;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.MasterKey;
import org.springframework.stereotype.Component;

/** Sheets that wait for their confirmation. Narratives may name persons, so the bytes are sealed under the master key. */
@Component
class BulkDrafts {
    private static final String PURPOSE = "bulk-reports";

    private final MongoCollection<Document> drafts;
    private final MasterKey masterKey;
    private final InstantSource clock;
    private final BulkSettings settings;

    BulkDrafts(MongoDatabase database, MasterKey masterKey, InstantSource clock, BulkSettings settings) {
        this.drafts = database.getCollection("bulk_report_drafts")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        this.masterKey = masterKey;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A file as it came, and how it was read.
     *
     * @param charset as the sender declared it
     * @param sheet the sheet that he asked for
     */
    record Sent(
            byte[] bytes,
            Sha256 sha256,
            @Nullable String charset,
            @Nullable String sheet) {

        static Sent of(byte[] bytes, @Nullable String charset, @Nullable String sheet) {
            return new Sent(bytes, Sha256.ofBytes(bytes), charset, sheet);
        }
    }

    /**
     * @param shown digest of what was read
     * @param numbers the number of each row's report, 0 where none could be told
     */
    record Draft(String bulkId, Sent sent, Sha256 shown, List<Integer> numbers, String actor) {}

    Draft keep(Sent sent, Sha256 shown, List<Integer> numbers, String actor) {
        Instant now = clock.instant();
        drafts.deleteMany(Filters.lt("madeAt", Date.from(now.minus(settings.keepDrafts()))));
        if (drafts.countDocuments(Filters.eq("actor", actor)) >= settings.draftsPerPerson()) {
            throw new ProblemException(BulkReason.TOO_MANY_BULK_DRAFTS, Map.of("limit", settings.draftsPerPerson()))
                    .withRetryAfter(settings.keepDrafts());
        }
        Draft draft = new Draft(UUID.randomUUID().toString(), sent, shown, List.copyOf(numbers), actor);
        drafts.insertOne(new Document("_id", draft.bulkId())
                .append("madeAt", Date.from(now))
                .append("actor", actor)
                .append("sha256", sent.sha256().hex())
                .append("shown", shown.hex())
                .append("numbers", draft.numbers())
                .append("charset", sent.charset())
                .append("sheet", sent.sheet())
                .append("sealed", new Binary(masterKey.seal(sent.bytes(), PURPOSE))));
        return draft;
    }

    Optional<Draft> find(String bulkId) {
        Document stored = drafts.find(Filters.eq("_id", bulkId)).first();
        if (stored == null
                || stored.getDate("madeAt").toInstant().isBefore(clock.instant().minus(settings.keepDrafts()))) {
            return Optional.empty();
        }
        Sent sent = new Sent(
                masterKey.open(stored.get("sealed", Binary.class).getData(), PURPOSE),
                Sha256.of(stored.getString("sha256")),
                stored.getString("charset"),
                stored.getString("sheet"));
        return Optional.of(new Draft(
                bulkId,
                sent,
                Sha256.of(stored.getString("shown")),
                stored.getList("numbers", Integer.class),
                stored.getString("actor")));
    }
}
