package org.progressledger.query.projection;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.projection.Marks.Moment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers that may be older than others, by no more than whoever asks allows: read from members of the replica set that are
 * not its primary, so that this one has less to do. What cannot be answered so, for whatever reason, is asked of the primary.
 *
 * <p>One answer is read in one causally consistent session, in which a member first shows the last {@link Marks mark} that it
 * has: whatever is read behind it, from whichever member, is at least as new.
 */
@Component
public class StaleReads {
    private static final Logger LOG = LoggerFactory.getLogger(StaleReads.class);
    private static final ClientSessionOptions CAUSALLY_CONSISTENT =
            ClientSessionOptions.builder().causallyConsistent(true).build();
    private static final Duration LEFT_ALONE = Duration.ofSeconds(3);
    private static final ThreadLocal<@Nullable Session> HERE = new ThreadLocal<>();

    private final MongoClient client;
    private final Marks marks;
    private final Generations generations;
    private final StandingStill standing;
    private final StaleReadSettings settings;
    private final AtomicLong notBefore = new AtomicLong(System.nanoTime());
    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    StaleReads(
            MongoClient client,
            Marks marks,
            Generations generations,
            StandingStill standing,
            StaleReadSettings settings,
            MeterRegistry meters) {
        this.client = client;
        this.marks = marks;
        this.generations = generations;
        this.standing = standing;
        this.settings = settings;
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("stale_reads")
                            .description("Questions that may be answered from members that are not the primary, by what"
                                    + " came of it")
                            .tag("outcome", outcome.tag)
                            .register(meters));
        }
    }

    private enum Outcome {
        ANSWERED("answered"),
        TOO_OLD("too_old"),
        STANDS_STILL("stands_still"),
        NOT_THERE("not_there"),
        FAILED("failed");

        private final String tag;

        Outcome(String tag) {
            this.tag = tag;
        }
    }

    /** What this thread reads of, and which generations. */
    record Session(Members members, Generations.State generations) {}

    /**
     * An answer of the past.
     *
     * @param position that it reflects at least; null before the first event
     * @param age until now, of the moment that it shows at the earliest
     */
    public record Past<T>(T answer, @Nullable Long position, Duration age) {}

    /**
     * An answer that is at most that old; empty where only the primary can give it, which is no failure.
     *
     * @param project that is asked of; null for an answer about several
     * @param body empty where what is asked for is not there, which the primary may know better
     */
    public <T> Optional<Past<T>> answer(Duration oldest, @Nullable ProjectCode project, Supplier<Optional<T>> body) {
        if (oldest.isZero() || oldest.isNegative() || !marks.areOfUse() || System.nanoTime() - notBefore.get() < 0) {
            return Optional.empty();
        }
        Duration bound = oldest.compareTo(settings.longest()) < 0 ? oldest : settings.longest();
        long until = System.nanoTime() + settings.patience().toNanos();
        try (ClientSession session = client.startSession(CAUSALLY_CONSISTENT)) {
            return answer(bound, project, body, new Members(session, until));
        } catch (MongoException notHere) {
            // the next ones do not wait for it too
            notBefore.set(System.nanoTime() + LEFT_ALONE.toNanos());
            return failed(notHere);
        } catch (RuntimeException notHere) {
            // what is wrong with the question is told by the primary's answer
            return failed(notHere);
        }
    }

    private <T> Optional<Past<T>> failed(RuntimeException notHere) {
        LOG.debug("Asked of the primary: {}", notHere.toString());
        return none(Outcome.FAILED);
    }

    private <T> Optional<Past<T>> answer(
            Duration bound, @Nullable ProjectCode project, Supplier<Optional<T>> body, Members members) {
        Generations.State now = generations.now();
        Moment moment = marks.shownBy(members).orElse(null);
        // what was built anew since may not be there yet
        if (moment == null
                || moment.generations() != now.version()
                || moment.age().compareTo(bound) > 0) {
            return none(Outcome.TOO_OLD);
        }
        // what stood still then and goes on since is not marked any more
        if (project == null
                ? !moment.still().waiting().isEmpty()
                : moment.still().includes(project.text())) {
            return none(Outcome.STANDS_STILL);
        }
        T answer = here(new Session(members, now), body).orElse(null);
        if (answer == null) {
            return none(Outcome.NOT_THERE);
        }
        Duration age = moment.age();
        // what was read may have been dropped meanwhile, and looks as if nothing were there
        if (age.compareTo(bound) > 0 || generations.now().version() != now.version()) {
            return none(Outcome.TOO_OLD);
        }
        if (project == null && !areMarkedYet(moment.still().givenUp())) {
            return none(Outcome.STANDS_STILL);
        }
        count(Outcome.ANSWERED);
        return Optional.of(new Past<>(answer, moment.position() < 0 ? null : moment.position(), age));
    }

    private boolean areMarkedYet(Set<String> givenUp) {
        return givenUp.stream()
                .map(ProjectCode::of)
                .allMatch(code -> standing.of(code).isPresent());
    }

    private static <T> Optional<T> here(Session session, Supplier<Optional<T>> body) {
        HERE.set(session);
        try {
            return body.get();
        } finally {
            HERE.remove();
        }
    }

    private <T> Optional<Past<T>> none(Outcome outcome) {
        count(outcome);
        return Optional.empty();
    }

    private void count(Outcome outcome) {
        Counter counter = counters.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }

    /** Where this thread reads an answer that may be old. */
    static Optional<Session> here() {
        return Optional.ofNullable(HERE.get());
    }
}
