package org.progressledger.query.verification;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.verifier.Expected;
import org.progressledger.verifier.LedgerCheck;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Outcome;
import org.progressledger.verifier.Wording;
import org.progressledger.verifier.mongo.MongoCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Checks the ledger in a thread of its own, as {@code ledger-verify} does, and remembers what came of it last. */
@Component
public class Verification implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final long WAIT_SECONDS = 5;
    private final MongoCopy ledger;
    private final VerificationSettings settings;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread own = new Thread(task, "ledger-verification");
        own.setDaemon(true);
        return own;
    });
    private volatile @Nullable Result last;
    private volatile @Nullable Running running;

    /**
     * A check that has not ended.
     *
     * @param of how many events it expects; -1 while that is not known
     */
    public record Running(Instant begunAt, long events, long of) {}

    /** What came of a check. */
    public record Result(Instant begunAt, Instant endedAt, Verdict verdict) {}

    Verification(MongoDatabase database, VerificationSettings settings, InstantSource clock) {
        this.ledger = new MongoCopy(database, LedgerSettings.defaults().collection());
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        if (settings.isOn()) {
            thread.scheduleWithFixedDelay(
                    this::check,
                    settings.firstAfter().toMillis(),
                    settings.every().toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** What came of the last check that ended. */
    public Optional<Result> last() {
        return Optional.ofNullable(last);
    }

    /** How far the present check has come. */
    public Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    boolean isRunning() {
        return running != null;
    }

    /** How long ago the last check ended; nothing before the first. */
    Optional<Duration> age() {
        return last().map(result -> Duration.between(result.endedAt(), clock.instant()));
    }

    private void check() {
        Instant begun = clock.instant();
        running = new Running(begun, 0, -1);
        try {
            Pace pace = new Pace(settings.eventsPerSecond());
            Verdict verdict = new LedgerCheck(Expected.nothing(), 1).check(ledger, (events, of) -> {
                running = new Running(begun, events, of);
                pace.at(events, of);
            });
            last = new Result(begun, clock.instant(), verdict);
            tell(verdict);
        } catch (RuntimeException e) {
            LOG.error("The ledger could not be verified", e); // and the next check is tried all the same
        } finally {
            running = null;
        }
    }

    private static void tell(Verdict verdict) {
        String finding = verdict.finding().map(new Wording(Locale.ENGLISH)::of).orElse("");
        if (verdict.outcome() == Outcome.WRONG) {
            LOG.error("The ledger does not verify. {}", finding);
        } else if (verdict.outcome() == Outcome.UNREADABLE) {
            LOG.warn(
                    "The ledger could not be read to be verified: {}",
                    verdict.unreadable().orElse(""));
        } else {
            LOG.info(
                    "The ledger was verified: {}, {} events, {} of them sealed",
                    verdict.outcome(),
                    verdict.counts().events(),
                    Math.max(0, verdict.counts().sealed()));
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(WAIT_SECONDS, TimeUnit.SECONDS)) {
            LOG.info("A verification did not end in time");
        }
    }
}
