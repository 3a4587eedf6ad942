package org.progressledger.query.projection;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.progressledger.problems.ProblemException;

/** The generations of the projects' documents. */
final class Shelves {
    /** The read model of single projects, as opposed to those across. */
    static final String PROJECTS = "projects";

    private static final String PARTS = "project_parts";
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final MongoDatabase database;
    private final Family family;
    private final Generations generations;
    private final int partLength;
    private final Map<Integer, Shelf> all = new ConcurrentHashMap<>();

    Shelves(MongoDatabase database, Family family, Generations generations, QuerySettings settings) {
        this.database = database;
        this.family = family;
        this.generations = generations;
        this.partLength = settings.partLength();
        generations
                .now()
                .of(PROJECTS)
                .fed()
                .forEach(generation -> of(generation).prepare());
    }

    /**
     * What answers.
     *
     * @throws ProblemException while there is nothing yet, for this release still builds it
     */
    Shelf live() {
        return of(answering(generations, PROJECTS));
    }

    /**
     * The same, or what a member shows of it, where this thread answers what may be old: for reading only.
     *
     * @throws ProblemException while there is nothing yet, for this release still builds it
     */
    Shelf shown() {
        return StaleReads.here()
                .map(here -> of(answering(here.generations(), PROJECTS)).shownBy(here.members()))
                .orElseGet(this::live);
    }

    /** @throws ProblemException while there is none yet */
    static int answering(Generations generations, String model) {
        return answering(generations.now(), model);
    }

    private static int answering(Generations.State generations, String model) {
        int live = generations.of(model).live();
        if (live == 0) {
            throw new ProblemException(QueryReason.STILL_BEING_MADE, Map.of()).withRetryAfter(COME_BACK);
        }
        return live;
    }

    /** Those that are kept in step with the ledger. */
    List<Shelf> fed() {
        return generations.now().of(PROJECTS).fed().stream().map(this::of).toList();
    }

    Shelf of(int generation) {
        return all.computeIfAbsent(
                generation,
                number -> new Shelf(
                        durable(database.getCollection(family.collection(PROJECTS, number))),
                        new Parts(durable(database.getCollection(family.collection(PARTS, number))), partLength)));
    }

    void drop(int generation) {
        all.remove(generation);
        database.getCollection(family.collection(PROJECTS, generation)).drop();
        database.getCollection(family.collection(PARTS, generation)).drop();
    }

    static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection.withWriteConcern(WriteConcern.MAJORITY).withReadConcern(ReadConcern.LOCAL);
    }
}
