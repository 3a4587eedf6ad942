package org.progressledger.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.replay.Replay.ReplayProblem;
import org.progressledger.query.replay.Replay.State;
import org.progressledger.query.replay.Replay.Step;
import org.progressledger.query.replay.Replay.What;

/**
 * Replays, kept for good. One at a time goes on; one instance at a time goes on with it, and whoever sees no sign of life of it
 * for {@link #SILENT_AFTER}, counted on its own clock, takes over.
 */
final class ReplayStore {
    static final int MOST_ERRORS = 200;
    static final Duration SILENT_AFTER = Duration.ofSeconds(5);

    private static final String ACTIVE = "active";
    private static final String HOLDER = "holder";
    private static final String BEAT = "beat";
    private static final String STATE = "state";
    private static final String STEP = "step";

    private final MongoCollection<Document> replays;
    private final MongoCollection<Document> differences;
    private final LongSupplier nanos;
    private @Nullable Seen seen;

    ReplayStore(MongoDatabase database, LongSupplier nanos) {
        this.replays = durable(database.getCollection("replays"));
        this.differences = durable(database.getCollection("replay_differences"));
        this.nanos = nanos;
        replays.createIndex(
                Indexes.ascending(ACTIVE), new IndexOptions().unique(true).sparse(true));
        differences.createIndex(Indexes.ascending("replay"));
    }

    private static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection.withWriteConcern(WriteConcern.MAJORITY).withReadConcern(ReadConcern.MAJORITY);
    }

    private record Seen(String id, String holder, long beat, long at) {}

    /** What somebody wants built. */
    record Wanted(
            What what,
            @Nullable String model,
            @Nullable String project,
            boolean switchesAnyway,
            String by,
            String role) {}

    /** Keeps a replay; empty while another one goes on. */
    Optional<Replay> begin(
            Wanted wanted, String family, Map<String, Integer> built, Map<String, Integer> old, Instant now) {
        Document begun = new Document("_id", new ObjectId().toHexString())
                .append("family", family)
                .append(ACTIVE, family)
                .append("what", wanted.what().name())
                .append("model", wanted.model())
                .append("project", wanted.project())
                .append("by", wanted.by())
                .append("role", wanted.role())
                .append("startedAt", now.toString())
                .append(STATE, State.RUNNING.name())
                .append(STEP, Step.BEGINNING.name())
                .append("switchesAnyway", wanted.switchesAnyway())
                .append("built", new Document(Map.copyOf(built)))
                .append("old", new Document(Map.copyOf(old)))
                .append(HOLDER, "")
                .append(BEAT, 0L);
        try {
            replays.insertOne(begun);
            return Optional.of(Replay.of(begun));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    Optional<Replay> find(String id) {
        return Optional.ofNullable(replays.find(Filters.eq("_id", id)).first()).map(Replay::of);
    }

    /** The latest first. */
    List<Replay> latest(int most) {
        return replays.find()
                .sort(Sorts.descending("startedAt", "_id"))
                .limit(most)
                .map(Replay::of)
                .into(new ArrayList<>());
    }

    /** The one that goes on, or waits, of a release. */
    Optional<Replay> active(String family) {
        return Optional.ofNullable(replays.find(Filters.eq(ACTIVE, family)).first())
                .map(Replay::of);
    }

    /**
     * Takes the replay that is to be gone on with, if nobody else is at it.
     *
     * @return a hold on it; empty if there is nothing to do
     */
    Optional<Hold> take(String family, String instance) {
        Document found = replays.find(Filters.and(Filters.eq(ACTIVE, family), Filters.eq(STATE, State.RUNNING.name())))
                .first();
        if (found == null) {
            return Optional.empty();
        }
        String holder = found.getString(HOLDER);
        if (!holder.isEmpty() && !holder.equals(instance) && !isSilent(found)) {
            return Optional.empty();
        }
        String id = found.getString("_id");
        String hold = instance + " " + new ObjectId().toHexString();
        return replays.updateOne(
                                        Filters.and(
                                                Filters.eq("_id", id),
                                                Filters.eq(HOLDER, holder),
                                                Filters.eq(BEAT, found.getLong(BEAT))),
                                        Updates.combine(
                                                Updates.set(HOLDER, instance),
                                                Updates.set("hold", hold),
                                                Updates.inc(BEAT, 1L)))
                                .getMatchedCount()
                        == 1
                ? Optional.of(new Hold(id, hold))
                : Optional.empty();
    }

    private boolean isSilent(Document found) {
        String id = found.getString("_id");
        String holder = found.getString(HOLDER);
        long beat = found.getLong(BEAT);
        Seen before = seen;
        if (before == null || !before.id().equals(id) || !before.holder().equals(holder) || before.beat() != beat) {
            seen = new Seen(id, holder, beat, nanos.getAsLong());
            return false;
        }
        return nanos.getAsLong() - before.at() >= SILENT_AFTER.toNanos();
    }

    /** Somebody else goes on with it, or it was told otherwise. */
    static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotOurs(String id) {
            super("Replay " + id + " is not ours any more");
        }
    }

    /** Writes of whoever goes on with a replay; each is a sign of life, and none comes after somebody else took over. */
    final class Hold {
        private final String id;
        private final String hold;

        private Hold(String id, String hold) {
            this.id = id;
            this.hold = hold;
        }

        Replay look() {
            return write();
        }

        /** @throws NotOurs if it is not held any more */
        Replay write(Bson... changes) {
            List<Bson> all = new ArrayList<>(List.of(changes));
            all.add(Updates.inc(BEAT, 1L));
            Document after = replays.findOneAndUpdate(
                    Filters.and(Filters.eq("_id", id), Filters.eq("hold", hold)),
                    Updates.combine(all),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            if (after == null) {
                throw new NotOurs(id);
            }
            return Replay.of(after);
        }

        /** Goes on to the next step, unless it was told otherwise meanwhile: then that is answered. */
        Replay step(Step before, Step next, Bson... changes) {
            List<Bson> all = new ArrayList<>(List.of(changes));
            all.add(Updates.set(STEP, next.name()));
            all.add(Updates.inc(BEAT, 1L));
            replays.updateOne(
                    Filters.and(
                            Filters.eq("_id", id),
                            Filters.eq("hold", hold),
                            Filters.eq(STEP, before.name()),
                            Filters.eq(STATE, State.RUNNING.name())),
                    Updates.combine(all));
            return look();
        }

        /** Waits for somebody, unless it was told otherwise meanwhile. */
        Replay ask(Step before) {
            replays.updateOne(
                    Filters.and(
                            Filters.eq("_id", id),
                            Filters.eq("hold", hold),
                            Filters.eq(STEP, before.name()),
                            Filters.eq(STATE, State.RUNNING.name())),
                    Updates.combine(
                            Updates.set(STATE, State.WAITING.name()), Updates.set(HOLDER, ""), Updates.inc(BEAT, 1L)));
            return look();
        }

        Replay end(State how, InstantSource clock, Bson... changes) {
            List<Bson> all = new ArrayList<>(List.of(changes));
            all.add(Updates.set(STATE, how.name()));
            all.add(Updates.set("endedAt", clock.instant().toString()));
            all.add(Updates.set(HOLDER, ""));
            all.add(Updates.unset(ACTIVE));
            return write(all.toArray(Bson[]::new));
        }

        void error(ReplayProblem problem) {
            Document error = new Document("project", problem.project())
                    .append("position", problem.position())
                    .append("eventId", problem.eventId())
                    .append("event", problem.event())
                    .append("type", problem.type());
            write(Updates.inc("errorCount", 1L), Updates.pushEach("errors", List.of(error), FIRST_ONES));
        }

        void forgetDifferences() {
            differences.deleteMany(Filters.eq("replay", id));
            write(
                    Updates.set("differences", 0L),
                    Updates.set("compared", 0L),
                    Updates.unset("oldDigest"),
                    Updates.unset("newDigest"));
        }

        void differ(Collection<DifferingDocument> found, long before) {
            long number = before;
            List<Document> all = new ArrayList<>();
            for (DifferingDocument difference : found) {
                all.add(new Document("_id", new ObjectId())
                        .append("replay", id)
                        .append("number", number++)
                        .append("document", difference.document())
                        .append("old", difference.old())
                        .append("new", difference.built()));
            }
            differences.insertMany(all);
        }

        /** Lets go, so that whoever comes next need not wait for our silence. */
        void release() {
            replays.updateOne(
                    Filters.and(Filters.eq("_id", id), Filters.eq("hold", hold)),
                    Updates.combine(Updates.set(HOLDER, ""), Updates.unset("hold"), Updates.inc(BEAT, 1L)));
        }
    }

    private static final PushOptions FIRST_ONES = new PushOptions().slice(MOST_ERRORS);

    /**
     * A document of which the two are not the same.
     *
     * @param old digest of what answers; null where nothing does
     * @param built digest of what was built; null where nothing was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferingDocument(
            String document,
            @Nullable String old,
            @JsonProperty("new") @Nullable String built) {}

    List<DifferingDocument> differences(String id, int skip, int most) {
        return differences
                .find(Filters.eq("replay", id))
                .sort(Sorts.ascending("number"))
                .skip(skip)
                .limit(most)
                .map(found -> new DifferingDocument(
                        found.getString("document"), found.getString("old"), found.getString("new")))
                .into(new ArrayList<>());
    }

    /** Tells whoever goes on with it; false if it is not in one of these states and steps. */
    boolean tell(String id, Set<State> states, Set<Step> steps, Bson... changes) {
        List<Bson> all = new ArrayList<>(List.of(changes));
        all.add(Updates.inc(BEAT, 1L));
        return replays.updateOne(
                                Filters.and(
                                        Filters.eq("_id", id),
                                        Filters.in(
                                                STATE,
                                                states.stream().map(State::name).toList()),
                                        Filters.in(
                                                STEP,
                                                steps.stream().map(Step::name).toList())),
                                Updates.combine(all))
                        .getMatchedCount()
                == 1;
    }

    /** Takes note that the old generations are gone; false if they were not kept. */
    boolean droppedOld(String id) {
        return replays.updateOne(
                                Filters.and(Filters.eq("_id", id), Filters.eq("oldKept", true)),
                                Updates.set("oldKept", false))
                        .getMatchedCount()
                == 1;
    }

    /** When each release had built what it keeps; of one that began with an empty ledger nothing is known. */
    Map<String, Instant> builtAt() {
        Map<String, Instant> builtAt = new TreeMap<>();
        for (Document found : replays.find(
                Filters.and(Filters.eq("what", What.RELEASE.name()), Filters.eq(STATE, State.DONE.name())))) {
            builtAt.merge(
                    found.getString("family"),
                    Instant.parse(found.getString("endedAt")),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
        return builtAt;
    }

    /**
     * All that goes on or waits of a release is called off, and nothing old of it is kept: what it keeps is thrown away. If the
     * release came back and went on with a replay, it would go on behind what is not there any more.
     */
    void endAllOf(String family, Instant now) {
        replays.updateMany(
                Filters.eq(ACTIVE, family),
                Updates.combine(
                        state(State.CANCELLED),
                        Updates.set("endedAt", now.toString()),
                        Updates.set(HOLDER, ""),
                        Updates.unset("hold"),
                        Updates.unset(ACTIVE),
                        Updates.inc(BEAT, 1L)));
        replays.updateMany(
                Filters.and(Filters.eq("family", family), Filters.eq("oldKept", true)), Updates.set("oldKept", false));
    }

    static Bson state(State state) {
        return Updates.set(STATE, state.name());
    }

    static Bson step(Step step) {
        return Updates.set(STEP, step.name());
    }
}
