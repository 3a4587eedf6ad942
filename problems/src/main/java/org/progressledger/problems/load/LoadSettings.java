package org.progressledger.problems.load;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a service takes on, under {@code progress-ledger.load}.
 *
 * @param atOnce how many requests are worked on at the same time; unless set, or if 0, eight for each processor and at most
 *     64: more only take turns on the processors, so that all are answered late
 * @param waiting how many more may wait for one of these to end; 64 unless set, 0 lets none wait
 * @param longestWait how long one waits before it is refused: shorter than its asker's patience, or it is worked on for
 *     nobody; 1 s unless set, at most 1 min
 */
@Validated
@ConfigurationProperties("progress-ledger.load")
public record LoadSettings(
        @DefaultValue("0") @Min(0) @Max(10_000) int atOnce,
        @DefaultValue("64") @Min(0) @Max(10_000) int waiting,
        @DefaultValue("1s") Duration longestWait) {

    private static final int FOR_EACH_PROCESSOR = 8;
    private static final int MOST_UNLESS_SET = 64;

    public LoadSettings {
        if (atOnce == 0) {
            atOnce = unlessSet(Runtime.getRuntime().availableProcessors());
        }
        if (longestWait.isNegative() || longestWait.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("Not a time that a request may wait for its turn: " + longestWait);
        }
    }

    static int unlessSet(int processors) {
        return Math.min(FOR_EACH_PROCESSOR * processors, MOST_UNLESS_SET);
    }

    /** How many forms may come in at the same time. */
    int forms() {
        return Math.max(atOnce, waiting);
    }

    /**
     * A request that waits takes a thread, a form that comes in does, and so does telling one that it is refused.
     *
     * @param threads of the web server
     * @throws IllegalStateException if requests would wait where nobody sees how long
     */
    void mustFit(int threads) {
        if (atOnce + waiting + forms() >= threads) {
            throw new IllegalStateException("server.tomcat.threads.max is " + threads
                    + ": it must be more than progress-ledger.load.at-once, .waiting and the larger of both together, "
                    + (atOnce + waiting + forms()));
        }
    }
}
