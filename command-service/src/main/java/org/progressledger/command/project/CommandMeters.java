package org.progressledger.command.project;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ReasonCode;

/**
 * Counts commands and measures how long they take, by kind and by what came of them. Neither whose they are nor which project
 * they are about is told.
 */
class CommandMeters {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20)
    };

    private final MeterRegistry meters;

    CommandMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param kind which command; one of a small number of names */
    <T> T measured(String kind, Supplier<T> recording) {
        long begun = System.nanoTime();
        String outcome = "failed";
        try {
            T recorded = recording.get();
            outcome = "recorded";
            return recorded;
        } catch (ProblemException refused) {
            outcome = outcome(refused.reason());
            refused(refused.reason());
            throw refused;
        } finally {
            timer(kind, outcome).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private static String outcome(ReasonCode reason) {
        if (reason == Refusal.TOO_MUCH_CONTENTION) {
            return "contention";
        }
        return reason == CommonReason.STORE_UNAVAILABLE || reason == CommonReason.TEMPORARILY_UNAVAILABLE
                ? "unavailable"
                : "refused";
    }

    private Timer timer(String kind, String outcome) {
        return Timer.builder("command")
                .description("How long commands take, by kind and by what came of them")
                .tag("command", kind)
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    private void refused(ReasonCode reason) {
        Counter.builder("commands_refused")
                .description("Commands that were refused, by reason code")
                .tag("reason", reason.name())
                .register(meters)
                .increment();
    }

    /** {@code ReportProgress} is {@code report-progress}. */
    static String kind(ProjectCommand command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
