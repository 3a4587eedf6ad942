package org.progressledger.query.projection;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Of each read model, which generation answers and which are kept in step with the ledger. All stand in one document, so that
 * a replay switches everything at once.
 *
 * <p>Nobody acts on what it knew for longer than {@link #KNOWN_FOR}: whoever changes something waits {@link #EVERYBODY_KNOWS}
 * and may then rely on it everywhere.
 */
final class Generations {
    static final Duration KNOWN_FOR = Duration.ofMillis(250);

    /** After a change, until no instance acts on what was before; four times as long as it may know it. */
    static final Duration EVERYBODY_KNOWS = KNOWN_FOR.multipliedBy(4);

    /** Of the collection's name. */
    static final String STEM = "generations";

    private static final String ID = "generations";
    private static final String VERSION = "version";
    private static final String MODELS = "models";
    private static final String FROM = "from";
    private static final String STARTED_AT = "startedAt";

    private final MongoCollection<Document> stored;
    private volatile Known known = new Known(new State(0, -1, Map.of()), Long.MIN_VALUE);

    Generations(MongoDatabase database, Family family) {
        this.stored = database.getCollection(family.collection(STEM))
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY);
    }

    private record Known(State state, long nanos) {}

    /**
     * One read model.
     *
     * @param live the generation that answers; 0 while the first one is being built
     * @param fed those kept in step with the ledger
     */
    record Model(int live, List<Integer> fed) {
        static final Model NONE = new Model(0, List.of());

        int newest() {
            return fed.stream().mapToInt(Integer::intValue).reduce(live, Math::max);
        }

        Model feeding(int generation) {
            List<Integer> all = new ArrayList<>(fed);
            if (!all.contains(generation)) {
                all.add(generation);
            }
            return new Model(live, List.copyOf(all));
        }

        Model withLive(int generation) {
            return new Model(generation, fed);
        }

        Model without(int generation) {
            return new Model(
                    live, fed.stream().filter(each -> each != generation).toList());
        }
    }

    /**
     * All of them.
     *
     * @param version 0 while nothing is stored
     * @param from the end of the ledger when the first of all was begun: what follows the ledger begins behind it; -1 for an
     *     empty one
     */
    record State(long version, long from, Map<String, Model> models) {
        Model of(String model) {
            return models.getOrDefault(model, Model.NONE);
        }
    }

    /** As it was at most {@link #KNOWN_FOR} ago. */
    State now() {
        Known last = known;
        if (System.nanoTime() - last.nanos() < KNOWN_FOR.toNanos() && last.nanos() != Long.MIN_VALUE) {
            return last.state();
        }
        return asked();
    }

    /** As it is. */
    State asked() {
        // taken before the question: what it knew may be older than the answer
        long asked = System.nanoTime();
        Document found = stored.find(Filters.eq("_id", ID)).first();
        State state = found == null ? new State(0, -1, Map.of()) : state(found);
        known = new Known(state, asked);
        return state;
    }

    /** Begins, unless it was begun before; with the end of the ledger. */
    State founded(long from, Map<String, Model> models) {
        stored.findOneAndUpdate(
                Filters.eq("_id", ID),
                Updates.combine(
                        Updates.setOnInsert(VERSION, 1L),
                        Updates.setOnInsert(FROM, from),
                        Updates.setOnInsert(MODELS, document(models))),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return asked();
    }

    /** Notes that an instance starts, long before it gives other signs of life. */
    void startsAt(Instant now) {
        stored.updateOne(Filters.eq("_id", ID), Updates.set(STARTED_AT, now.toEpochMilli()));
    }

    /** When an instance started last, by its own clock. */
    Optional<Instant> startedAt() {
        return Optional.ofNullable(stored.find(Filters.eq("_id", ID)).first())
                .map(found -> found.getLong(STARTED_AT))
                .map(Instant::ofEpochMilli);
    }

    /**
     * Changes models, all of them at once or none.
     *
     * @throws IllegalStateException when all that was known was thrown away
     */
    State change(UnaryOperator<Map<String, Model>> change) {
        while (true) {
            State before = asked();
            if (before.version() == 0) {
                throw new IllegalStateException("What this release keeps was thrown away: start it again");
            }
            Map<String, Model> after = change.apply(new TreeMap<>(before.models()));
            if (stored.updateOne(
                                    Filters.and(Filters.eq("_id", ID), Filters.eq(VERSION, before.version())),
                                    Updates.combine(Updates.set(MODELS, document(after)), Updates.inc(VERSION, 1L)))
                            .getMatchedCount()
                    == 1) {
                return asked();
            }
        }
    }

    /**
     * Nothing is known any more. An instance of this family that runs answers nothing from now on, and one that is started
     * builds everything anew, whatever is still there.
     */
    void forget() {
        stored.deleteOne(Filters.eq("_id", ID));
        asked();
    }

    private static Document document(Map<String, Model> models) {
        Document document = new Document();
        models.forEach(
                (name, model) -> document.append(name, new Document("live", model.live()).append("fed", model.fed())));
        return document;
    }

    private static State state(Document found) {
        Map<String, Model> models = new TreeMap<>();
        @Nullable Document stored = found.get(MODELS, Document.class);
        if (stored != null) {
            stored.forEach((name, value) -> {
                Document model = (Document) value;
                models.put(name, new Model(model.getInteger("live"), model.getList("fed", Integer.class)));
            });
        }
        return new State(found.getLong(VERSION), found.getLong(FROM), models);
    }
}
