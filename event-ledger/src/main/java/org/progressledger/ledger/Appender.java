package org.progressledger.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.AppendWire.Forwarded;
import org.progressledger.ledger.AppendWire.Outcome;

/**
 * Records appends, together what comes together. An append that finds nobody writing is written by its own thread, alone and
 * at once; what comes meanwhile waits, and a writer thread takes it from there for as long as there is more.
 */
final class Appender {

    private static final Duration WRITER_STAYS = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 20;
    private static final int PART_OF_A_ROUND_TRIP = 3;
    private static final int OVERHEAD_BYTES = 1024;

    private final CommitCollection commits;
    private final KnownStreams streams;
    private final LedgerSettings settings;
    private final AppendQueue queue;
    private final Standing standing;
    private final BatchWriter writer;
    private final @Nullable Forwarding forwarding;
    private final @Nullable Forwarder forwarder;
    private final Executor writerThread;
    private Writing last;
    private int failedInARow;
    private int lastTogether;

    Appender(
            CommitCollection commits,
            KnownTail tail,
            KnownStreams streams,
            LedgerSettings settings,
            InstantSource clock,
            @Nullable Forwarding forwarding) {
        this.commits = commits;
        this.streams = streams;
        this.settings = settings;
        this.queue = new AppendQueue(settings);
        this.standing = new Standing(commits, tail);
        this.writer = new BatchWriter(commits, tail, streams, standing, settings, clock);
        this.forwarding = forwarding;
        this.forwarder = forwarding == null ? null : new Forwarder(forwarding, tail, streams, settings);
        this.last = writer;
        this.writerThread = writerThread();
    }

    /** One thread, made when there is work for it; it goes when there is none. */
    private static Executor writerThread() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1,
                1,
                WRITER_STAYS.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("ledger-writer").factory());
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    Waiting waiting() {
        return queue.inside();
    }

    Commit append(Append append) {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        long bytes = bytes(append);
        queue.enter(bytes);
        noted();
        try {
            Pending pending = new Pending(new Draft(append, settings.maxEventsPerCommit()), bytes, deadline, settings);
            refuseGaps(pending);
            if (pending.isOpen() && queue.takeTurnOrWait(pending)) {
                writeAtOnce(pending);
            }
            return answerOf(pending);
        } finally {
            queue.leave(bytes);
        }
    }

    /**
     * Records what another process forwarded, which has seen to it that no stream gets a hole.
     *
     * @throws LedgerUnavailable if they are too many; then none of them is recorded
     */
    List<Outcome> appendForwarded(List<Forwarded> forwarded) {
        long bytes = forwarded.stream().mapToLong(one -> bytes(one.append())).sum();
        queue.enter(forwarded.size(), bytes);
        noted();
        try {
            List<Supplier<Outcome>> outcomes = new ArrayList<>();
            List<Pending> pendings = new ArrayList<>();
            for (Forwarded one : forwarded) {
                try {
                    Pending pending = pending(one);
                    pendings.add(pending);
                    outcomes.add(() -> outcomeOf(pending));
                } catch (LedgerException e) {
                    outcomes.add(() -> new Outcome.Refused(e));
                }
            }
            if (queue.waitTogether(pendings)) {
                handTurnOver();
            }
            return outcomes.stream().map(Supplier::get).toList();
        } finally {
            queue.leave(forwarded.size(), bytes);
        }
    }

    private Pending pending(Forwarded one) {
        long patience = Math.min(one.patience().toNanos(), settings.patience().toNanos());
        Draft draft = new Draft(one.append(), settings.maxEventsPerCommit(), one.payloadSalts(), one.metadataSalts());
        return new Pending(draft, bytes(one.append()), System.nanoTime() + patience, settings, true);
    }

    private Outcome outcomeOf(Pending pending) {
        try {
            Commit commit = answerOf(pending);
            return new Outcome.Recorded(commit.firstPosition(), commit.recordedAt());
        } catch (LedgerException e) {
            return new Outcome.Refused(e);
        } catch (RuntimeException e) {
            return new Outcome.Refused(new LedgerUnavailable("The append ended in an error: " + e, true, e));
        }
    }

    private void noted() {
        if (forwarding != null) {
            forwarding.appends();
        }
    }

    private static long bytes(Append append) {
        return append.events().stream()
                .mapToLong(event -> 2L * event.payload().length() + OVERHEAD_BYTES)
                .sum();
    }

    // a stream with a hole could never be read again; one that begins later than at 0 is its owner's affair
    private void refuseGaps(Pending pending) {
        List<NewEvent> unsure = pending.draft().firstOfEachStream().stream()
                .filter(event -> !streams.hold(event.stream(), event.sequence() - 1))
                .toList();
        List<String> asked = unsure.stream()
                .flatMap(event -> Stream.of(beginningOf(event), predecessorOf(event)))
                .toList();
        Set<String> known = new HashSet<>();
        Standing.parts(asked).forEach(some -> known.addAll(commits.knownOf(CommitDocument.KEYS, some)));
        unsure.stream()
                .filter(event -> known.contains(beginningOf(event)) && !known.contains(predecessorOf(event)))
                .findFirst()
                .ifPresent(event -> {
                    standing.settle(List.of(pending)); // the same command again is told so
                    pending.refused(new SequenceConflict(
                            event.stream(), event.sequence(), "does not follow the last one in the ledger"));
                });
    }

    private static String beginningOf(NewEvent event) {
        return StreamKey.of(event.stream(), 0);
    }

    private static String predecessorOf(NewEvent event) {
        return StreamKey.of(event.stream(), event.sequence() - 1);
    }

    private void writeAtOnce(Pending pending) {
        try {
            write(List.of(pending));
        } finally {
            if (!queue.endTurn()) {
                handTurnOver();
            }
        }
    }

    private void handTurnOver() {
        try {
            writerThread.execute(this::writeWhatComes);
        } catch (RuntimeException | Error e) {
            abandon(e);
            throw e;
        }
    }

    private void writeWhatComes() {
        try {
            List<Pending> batch = next();
            while (!batch.isEmpty() || !queue.endTurn()) {
                write(batch);
                batch = next();
            }
        } catch (RuntimeException | Error e) {
            abandon(e);
            throw e;
        }
    }

    /** Where several came together last time, as many are waited for, but never long. */
    private List<Pending> next() {
        if (failedInARow > 0) {
            pause(last.wantsPause() ? failedInARow : 1);
        }
        boolean expectsMore = lastTogether > 1 && failedInARow == 0;
        return queue.take(lastTogether, expectsMore ? last.roundTrip() / PART_OF_A_ROUND_TRIP : 0);
    }

    private void write(List<Pending> batch) {
        try {
            last = wayOf(batch);
            List<Pending> again = last.tryOnce(batch);
            queue.putBack(again);
            failedInARow = again.isEmpty() ? 0 : failedInARow + 1;
            lastTogether = batch.size() - again.size() + queue.waiting();
        } catch (Error e) {
            batch.forEach(append -> append.refused(new LedgerUnavailable("The writer broke off", true, e)));
            throw e;
        }
    }

    /** To the process that appends for all, where there is another one; otherwise at the end of the ledger. */
    private Writing wayOf(List<Pending> batch) {
        if (forwarder == null || !forwarder.takes(batch)) {
            return writer;
        }
        writer.othersWrote();
        return forwarder;
    }

    /** Of random length, so that processes that got in each other's way part; longer with every failure of the database. */
    private void pause(int failures) {
        Duration ceiling = settings.firstBackoff().multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        long longest = Math.min(ceiling.toNanos(), settings.maxBackoff().toNanos());
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest + 1));
    }

    private void abandon(Throwable reason) {
        queue.abandonTurn()
                .forEach(append -> append.refused(
                        new LedgerUnavailable("The writer broke off: " + reason, append.isOutcomeUnknown(), reason)));
    }

    private Commit answerOf(Pending pending) {
        try {
            return pending.answer().get(pending.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (queue.withdraw(pending)) {
                throw pending.givingUp();
            }
            return answerOfWritten(pending);
        } catch (InterruptedException e) {
            throw interrupted(pending, e);
        } catch (ExecutionException e) {
            throw asItIs(e);
        }
    }

    /** Patience is over, but it is just being written: how that ends is worth waiting for, and ends by itself. */
    private Commit answerOfWritten(Pending pending) {
        try {
            return pending.answer().get();
        } catch (InterruptedException e) {
            throw interrupted(pending, e);
        } catch (ExecutionException e) {
            throw asItIs(e);
        }
    }

    private LedgerUnavailable interrupted(Pending pending, InterruptedException e) {
        Thread.currentThread().interrupt();
        return queue.withdraw(pending)
                ? pending.unavailable("Interrupted while waiting for its turn")
                : new LedgerUnavailable("Interrupted while it was written", true, e);
    }

    private static RuntimeException asItIs(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException refusal) {
            return refusal;
        }
        return new LedgerUnavailable("The append ended in an error", true, e);
    }
}
