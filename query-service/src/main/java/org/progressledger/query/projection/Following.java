package org.progressledger.query.projection;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectCode;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.load.Turns;
import org.springframework.stereotype.Component;

/** How far the answers have come behind the ledger. */
@Component
public class Following {
    public static final String LEDGER_POSITION = "Ledger-Position";
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    // an answer reflects its position at least, so what others had reflected a moment ago is as true; they tell no more
    // often
    private static final Duration OF_OTHERS = Sharing.TELL;
    private static final long GLANCE_MILLIS = 2;
    private static final long GLANCE_AT_ANOTHER_MILLIS = 20;

    private final EventProcessingConfiguration processing;
    private final Elsewhere elsewhere;
    private final QuerySettings settings;
    private final Semaphore waiting;
    private final Turns turns;

    Following(
            EventProcessingConfiguration processing,
            KeptTokens tokens,
            OtherInstances others,
            QuerySettings settings,
            Turns turns) {
        this.processing = processing;
        this.elsewhere = new Elsewhere(() -> positions(tokens, others), System::nanoTime);
        this.settings = settings;
        this.waiting = new Semaphore(settings.waiting());
        this.turns = turns;
    }

    private static Map<Integer, Long> positions(KeptTokens tokens, OtherInstances others) {
        Map<Integer, Long> all = new TreeMap<>(tokens.positions(ProjectProjection.PROCESSOR));
        others.positions().forEach((segment, position) -> all.merge(segment, position, Math::max));
        return all;
    }

    /**
     * The position up to which every event is reflected, whoever follows it; -1 before the first. Of what others follow it may
     * be that of a moment ago.
     */
    public long position() {
        return position(OF_OTHERS);
    }

    private long position(Duration age) {
        Map<Integer, Long> here = here();
        if (here.size() < settings.segments()) {
            Map<Integer, Long> all = new TreeMap<>(elsewhere.positions(age, here.keySet()));
            all.putAll(here);
            return lowest(all);
        }
        return lowest(here);
    }

    private static long lowest(Map<Integer, Long> positions) {
        return positions.values().stream().mapToLong(Long::longValue).min().orElse(-1);
    }

    /** Of each segment that this instance follows, how far it has come. */
    private Map<Integer, Long> here() {
        return statuses().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> KeptTokens.position(entry.getValue().getTrackingToken())));
    }

    private Map<Integer, EventTrackerStatus> statuses() {
        return processor().map(StreamingEventProcessor::processingStatus).orElse(Map.of());
    }

    /** Whether this instance follows part of the ledger; it answers in any case. */
    boolean isFollowing() {
        return !statuses().isEmpty();
    }

    /** Whether this instance is the one that follows a project. */
    boolean follows(ProjectCode code) {
        return statuses().values().stream()
                .anyMatch(status -> status.getSegment().matches(code.text()));
    }

    /** What keeps the processor from going on, if anything does. */
    public Optional<Throwable> trouble() {
        return statuses().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError)
                .findFirst();
    }

    boolean isRunning() {
        return processor().map(StreamingEventProcessor::isRunning).orElse(false);
    }

    /**
     * Waits until the answers reflect a position.
     *
     * @param atLeast null does not wait
     * @throws ProblemException if the position is negative, or not reached in time, or others are worked on then
     */
    public void await(@Nullable Long atLeast) {
        if (atLeast == null) {
            return;
        }
        if (atLeast < 0) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "atLeast"));
        }
        if (position() >= atLeast || position(Duration.ZERO) >= atLeast) {
            return;
        }
        if (!waiting.tryAcquire()) {
            throw notCaughtUp(atLeast);
        }
        try {
            turns.without(() -> awaitIt(atLeast));
        } finally {
            waiting.release();
        }
    }

    private void awaitIt(long atLeast) {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        while (position(Duration.ZERO) < atLeast) {
            if (System.nanoTime() >= deadline) {
                throw notCaughtUp(atLeast);
            }
            pause(statuses().size() == settings.segments() ? GLANCE_MILLIS : GLANCE_AT_ANOTHER_MILLIS);
        }
    }

    private ProblemException notCaughtUp(long atLeast) {
        return new ProblemException(QueryReason.NOT_CAUGHT_UP, Map.of("atLeast", atLeast, "position", position()))
                .withRetryAfter(COME_BACK);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE).withRetryAfter(COME_BACK);
        }
    }

    private Optional<StreamingEventProcessor> processor() {
        return processing.eventProcessor(ProjectProjection.PROCESSOR, StreamingEventProcessor.class);
    }
}
