package org.progressledger.query.projection;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Shares the segments among the instances that are there. Whoever follows more than its share lets go of some; whoever has
 * room takes what nobody follows, which Axon does by itself.
 */
@Component
class Sharing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sharing.class);
    static final Duration TELL = Duration.ofMillis(10);
    private static final Duration ALONE = Duration.ofMillis(250);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final EventProcessingConfiguration processing;
    private final OtherInstances others;
    private final int segments;
    private volatile boolean running;
    private Thread thread = new Thread(this::run);

    Sharing(EventProcessingConfiguration processing, OtherInstances others, QuerySettings settings) {
        this.processing = processing;
        this.others = others;
        this.segments = settings.segments();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("sharing").start(this::run);
    }

    private void run() {
        long lookedAt = System.nanoTime() - LOOK.toNanos();
        while (running) {
            try {
                if (System.nanoTime() - lookedAt >= LOOK.toNanos()) {
                    lookedAt = System.nanoTime();
                    others.look();
                    processor().ifPresent(this::share);
                }
                others.tell(here());
            } catch (RuntimeException away) {
                // the store does not answer: told again when it does
                LOG.debug("Nothing was shared: {}", away.toString());
            }
            pause();
        }
    }

    private void share(StreamingEventProcessor processor) {
        List<Integer> ours = processor.processingStatus().keySet().stream()
                .sorted(Collections.reverseOrder())
                .toList();
        int surplus = surplus(ours.size(), segments, others.count() + 1);
        for (int segment : ours.subList(0, surplus)) {
            LOG.info("Segment {} of {} is left to another instance", segment, segments);
            processor.releaseSegment(segment);
        }
    }

    /** How many of ours are more than our share. */
    static int surplus(int ours, int segments, int instances) {
        int share = (segments + instances - 1) / instances;
        return Math.max(0, ours - share);
    }

    private Map<Integer, Long> here() {
        return processor().stream()
                .flatMap(processor -> processor.processingStatus().entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> KeptTokens.position(entry.getValue().getTrackingToken())));
    }

    private Optional<StreamingEventProcessor> processor() {
        return processing.eventProcessor(ProjectProjection.PROCESSOR, StreamingEventProcessor.class);
    }

    private void pause() {
        try {
            // who is alone has nobody to tell
            TimeUnit.NANOSECONDS.sleep((others.count() == 0 ? ALONE : TELL).toNanos());
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(LOOK);
            others.leave();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.debug("Others will see it by our silence: {}", away.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
