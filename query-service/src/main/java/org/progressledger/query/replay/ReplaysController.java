package org.progressledger.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.replay.Replay.ReplayProblem;
import org.progressledger.query.replay.ReplayStore.DifferingDocument;
import org.progressledger.query.replay.Replays.ReplayAsked;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Replays by program. */
@RestController
class ReplaysController {
    private static final String PATH = "/api/v1/replays";
    private static final int MOST_ON_A_PAGE = 500;
    private static final int MOST_PAGES = 1_000_000;

    private final Replays replays;

    ReplaysController(Replays replays) {
        this.replays = replays;
    }

    /** Of each read model which generation answered, and which is built. */
    record ReplayGeneration(String readModel, int old, int built) {}

    /**
     * Over all documents, {@code new} as {@code built}: a digest each, the same if nothing differs.
     *
     * @param old of what answered
     */
    record ReplayDigests(String old, @JsonProperty("new") String built) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReplayView(
            String id,
            String what,
            @Nullable String readModel,
            @Nullable String project,
            String by,
            String role,
            Instant startedAt,
            @Nullable Instant endedAt,
            String state,
            String step,
            String whenDifferent,
            long position,
            long ledgerPosition,
            long events,
            long eventsDone,
            long projects,
            long projectsDone,
            long projectsCompared,
            long rate,
            @Nullable Long secondsLeft,
            List<ReplayGeneration> generations,
            boolean oldGenerationKept,
            long differences,
            @Nullable ReplayDigests digests,
            long errorCount,
            List<ReplayProblem> errors,
            @Nullable String failure) {

        private static @Nullable ReplayDigests digests(Replay replay) {
            String old = replay.oldDigest();
            String built = replay.newDigest();
            return old == null || built == null ? null : new ReplayDigests(old, built);
        }

        static ReplayView of(Replay replay) {
            List<ReplayGeneration> generations = new ArrayList<>();
            replay.built()
                    .forEach((model, built) -> generations.add(
                            new ReplayGeneration(model, replay.old().getOrDefault(model, 0), built)));
            return new ReplayView(
                    replay.id(),
                    switch (replay.what()) {
                        case EVERYTHING -> "everything";
                        case READ_MODEL -> "read-model";
                        case PROJECT -> "project";
                        case RELEASE -> "release";
                    },
                    replay.model(),
                    replay.project(),
                    replay.by(),
                    replay.role(),
                    replay.startedAt(),
                    replay.endedAt(),
                    replay.state().name(),
                    replay.step().name(),
                    replay.switchesAnyway() ? "switch" : "wait",
                    replay.position(),
                    replay.head(),
                    replay.events(),
                    replay.eventsDone(),
                    replay.projects(),
                    replay.projectsDone(),
                    replay.compared(),
                    Math.round(replay.rate()),
                    replay.secondsLeft(),
                    generations,
                    replay.oldKept(),
                    replay.differences(),
                    digests(replay),
                    replay.errorCount(),
                    replay.errors(),
                    replay.failure());
        }
    }

    /** The latest replays first, at most 100, and what can be built. */
    record ReplaysView(List<ReplayView> items, Set<String> readModels) {}

    record ReplayDifferences(List<DifferingDocument> items, int page, int size, long total) {}

    @Operation(summary = "Replays, the latest first, with their progress", tags = "Replays")
    @GetMapping(PATH)
    ReplaysView replays() {
        return new ReplaysView(replays.latest().stream().map(ReplayView::of).toList(), replays.models());
    }

    @Operation(
            summary = "Build read models, or one project, anew from the ledger beside those that answer",
            tags = "Replays")
    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayView beginReplay(@RequestBody ReplayAsked asked, @CurrentAsker Asker asker, HttpServletResponse response) {
        Replay begun = replays.begin(asked, asker);
        response.setHeader(HttpHeaders.LOCATION, PATH + "/" + begun.id());
        return ReplayView.of(begun);
    }

    @Operation(summary = "One replay: how far it is, and what it found", tags = "Replays")
    @GetMapping(PATH + "/{id}")
    ReplayView replay(@PathVariable String id) {
        return ReplayView.of(replays.find(id));
    }

    @Operation(summary = "Documents of which what answers and what was built are not the same", tags = "Replays")
    @GetMapping(PATH + "/{id}/differences")
    ReplayDifferences replayDifferences(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        if (page < 0 || page > MOST_PAGES) {
            throw invalid("page");
        }
        if (size < 1 || size > MOST_ON_A_PAGE) {
            throw invalid("size");
        }
        return new ReplayDifferences(
                replays.differences(id, page, size),
                page,
                size,
                replays.find(id).differences());
    }

    private static ProblemException invalid(String parameter) {
        return new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
    }

    @Operation(summary = "Let a replay rest; it goes on when it is resumed", tags = "Replays")
    @PostMapping(PATH + "/{id}/pause")
    ReplayView pauseReplay(@PathVariable String id) {
        return ReplayView.of(replays.pause(id));
    }

    @Operation(summary = "Let a replay go on that rests", tags = "Replays")
    @PostMapping(PATH + "/{id}/resume")
    ReplayView resumeReplay(@PathVariable String id) {
        return ReplayView.of(replays.resume(id));
    }

    @Operation(summary = "Call a replay off; nothing of it is left", tags = "Replays")
    @PostMapping(PATH + "/{id}/cancel")
    ReplayView cancelReplay(@PathVariable String id) {
        return ReplayView.of(replays.cancel(id));
    }

    @Operation(summary = "Put what was built in place although something differs or has errors", tags = "Replays")
    @PostMapping(PATH + "/{id}/switch")
    ReplayView switchReplay(@PathVariable String id) {
        return ReplayView.of(replays.putInPlace(id));
    }

    @Operation(summary = "Throw away what answered before a replay", tags = "Replays")
    @PostMapping(PATH + "/{id}/drop")
    ReplayView dropReplay(@PathVariable String id) {
        return ReplayView.of(replays.dropOld(id));
    }
}
