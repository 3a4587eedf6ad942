package org.progressledger.query.projection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.bson.types.ObjectId;
import org.progressledger.events.ProjectCode;
import org.progressledger.ledger.deadletter.KeptLetter;
import org.progressledger.ledger.deadletter.MongoDeadLetterQueue;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.Standstill.CauseView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gets projects going again that stand still: any instance may, one at a time for each project. */
@Component
public class Mending {
    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final MongoDeadLetterQueue queue;
    private final ProjectProjection projection;
    private final Discards discards;
    private final Memory memory;
    private final StandingStill standing;
    private final Poison poison = new Poison();
    private final InstantSource clock;

    Mending(
            MongoDeadLetterQueue queue,
            ProjectProjection projection,
            Discards discards,
            Memory memory,
            StandingStill standing,
            InstantSource clock) {
        this.memory = memory;
        this.standing = standing;
        this.queue = queue;
        this.projection = projection;
        this.discards = discards;
        this.clock = clock;
    }

    /**
     * Folds the project anew from the ledger.
     *
     * @return what it still stands still before; empty if all that waited is shown now
     * @throws ProblemException if it does not stand still, or is being tried already
     */
    public Optional<Standstill> retry(ProjectCode code) {
        AtomicBoolean folded = new AtomicBoolean();
        process(code, letter -> again(code, letter, !folded.getAndSet(true)));
        memory.readAnew();
        Optional<Standstill> left = Optional.of(queue.lettersOf(code.text()))
                .filter(some -> !some.isEmpty())
                .map(Standstill::of);
        LOG.info("Project {} was tried again, {}", code, left.isEmpty() ? "and goes on" : "and still stands still");
        return left;
    }

    private EnqueueDecision<EventMessage<?>> again(ProjectCode code, KeptLetter letter, boolean first) {
        try {
            projection.again(code, first ? Long.MAX_VALUE : Standstill.position(letter));
            return Decisions.evict();
        } catch (RuntimeException failed) {
            return poison.decide(letter, failed);
        }
    }

    /**
     * Gives up what the project stands still before, so that what is recorded later is tried without it. Its answers stay
     * marked until they reflect the ledger again.
     *
     * @return what was given up, as it is kept for auditors
     * @throws ProblemException if it does not stand still, or is being tried just now
     */
    public Discard discard(ProjectCode code, Discard.Saying saying) {
        ObjectId id = new ObjectId();
        AtomicReference<Discard> kept = new AtomicReference<>();
        process(code, letter -> {
            Discard before = kept.get();
            // kept before the letter goes: after a crash between the two it is discarded once more
            Discard now = before == null ? begun(letter, saying) : before.upTo(Standstill.position(letter));
            discards.keep(id, now);
            kept.set(now);
            return Decisions.evict();
        });
        LOG.info("Events of project {} were given up by {}", code, saying.by());
        return Objects.requireNonNull(kept.get(), "a processed project had a letter");
    }

    private Discard begun(KeptLetter letter, Discard.Saying saying) {
        long position = Standstill.position(letter);
        return new Discard(
                letter.sequence(),
                position,
                position,
                1,
                letter.enqueuedAt(),
                CauseView.of(letter),
                clock.instant(),
                saying.by(),
                saying.role(),
                saying.reason());
    }

    private void process(ProjectCode code, Function<KeptLetter, EnqueueDecision<EventMessage<?>>> task) {
        if (!queue.contains(code.text())) {
            throw new ProblemException(QueryReason.NOT_STANDING_STILL, Map.of("project", code.text()));
        }
        AtomicBoolean begun = new AtomicBoolean();
        queue.process(letter -> isOf(letter, code), letter -> {
            begun.set(true);
            return task.apply((KeptLetter) letter);
        });
        standing.lookAgain();
        if (!begun.get()) {
            throw new ProblemException(QueryReason.BEING_TRIED, Map.of("project", code.text()))
                    .withRetryAfter(COME_BACK);
        }
    }

    private static boolean isOf(DeadLetter<? extends EventMessage<?>> letter, ProjectCode code) {
        return letter instanceof KeptLetter kept && kept.sequence().equals(code.text());
    }
}
