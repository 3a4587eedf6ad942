package org.progressledger.query.projection;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.stereotype.Component;

/** How far the answers have come behind the ledger. */
@Component
public class Following {
    public static final String LEDGER_POSITION = "Ledger-Position";
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    private static final long GLANCE_MILLIS = 2;
    private static final long GLANCE_AT_ANOTHER_MILLIS = 20;

    private final EventProcessingConfiguration processing;
    private final KeptTokens tokens;
    private final QuerySettings settings;
    private final Semaphore waiting;

    Following(EventProcessingConfiguration processing, KeptTokens tokens, QuerySettings settings) {
        this.processing = processing;
        this.tokens = tokens;
        this.settings = settings;
        this.waiting = new Semaphore(settings.waiting());
    }

    /** The position up to which every event is reflected; -1 before the first. */
    public long position() {
        OptionalLong here = processor().stream()
                .flatMap(processor -> processor.processingStatus().values().stream())
                .mapToLong(status -> KeptTokens.position(status.getTrackingToken()))
                .min();
        return here.isPresent() ? here.getAsLong() : tokens.position(ProjectProjection.PROCESSOR);
    }

    /** Whether this instance is the one that follows the ledger; of several one does, the others answer. */
    boolean isFollowing() {
        return processor()
                .map(processor -> !processor.processingStatus().isEmpty())
                .orElse(false);
    }

    /** What keeps the processor from going on, if anything does. */
    public Optional<Throwable> trouble() {
        return processor()
                .flatMap(processor -> processor.processingStatus().values().stream()
                        .filter(EventTrackerStatus::isErrorState)
                        .map(EventTrackerStatus::getError)
                        .findFirst());
    }

    boolean isRunning() {
        return processor().map(StreamingEventProcessor::isRunning).orElse(false);
    }

    /**
     * Waits until the answers reflect a position.
     *
     * @param atLeast null does not wait
     * @throws ProblemException if the position is negative, or not reached in time
     */
    public void await(@Nullable Long atLeast) {
        if (atLeast == null) {
            return;
        }
        if (atLeast < 0) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "atLeast"));
        }
        if (position() >= atLeast) {
            return;
        }
        if (!waiting.tryAcquire()) {
            throw notCaughtUp(atLeast);
        }
        try {
            awaitIt(atLeast);
        } finally {
            waiting.release();
        }
    }

    private void awaitIt(long atLeast) {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        while (position() < atLeast) {
            if (System.nanoTime() >= deadline) {
                throw notCaughtUp(atLeast);
            }
            pause(isFollowing() ? GLANCE_MILLIS : GLANCE_AT_ANOTHER_MILLIS);
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
