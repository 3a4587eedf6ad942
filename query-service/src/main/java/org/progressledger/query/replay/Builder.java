package org.progressledger.query.replay;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.projection.Rebuilding;
import org.progressledger.query.replay.Replay.ReplayProblem;
import org.progressledger.query.replay.Replay.State;
import org.progressledger.query.replay.Replay.Step;
import org.progressledger.query.replay.ReplayStore.Hold;
import org.progressledger.query.replay.Survey.Found;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds every project once, in the order in which they were last recorded: so a position says how far it is. */
final class Builder {
    private static final Logger LOG = LoggerFactory.getLogger(Builder.class);
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Rebuilding rebuilding;
    private final ProjectArchive archive;
    private final ReplaySettings settings;

    Builder(Rebuilding rebuilding, ProjectArchive archive, ReplaySettings settings) {
        this.rebuilding = rebuilding;
        this.archive = archive;
        this.settings = settings;
    }

    /** Builds what is not built yet; ends early if it is told otherwise. */
    Replay build(Replay begun, Survey survey, Hold hold) throws InterruptedException {
        long from = begun.position();
        List<Found> left =
                survey.projects().stream().filter(found -> found.last() > from).toList();
        long eventsBefore =
                survey.events() - left.stream().mapToLong(Found::events).sum();
        long projectsBefore = survey.projects().size() - left.size();
        Replay now = hold.write(
                Updates.set("head", survey.head()),
                Updates.set("events", survey.events()),
                Updates.set("projects", (long) survey.projects().size()),
                Updates.set("eventsDone", eventsBefore),
                Updates.set("projectsDone", projectsBefore));
        long began = System.nanoTime();
        long eventsHere = 0;
        int together = settings.threads() * settings.batch();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                settings.threads(),
                Thread.ofPlatform().daemon().name("replay-", 0).factory())) {
            for (int start = 0; start < left.size() && goesOn(now); start += together) {
                List<Found> some = left.subList(start, Math.min(start + together, left.size()));
                build(begun, some, threads).forEach(hold::error);
                eventsHere += some.stream().mapToLong(Found::events).sum();
                now = hold.write(
                        Updates.set("position", some.getLast().last()),
                        Updates.set("eventsDone", eventsBefore + eventsHere),
                        Updates.set("projectsDone", projectsBefore + start + some.size()),
                        Updates.set("rate", eventsHere * NANOS / Math.max(1, System.nanoTime() - began)));
            }
        }
        return now;
    }

    private static boolean goesOn(Replay now) {
        return now.state() == State.RUNNING && now.step() == Step.BUILDING;
    }

    private List<ReplayProblem> build(Replay replay, List<Found> some, ExecutorService threads)
            throws InterruptedException {
        List<Callable<List<ReplayProblem>>> parts = new ArrayList<>();
        for (int start = 0; start < some.size(); start += settings.batch()) {
            List<Found> part = some.subList(start, Math.min(start + settings.batch(), some.size()));
            parts.add(() -> build(replay.built(), part));
        }
        List<ReplayProblem> problems = new ArrayList<>();
        for (Future<List<ReplayProblem>> built : threads.invokeAll(parts)) {
            try {
                problems.addAll(built.get());
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException asItIs) {
                    throw asItIs;
                }
                throw new IllegalStateException(failed.getCause());
            }
        }
        return problems;
    }

    private List<ReplayProblem> build(Map<String, Integer> generations, List<Found> part) {
        Map<String, ProjectHistory> histories = new HashMap<>();
        for (Found found : part) {
            histories.put(found.code(), archive.history(ProjectCode.of(found.code())));
        }
        Map<String, RuntimeException> failures = rebuilding.build(generations, histories);
        List<ReplayProblem> problems = new ArrayList<>();
        histories.forEach((code, history) -> {
            RuntimeException failure = failures.get(code);
            if (failure != null) {
                LOG.error("Project {} cannot be built", code, failure);
                rebuilding.takeOver(generations, code);
                problems.add(problem(code, history, failure));
            }
        });
        return problems;
    }

    /** With the first event that cannot be told. */
    private ReplayProblem problem(String code, ProjectHistory history, RuntimeException failure) {
        String type = failure.getClass().getName();
        Optional<RecordedEvent> event = rebuilding
                .failingAt(history)
                .map(events -> history.facts().get(events - 1).recorded());
        return event.map(found -> new ReplayProblem(
                        code,
                        found.position(),
                        found.id(),
                        EventCatalogue.of(found.event()).storedName(),
                        type))
                .orElseGet(() -> new ReplayProblem(code, -1, null, null, type));
    }
}
