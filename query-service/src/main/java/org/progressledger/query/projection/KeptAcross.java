package org.progressledger.query.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.events.ProjectHistory;
import org.progressledger.problems.ProblemException;

/**
 * The documents of {@link AcrossProjects}. They are written before the project's own document: so after a crash between the two
 * the project is folded once more. Each document reflects one fold whole, and is replaced only by one that reflects as much
 * or more.
 */
public class KeptAcross {
    /** Field of every document: codes with which the project's code begins, 4 to 8 digits. */
    public static final String SCOPES = "scopes";

    /** Field of the documents that are followed: milliseconds, each document's higher than that of any before it. */
    public static final String KEPT_AT = "keptAt";

    private final Map<String, AcrossProjects> all;
    private final MongoDatabase database;
    private final Family family;
    private final Generations generations;
    private final InstantSource clock;
    private final Map<String, AtomicLong> keptLast = new ConcurrentHashMap<>();

    KeptAcross(
            MongoDatabase database,
            Family family,
            Generations generations,
            Map<String, AcrossProjects> all,
            InstantSource clock) {
        this.database = database;
        this.family = family;
        this.generations = generations;
        this.all = new TreeMap<>(all);
        this.clock = clock;
        Generations.State now = generations.now();
        models().forEach(model -> now.of(model).fed().forEach(generation -> prepare(model, generation)));
    }

    /** Read models, each of which can be built anew for itself. */
    Set<String> models() {
        return all.keySet();
    }

    /** Makes the indexes that are not there. */
    void prepare(String model, int generation) {
        AcrossProjects across = across(model);
        MongoCollection<Document> documents = documents(model, generation);
        for (String field : List.of("agency", "fiscalYear", SCOPES)) {
            documents.createIndex(Indexes.ascending(field));
        }
        across.indexes().forEach(documents::createIndex);
        if (across.isFollowed()) {
            // with the code: who looks whether something escaped it reads no document
            documents.createIndex(Indexes.ascending(KEPT_AT, "_id"));
        }
    }

    private AcrossProjects across(String model) {
        AcrossProjects across = all.get(model);
        if (across == null) {
            throw new IllegalArgumentException("Nothing is kept under " + model);
        }
        return across;
    }

    MongoCollection<Document> documents(String model, int generation) {
        return Shelves.durable(database.getCollection(family.collection(model, generation)));
    }

    /** The next day on which the calendar alone makes another entry. */
    Optional<LocalDate> nextChangeAfter(LocalDate day, ProjectHistory history) {
        return all.values().stream()
                .flatMap(each -> each.nextChangeAfter(day, history).stream())
                .min(LocalDate::compareTo);
    }

    /** What is kept of a project beside its own documents, by name. */
    Map<String, Document> entries(ProjectHistory history, Folding folding, LocalDate today) {
        Map<String, Document> entries = new TreeMap<>();
        all.forEach((model, each) -> entries.put(model, each.entry(history, folding, today)));
        return entries;
    }

    /** In every generation that is kept in step with the ledger. */
    void keep(Folded folded) {
        Generations.State now = generations.now();
        models().forEach(model ->
                now.of(model).fed().forEach(generation -> keepAll(model, generation, List.of(folded))));
    }

    /** In one generation of one model, in few round trips. */
    void keepAll(String model, int generation, List<Folded> some) {
        AcrossProjects across = across(model);
        MongoCollection<Document> documents = documents(model, generation);
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        try {
            documents.bulkWrite(
                    some.stream()
                            .map(folded -> new ReplaceOneModel<>(
                                    notNewer(folded), document(model, across, documents, folded), upsert))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException refused) {
            // there is a newer one, which the filter does not find
            if (!refused.getWriteErrors().stream()
                    .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw refused;
            }
        }
    }

    private static Bson notNewer(Folded folded) {
        return Filters.and(
                Filters.eq("_id", folded.code()),
                Filters.or(
                        Filters.lt(Folded.POSITION, folded.position()),
                        Filters.and(
                                Filters.eq(Folded.POSITION, folded.position()),
                                Filters.lte(Folded.FOLDED_ON, folded.today().toString()))));
    }

    private Document document(String model, AcrossProjects across, MongoCollection<Document> documents, Folded folded) {
        Document document = document(model, folded);
        if (across.isFollowed(document)) {
            document.append(KEPT_AT, keptNow(documents));
        }
        return document;
    }

    /** What is kept of a project, but for when. */
    Document document(String model, Folded folded) {
        ProjectView project = folded.folding().project();
        Document document = new Document("_id", project.projectCode())
                .append(Folded.POSITION, project.ledgerPosition())
                .append(Folded.FOLDED_ON, folded.today().toString())
                .append("agency", project.agency().code())
                .append("fiscalYear", project.fiscalYear())
                .append(SCOPES, ReadModel.scopes(project.projectCode()));
        document.putAll(folded.across().get(model));
        return document;
    }

    /** Also behind whatever an instance kept that followed the ledger before and whose clock is ahead. */
    private long keptNow(MongoCollection<Document> documents) {
        AtomicLong last = keptLast.computeIfAbsent(
                documents.getNamespace().getCollectionName(), first -> new AtomicLong(keptLastIn(documents)));
        return last.updateAndGet(before -> Math.max(before + 1, clock.millis()));
    }

    private static long keptLastIn(MongoCollection<Document> documents) {
        Document last = documents
                .find(Filters.gt(KEPT_AT, 0L))
                .projection(Projections.include(KEPT_AT))
                .sort(Sorts.descending(KEPT_AT))
                .first();
        return last == null ? 0 : last.getLong(KEPT_AT);
    }

    void drop(String model, int generation) {
        documents(model, generation).drop();
    }

    /**
     * To ask of what is kept. A project that stands still is in it as it was kept last, if it was: the others do not wait for
     * it.
     *
     * @throws ProblemException while this release still builds it: an answer without some projects would look whole
     */
    public MongoCollection<Document> documents(AcrossProjects asked) {
        String model = asked.collection();
        across(model);
        return documents(model, Shelves.answering(generations, model));
    }
}
