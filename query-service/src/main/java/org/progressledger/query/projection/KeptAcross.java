package org.progressledger.query.projection;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.progressledger.events.ProjectHistory;
import org.progressledger.ledger.deadletter.MongoDeadLetterQueue;
import org.progressledger.problems.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The documents of {@link AcrossProjects}. They are written before the project's own document, which says by which of them
 * the project was kept: so after a crash between the two the project is folded once more. Each document reflects one fold
 * whole.
 */
@Component
public class KeptAcross {
    /** Field of every document: codes with which the project's code begins, 4 to 8 digits. */
    public static final String SCOPES = "scopes";

    /** Field of the documents of those that are followed: milliseconds, each document's higher than that of any before it. */
    public static final String KEPT_AT = "keptAt";

    private static final String PREFIX = "query_";
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final Map<String, Kept> kept = new TreeMap<>();
    private final ReadModel readModel;
    private final MongoDeadLetterQueue letters;
    private final InstantSource clock;

    private record Kept(AcrossProjects across, MongoCollection<Document> documents, AtomicLong keptLast) {}

    KeptAcross(
            MongoDatabase database,
            ReadModel readModel,
            MongoDeadLetterQueue letters,
            InstantSource clock,
            ObjectProvider<AcrossProjects> all) {
        this.readModel = readModel;
        this.letters = letters;
        this.clock = clock;
        for (AcrossProjects across : all.orderedStream().toList()) {
            MongoCollection<Document> documents = database.getCollection(PREFIX + across.collection())
                    .withWriteConcern(WriteConcern.MAJORITY)
                    .withReadConcern(ReadConcern.LOCAL);
            for (String field : List.of("agency", "fiscalYear", SCOPES)) {
                documents.createIndex(Indexes.ascending(field));
            }
            across.indexes().forEach(documents::createIndex);
            if (across.isFollowed()) {
                documents.createIndex(Indexes.ascending(KEPT_AT));
            }
            if (kept.put(across.collection(), new Kept(across, documents, new AtomicLong())) != null) {
                throw new IllegalArgumentException("Two answers are kept under " + across.collection());
            }
        }
    }

    /** Another text as soon as something else is kept: then projects are folded anew. */
    String edition() {
        return String.join(",", kept.keySet());
    }

    /** The next day on which the calendar alone makes another entry. */
    Optional<LocalDate> nextChangeAfter(LocalDate day, ProjectHistory history) {
        return kept.values().stream()
                .flatMap(each -> each.across().nextChangeAfter(day, history).stream())
                .min(LocalDate::compareTo);
    }

    void keep(ProjectHistory history, Folding folding, LocalDate today) {
        ProjectView project = folding.project();
        for (Kept each : kept.values()) {
            Document document = new Document("_id", project.projectCode())
                    .append("position", project.ledgerPosition())
                    .append("agency", project.agency().code())
                    .append("fiscalYear", project.fiscalYear())
                    .append(SCOPES, ReadModel.scopes(project.projectCode()));
            document.putAll(each.across().entry(history, folding, today));
            if (each.across().isFollowed()) {
                document.append(KEPT_AT, keptNow(each));
            }
            each.documents()
                    .replaceOne(Filters.eq("_id", project.projectCode()), document, new ReplaceOptions().upsert(true));
        }
    }

    /** Also behind whatever an instance kept that followed the ledger before and whose clock is ahead. */
    private long keptNow(Kept which) {
        if (which.keptLast().get() == 0) {
            Document last = which.documents()
                    .find()
                    .projection(Projections.include(KEPT_AT))
                    .sort(Sorts.descending(KEPT_AT))
                    .first();
            which.keptLast().set(last == null ? 0 : last.getLong(KEPT_AT));
        }
        return which.keptLast().updateAndGet(before -> Math.max(before + 1, clock.millis()));
    }

    /**
     * To ask of what is kept. A project that stands still is in it as it was kept last, if it was: the others do not wait for
     * it.
     *
     * @throws ProblemException while projects that an earlier release folded are not in it yet: an answer without them
     *     would look whole
     */
    public MongoCollection<Document> documents(AcrossProjects across) {
        if (readModel.isKeptOtherwise(edition(), List.of()) && readModel.isKeptOtherwise(edition(), standingStill())) {
            throw new ProblemException(QueryReason.STILL_BEING_MADE, Map.of()).withRetryAfter(COME_BACK);
        }
        Kept found = kept.get(across.collection());
        if (found == null) {
            throw new IllegalArgumentException("Nothing is kept under " + across.collection());
        }
        return found.documents();
    }

    private List<String> standingStill() {
        return letters.sequences().stream()
                .map(sequence -> sequence.getFirst().sequence())
                .toList();
    }
}
