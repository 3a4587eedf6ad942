package org.progressledger.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One replay, as it is kept.
 *
 * @param family by which release; another release does not go on with it
 * @param model the one read model that is built; null for all, or for a project
 * @param project the one project that is built; null for read models
 * @param switchesAnyway whether what differs, or has errors, is put in place without asking
 * @param built the generation of each model that is built; none for a project, which is compared in memory
 * @param old the generations that answered when it began; 0 for a model that did not answer yet
 * @param oldKept whether the old generations are still there, though nobody asks them
 * @param head the last position when it began to build; -1 before
 * @param position every project whose last event stands at or before it is built; -1 before the first
 * @param compared projects that were compared
 * @param rate events built a second, since somebody went on with it; 0 while nothing is known
 * @param errors projects that cannot be built, at most {@link ReplayStore#MOST_ERRORS}
 * @param failure why it ended though it was not done
 */
record Replay(
        String id,
        String family,
        What what,
        @Nullable String model,
        @Nullable String project,
        String by,
        String role,
        Instant startedAt,
        @Nullable Instant endedAt,
        State state,
        Step step,
        boolean switchesAnyway,
        Map<String, Integer> built,
        Map<String, Integer> old,
        boolean oldKept,
        long head,
        long position,
        long events,
        long eventsDone,
        long projects,
        long projectsDone,
        long compared,
        double rate,
        long differences,
        @Nullable String oldDigest,
        @Nullable String newDigest,
        List<ReplayProblem> errors,
        long errorCount,
        @Nullable String failure) {

    /** What is built. */
    enum What {
        EVERYTHING,
        READ_MODEL,
        PROJECT,
        /** Everything, for the first time: by a release that keeps something else than the one before it. */
        RELEASE
    }

    /** Whether it goes on. */
    enum State {
        RUNNING,
        PAUSED,
        /** Something differs, or cannot be built: somebody has to say whether it is put in place. */
        WAITING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** How far it is; a replay that is gone on with after a crash begins this step again. */
    enum Step {
        BEGINNING,
        BUILDING,
        COMPARING,
        SWITCHING,
        LEAVING,
        CANCELLING
    }

    /**
     * Why a project cannot be built, and the event that does it.
     *
     * @param type the exception's; its words are in the log alone
     * @param position of the event; -1 where every event can be told and it is something else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReplayProblem(
            String project,
            long position,
            @Nullable String eventId,
            @Nullable String event,
            String type) {}

    boolean isOver() {
        return state == State.DONE || state == State.CANCELLED || state == State.FAILED;
    }

    /** Whole seconds until it is built, at the rate so far; null while that cannot be said. */
    @Nullable
    Long secondsLeft() {
        return state != State.RUNNING || step != Step.BUILDING || rate <= 0
                ? null
                : (long) Math.ceil((events - eventsDone) / rate);
    }

    static Replay of(Document kept) {
        List<ReplayProblem> errors = new ArrayList<>();
        for (Document error : kept.getList("errors", Document.class, List.of())) {
            errors.add(new ReplayProblem(
                    error.getString("project"),
                    error.getLong("position"),
                    error.getString("eventId"),
                    error.getString("event"),
                    error.getString("type")));
        }
        return new Replay(
                kept.getString("_id"),
                kept.getString("family"),
                What.valueOf(kept.getString("what")),
                kept.getString("model"),
                kept.getString("project"),
                kept.getString("by"),
                kept.getString("role"),
                Instant.parse(kept.getString("startedAt")),
                kept.getString("endedAt") == null ? null : Instant.parse(kept.getString("endedAt")),
                State.valueOf(kept.getString("state")),
                Step.valueOf(kept.getString("step")),
                kept.getBoolean("switchesAnyway"),
                generations(kept, "built"),
                generations(kept, "old"),
                kept.getBoolean("oldKept", false),
                kept.get("head", -1L),
                kept.get("position", -1L),
                kept.get("events", 0L),
                kept.get("eventsDone", 0L),
                kept.get("projects", 0L),
                kept.get("projectsDone", 0L),
                kept.get("compared", 0L),
                kept.get("rate", 0.0),
                kept.get("differences", 0L),
                kept.getString("oldDigest"),
                kept.getString("newDigest"),
                List.copyOf(errors),
                kept.get("errorCount", 0L),
                kept.getString("failure"));
    }

    private static Map<String, Integer> generations(Document kept, String field) {
        Map<String, Integer> generations = new TreeMap<>();
        Document found = kept.get(field, Document.class);
        if (found != null) {
            found.forEach((model, generation) -> generations.put(model, (Integer) generation));
        }
        return generations;
    }
}
