package org.progressledger.command.imports;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Sha256;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.MasterKey;
import org.progressledger.projectledger.PrintoutStore;
import org.progressledger.projectledger.PrintoutText;
import org.springframework.stereotype.Component;

/**
 * Drafts that wait for a person, and the printouts of those that were confirmed. Their bytes hold names, so they are
 * sealed under the master key; the event holds their digest.
 */
@Component
class Drafts {
    private static final String PURPOSE = "printout";
    private static final String PURPOSE_OF_NAME = "printout-name";

    private final MongoCollection<Document> drafts;
    private final PrintoutStore printouts;
    private final MasterKey masterKey;
    private final InstantSource clock;
    private final ImportSettings settings;

    Drafts(
            MongoDatabase database,
            MasterKey masterKey,
            PrintoutStore printouts,
            InstantSource clock,
            ImportSettings settings) {
        this.drafts = durable(database.getCollection("import_drafts"));
        this.printouts = printouts;
        this.masterKey = masterKey;
        this.clock = clock;
        this.settings = settings;
    }

    private static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /**
     * @param shown digest of what the person was shown
     * @param charset as the sender declared it
     * @param extractor what took lines out of the bytes; null where they are text
     */
    record Draft(
            String importId,
            byte[] bytes,
            Sha256 sha256,
            Sha256 shown,
            @Nullable String charset,
            @Nullable String extractor,
            String actor,
            Waiting waiting) {}

    /**
     * What is known of a draft without reading its paper.
     *
     * @param fileName as the sender calls it: text, never a path; empty where it was sent without one
     * @param projectCode as the paper says; empty of drafts of earlier releases
     */
    record Waiting(
            String importId, Sha256 sha256, String fileName, String projectCode, Instant madeAt, Instant waitsUntil) {}

    /** A name for a draft that is still to be made. */
    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Of a draft that is made now. */
    Waiting waitingFromNow(String importId, Sha256 sha256, String fileName, String projectCode) {
        // as the store keeps it
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Waiting(importId, sha256, fileName, projectCode, now, now.plus(settings.keepDrafts()));
    }

    /** Under a name that is known already the draft takes the other's place: whoever breaks off may begin again. */
    void keep(Draft draft) {
        Instant now = clock.instant();
        drafts.deleteMany(Filters.lt("madeAt", Date.from(now.minus(settings.keepDrafts()))));
        if (drafts.countDocuments(Filters.eq("actor", draft.actor())) >= settings.draftsPerPerson()) {
            throw new ProblemException(ImportReason.TOO_MANY_DRAFTS, Map.of("limit", settings.draftsPerPerson()))
                    .withRetryAfter(settings.keepDrafts());
        }
        Document kept = new Document("_id", draft.importId())
                .append("madeAt", Date.from(draft.waiting().madeAt()))
                .append("actor", draft.actor())
                .append("project", draft.waiting().projectCode())
                .append("name", sealedName(draft.waiting().fileName()))
                .append("sha256", draft.sha256().hex())
                .append("shown", draft.shown().hex())
                .append("charset", draft.charset())
                .append("extractor", draft.extractor())
                .append("sealed", new Binary(masterKey.seal(draft.bytes(), PURPOSE)));
        drafts.replaceOne(Filters.eq("_id", draft.importId()), kept, new ReplaceOptions().upsert(true));
    }

    Optional<Draft> find(String importId) {
        Document stored = drafts.find(Filters.eq("_id", importId)).first();
        if (stored == null
                || stored.getDate("madeAt").toInstant().isBefore(clock.instant().minus(settings.keepDrafts()))) {
            return Optional.empty();
        }
        return Optional.of(new Draft(
                importId,
                masterKey.open(stored.get("sealed", Binary.class).getData(), PURPOSE),
                Sha256.of(stored.getString("sha256")),
                Sha256.of(stored.getString("shown")),
                stored.getString("charset"),
                stored.getString("extractor"),
                stored.getString("actor"),
                waiting(stored)));
    }

    /** @param recorded whether facts were recorded from these very bytes */
    record Own(Waiting waiting, boolean recorded) {}

    /** An account's drafts that still wait, the latest first, as many as are listed. */
    List<Own> own(String actor) {
        Instant oldest = clock.instant().minus(settings.keepDrafts());
        List<Own> own = new ArrayList<>();
        drafts.find(Filters.and(Filters.eq("actor", actor), Filters.gte("madeAt", Date.from(oldest))))
                .projection(Projections.exclude("sealed"))
                .sort(Sorts.orderBy(Sorts.descending("madeAt"), Sorts.ascending("_id")))
                .limit(settings.listed())
                .map(this::waiting)
                .forEach(waiting -> own.add(new Own(waiting, isKeptPrintout(waiting.sha256()))));
        return own;
    }

    private Waiting waiting(Document stored) {
        Instant madeAt = stored.getDate("madeAt").toInstant();
        Binary name = stored.get("name", Binary.class);
        return new Waiting(
                stored.getString("_id"),
                Sha256.of(stored.getString("sha256")),
                name == null ? "" : new String(masterKey.open(name.getData(), PURPOSE_OF_NAME), StandardCharsets.UTF_8),
                Objects.requireNonNullElse(stored.getString("project"), ""),
                madeAt,
                madeAt.plus(settings.keepDrafts()));
    }

    private Binary sealedName(String name) {
        return new Binary(masterKey.seal(name.getBytes(StandardCharsets.UTF_8), PURPOSE_OF_NAME));
    }

    /** Whether facts were recorded from these bytes. */
    boolean isKeptPrintout(Sha256 sha256) {
        return printouts.isKept(sha256);
    }

    /** Keeps the bytes for good, before anything that names their digest is recorded. */
    void keepPrintout(Draft draft, @Nullable PrintoutText text) {
        printouts.keep(draft.sha256(), draft.bytes(), text, clock.instant());
    }
}
