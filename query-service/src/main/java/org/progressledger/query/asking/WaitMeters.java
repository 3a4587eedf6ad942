package org.progressledger.query.asking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.stereotype.Component;

/** How long askers wait for {@code atLeast}, and in vain how often. */
@Component
class WaitMeters {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5)
    };

    private final AtomicInteger waiting = new AtomicInteger();
    private final Timer reached;
    private final Timer notCaughtUp;

    WaitMeters(MeterRegistry meters) {
        this.reached = timer(meters, "reached");
        this.notCaughtUp = timer(meters, "not_caught_up");
        Gauge.builder("at_least_waiting", waiting, AtomicInteger::get)
                .description("Questions that wait just now for answers to reflect a position")
                .register(meters);
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("at_least_wait")
                .description("How long questions with atLeast wait, by whether the position was reached")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    void measured(Runnable wait) {
        long begun = System.nanoTime();
        waiting.incrementAndGet();
        Timer came = notCaughtUp;
        try {
            wait.run();
            came = reached;
        } catch (ProblemException refused) {
            if (refused.reason() == CommonReason.OVERLOADED) {
                // it was reached, and only then others were worked on
                came = reached;
            }
            throw refused;
        } finally {
            waiting.decrementAndGet();
            came.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }
}
