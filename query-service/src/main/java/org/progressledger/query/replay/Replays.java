package org.progressledger.query.replay;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.events.ProjectCode;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.QueryReason;
import org.progressledger.query.projection.Rebuilding;
import org.progressledger.query.replay.Replay.State;
import org.progressledger.query.replay.Replay.Step;
import org.progressledger.query.replay.Replay.What;
import org.progressledger.query.replay.ReplayStore.DifferingDocument;
import org.progressledger.query.replay.ReplayStore.Wanted;

/** What may be done about replays, by program and on the page alike. */
final class Replays {
    static final int MOST_SHOWN = 100;
    private static final String EVERYTHING = "everything";
    private static final String READ_MODEL = "read-model";
    private static final String PROJECT = "project";
    // from here on what was built answers, or is about to
    private static final Set<Step> BEFORE_THE_SWITCH = EnumSet.of(Step.BEGINNING, Step.BUILDING, Step.COMPARING);

    private final ReplayStore store;
    private final Rebuilding rebuilding;
    private final ProjectArchive archive;
    private final InstantSource clock;

    Replays(ReplayStore store, Rebuilding rebuilding, ProjectArchive archive, InstantSource clock) {
        this.store = store;
        this.rebuilding = rebuilding;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * What somebody asks for.
     *
     * @param what {@code everything} (the default), {@code read-model} or {@code project}
     * @param readModel which, of {@link #models()}
     * @param project its code
     * @param whenDifferent {@code wait} (the default) or {@code switch}
     */
    record ReplayAsked(
            @Nullable String what,
            @Nullable String readModel,
            @Nullable String project,
            @Nullable String whenDifferent) {}

    Set<String> models() {
        return rebuilding.models();
    }

    /** @throws ProblemException for what cannot be built, or while another replay goes on */
    Replay begin(ReplayAsked asked, Asker asker) {
        What what = what(asked.what());
        boolean switchesAnyway = switch (asked.whenDifferent() == null ? "wait" : asked.whenDifferent()) {
            case "wait" -> false;
            case "switch" -> true;
            default -> throw invalid("whenDifferent");
        };
        String model = what == What.READ_MODEL ? model(asked.readModel()) : null;
        String project = what == What.PROJECT ? project(asked.project()) : null;
        Map<String, Integer> live = rebuilding.live();
        Map<String, Integer> old = new TreeMap<>(live);
        if (model != null) {
            old.keySet().retainAll(Set.of(model));
        }
        Map<String, Integer> built = what == What.PROJECT ? Map.of() : rebuilding.next(old.keySet());
        Wanted wanted = new Wanted(
                what, model, project, switchesAnyway, asker.id(), asker.role().name());
        return store.begin(wanted, rebuilding.family(), built, old, clock.instant())
                .orElseThrow(() -> new ProblemException(
                        QueryReason.ANOTHER_REPLAY,
                        Map.of(
                                "replay",
                                store.active(rebuilding.family())
                                        .map(Replay::id)
                                        .orElse("-"))));
    }

    private static What what(@Nullable String asked) {
        return switch (asked == null ? EVERYTHING : asked) {
            case EVERYTHING -> What.EVERYTHING;
            case READ_MODEL -> What.READ_MODEL;
            case PROJECT -> What.PROJECT;
            default -> throw invalid("what");
        };
    }

    private String model(@Nullable String asked) {
        if (asked == null || !rebuilding.models().contains(asked)) {
            throw invalid("readModel");
        }
        return asked;
    }

    private String project(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            throw invalid("project");
        }
        ProjectCode code = ProjectDesk.code(asked.strip());
        if (archive.recordedOf(code).isEmpty()) {
            throw new ProblemException(QueryReason.PROJECT_NOT_FOUND, Map.of("project", code.text()));
        }
        return code.text();
    }

    private static ProblemException invalid(String parameter) {
        return new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
    }

    /** Where this release was not built yet; it begins at the first start of the release. */
    void beginRelease() {
        if (!rebuilding.isReady()) {
            Map<String, Integer> built = rebuilding.next(rebuilding.models());
            Wanted wanted = new Wanted(What.RELEASE, null, null, true, "release", "SYSTEM");
            store.begin(wanted, rebuilding.family(), built, Map.of(), clock.instant());
        }
    }

    Replay find(String id) {
        return store.find(id)
                .orElseThrow(() -> new ProblemException(QueryReason.REPLAY_NOT_FOUND, Map.of("replay", id)));
    }

    /** The latest first. */
    List<Replay> latest() {
        return store.latest(MOST_SHOWN);
    }

    List<DifferingDocument> differences(String id, int page, int size) {
        find(id);
        return store.differences(id, page * size, size);
    }

    Replay pause(String id) {
        return told(id, EnumSet.of(State.RUNNING), EnumSet.of(Step.BUILDING, Step.COMPARING), State.PAUSED, null);
    }

    Replay resume(String id) {
        return told(id, EnumSet.of(State.PAUSED), EnumSet.allOf(Step.class), State.RUNNING, null);
    }

    /** Leaves nothing behind of what was built. */
    Replay cancel(String id) {
        if (find(id).what() == What.RELEASE) {
            throw notNow(id);
        }
        return told(
                id,
                EnumSet.of(State.RUNNING, State.PAUSED, State.WAITING),
                BEFORE_THE_SWITCH,
                State.RUNNING,
                Step.CANCELLING);
    }

    /** Puts what was built in place although something differs, or could not be built. */
    Replay putInPlace(String id) {
        return told(id, EnumSet.of(State.WAITING), EnumSet.of(Step.COMPARING), State.RUNNING, Step.SWITCHING);
    }

    private Replay told(String id, Set<State> states, Set<Step> steps, State state, @Nullable Step step) {
        find(id);
        boolean isTold = step == null
                ? store.tell(id, states, steps, ReplayStore.state(state))
                : store.tell(id, states, steps, ReplayStore.state(state), ReplayStore.step(step));
        if (!isTold) {
            throw notNow(id);
        }
        return find(id);
    }

    private ProblemException notNow(String id) {
        Replay now = find(id);
        return new ProblemException(
                QueryReason.NOT_WITH_THIS_REPLAY,
                Map.of(
                        "replay",
                        id,
                        "state",
                        now.state().name(),
                        "step",
                        now.step().name()));
    }

    /** Whether what answered before a replay is there to be thrown away: generations of another release are not ours. */
    boolean isOldHere(Replay replay) {
        return replay.state() == State.DONE
                && replay.oldKept()
                && replay.family().equals(rebuilding.family());
    }

    /** Throws away what answered before. */
    Replay dropOld(String id) {
        Replay replay = find(id);
        if (!isOldHere(replay)) {
            throw notNow(id);
        }
        try {
            rebuilding.drop(replay.old());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE);
        }
        store.droppedOld(id);
        return find(id);
    }
}
