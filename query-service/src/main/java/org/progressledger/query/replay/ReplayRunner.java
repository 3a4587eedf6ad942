package org.progressledger.query.replay;

import com.mongodb.MongoException;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectCode;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerUnavailable;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.projection.Rebuilding;
import org.progressledger.query.replay.Replay.State;
import org.progressledger.query.replay.Replay.Step;
import org.progressledger.query.replay.Replay.What;
import org.progressledger.query.replay.ReplayStore.Hold;
import org.progressledger.query.replay.ReplayStore.NotOurs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Goes on with the replay that is to be gone on with, whichever instance began it and whatever became of that. */
final class ReplayRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(5);

    private static final int MOST_COMPARED_TOGETHER = 256;

    private final ReplayStore store;
    private final Rebuilding rebuilding;
    private final ProjectArchive archive;
    private final CommitLog ledger;
    private final Builder builder;
    private final int comparedTogether;
    private final InstantSource clock;
    private final String instance;
    private volatile boolean running;
    private @Nullable Thread thread;

    ReplayRunner(
            ReplayStore store,
            Rebuilding rebuilding,
            ProjectArchive archive,
            CommitLog ledger,
            ReplaySettings settings,
            InstantSource clock,
            String instance) {
        this.store = store;
        this.rebuilding = rebuilding;
        this.archive = archive;
        this.ledger = ledger;
        this.builder = new Builder(rebuilding, archive, settings);
        this.comparedTogether = Math.min(MOST_COMPARED_TOGETHER, settings.threads() * settings.batch());
        this.clock = clock;
        this.instance = instance;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("replay").start(this::run);
    }

    private void run() {
        while (running) {
            Duration pause = LOOK;
            try {
                Optional<Hold> hold = store.take(rebuilding.family(), instance);
                if (hold.isPresent()) {
                    goOn(hold.get());
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (NotOurs gone) {
                LOG.info("{}", gone.getMessage());
            } catch (RuntimeException later) {
                LOG.warn("A replay does not go on for now: {}", later.toString());
                pause = BEFORE_TRYING_AGAIN;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void goOn(Hold hold) throws InterruptedException {
        Replay replay = hold.look();
        try {
            while (running && replay.state() == State.RUNNING) {
                replay = step(replay, hold);
            }
        } catch (NotOurs | MongoException | LedgerUnavailable later) {
            throw later;
        } catch (RuntimeException failed) {
            LOG.error("Replay {} failed", replay.id(), failed);
            replay = hold.look();
            if (replay.what() == What.RELEASE) {
                // nothing else answers: tried again, and shown as it is
                hold.write(Updates.set("failure", failed.getClass().getName()));
                throw failed;
            }
            abandon(replay, hold);
            hold.end(
                    State.FAILED,
                    clock,
                    Updates.set("failure", failed.getClass().getName()));
        } finally {
            hold.release();
        }
    }

    private Replay step(Replay replay, Hold hold) throws InterruptedException {
        return switch (replay.step()) {
            case BEGINNING -> begin(replay, hold);
            case BUILDING -> build(replay, hold);
            case COMPARING -> compare(replay, hold);
            case SWITCHING -> putInPlace(replay, hold);
            case LEAVING -> leave(replay, hold);
            case CANCELLING -> {
                abandon(replay, hold);
                yield hold.end(State.CANCELLED, clock);
            }
        };
    }

    private Replay begin(Replay replay, Hold hold) throws InterruptedException {
        if (replay.what() == What.PROJECT) {
            return hold.step(Step.BEGINNING, Step.COMPARING);
        }
        rebuilding.begin(replay.built());
        return hold.step(Step.BEGINNING, Step.BUILDING);
    }

    private Replay build(Replay replay, Hold hold) throws InterruptedException {
        // read to its end once more by whoever goes on after a crash
        Survey survey = Survey.of(ledger, position -> hold.look());
        Replay now = builder.build(replay, survey, hold);
        Step next = replay.what() == What.RELEASE ? Step.SWITCHING : Step.COMPARING;
        return now.state() == State.RUNNING && now.step() == Step.BUILDING ? hold.step(Step.BUILDING, next) : now;
    }

    private Replay compare(Replay replay, Hold hold) throws InterruptedException {
        Replay now = new Comparison(rebuilding, archive, hold, comparedTogether).compare(replay);
        if (now.state() != State.RUNNING || now.step() != Step.COMPARING) {
            return now;
        }
        boolean isSame = now.differences() == 0 && now.errorCount() == 0;
        return isSame || now.switchesAnyway() ? hold.step(Step.COMPARING, Step.SWITCHING) : hold.ask(Step.COMPARING);
    }

    private Replay putInPlace(Replay replay, Hold hold) {
        if (replay.project() != null) {
            if (replay.differences() > 0) {
                rebuilding.replace(archive.history(ProjectCode.of(replay.project())));
            }
            return hold.end(State.DONE, clock);
        }
        rebuilding.answer(replay.built());
        LOG.info("Replay {} answers from now on", replay.id());
        return hold.step(Step.SWITCHING, Step.LEAVING);
    }

    private Replay leave(Replay replay, Hold hold) throws InterruptedException {
        boolean kept = replay.what() != What.RELEASE;
        if (kept) {
            rebuilding.leave(replay.old());
        }
        return hold.end(State.DONE, clock, Updates.set("oldKept", kept), Updates.unset("failure"));
    }

    private void abandon(Replay replay, Hold hold) throws InterruptedException {
        if (replay.what() != What.PROJECT) {
            rebuilding.leave(replay.built());
            hold.look();
            rebuilding.drop(replay.built());
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread working = thread;
        if (working != null) {
            working.interrupt();
            try {
                working.join(BEFORE_TRYING_AGAIN);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
