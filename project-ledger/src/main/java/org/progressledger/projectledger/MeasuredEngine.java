package org.progressledger.projectledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.progressledger.ledger.AppendTooLarge;
import org.progressledger.ledger.ClockBehindLedger;
import org.progressledger.ledger.CommandAlreadyRecorded;
import org.progressledger.ledger.LedgerUnavailable;
import org.progressledger.ledger.axon.LedgerEventStorageEngine;

/** Measures how long appending takes, as a command waits for it, by what comes of it. */
final class MeasuredEngine extends LedgerEventStorageEngine {
    private final Supplier<MeterRegistry> meters;

    MeasuredEngine(Builder builder, Supplier<MeterRegistry> meters) {
        super(builder);
        this.meters = meters;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        long begun = System.nanoTime();
        AppendOutcome outcome = AppendOutcome.FAILED;
        try {
            super.appendEvents(events, serializer);
            outcome = AppendOutcome.RECORDED;
        } catch (RuntimeException refused) {
            outcome = AppendOutcome.of(refused);
            throw refused;
        } finally {
            outcome.timer(meters.get()).record(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** What can come of an append. */
    enum AppendOutcome {
        RECORDED,
        /** Another command took the place in the project's stream first; it is decided again. */
        CONFLICT,
        /** The same command was recorded before. */
        REPEATED,
        TOO_LARGE,
        /** The store did not answer, too much waits, or the clock is behind. */
        UNAVAILABLE,
        FAILED;

        private static final Duration[] BUCKETS = {
            Duration.ofMillis(1),
            Duration.ofMillis(2),
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

        static AppendOutcome of(RuntimeException refused) {
            return switch (refused) {
                case ConcurrencyException taken -> CONFLICT;
                case AggregateStreamCreationException taken -> CONFLICT;
                case CommandAlreadyRecorded before -> REPEATED;
                case AppendTooLarge large -> TOO_LARGE;
                case LedgerUnavailable away -> UNAVAILABLE;
                case ClockBehindLedger behind -> UNAVAILABLE;
                default -> FAILED;
            };
        }

        Timer timer(MeterRegistry meters) {
            return Timer.builder("ledger_append")
                    .description("How long appending to the ledger takes, by what comes of it")
                    .tag("outcome", name().toLowerCase(Locale.ROOT))
                    .serviceLevelObjectives(BUCKETS)
                    .register(meters);
        }
    }
}
