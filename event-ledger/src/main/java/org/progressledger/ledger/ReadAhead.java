package org.progressledger.ledger;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Asks for the positions that follow, some ranges at the same time, while those before them are taken in order. What is in flight is
 * bounded by those who take it, who share it: a range is asked for when one is taken, so nothing waits, and nothing need be ended, when
 * nobody does any more.
 */
final class ReadAhead {

    private static final int FIRST = 256;
    private static final int LEAST = 16;
    private static final int MOST = 1024;
    private static final int IDLE_SECONDS = 5;

    private final CommitRanges commits;
    private final ExecutorService threads;
    private final int inFlight;
    private final long share;
    // weak: who forgets a reading has ended it
    private final Set<Run> running = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    ReadAhead(CommitRanges commits, ReadingSettings settings) {
        this(commits, settings, threads(settings.threads()));
    }

    ReadAhead(CommitRanges commits, ReadingSettings settings, ExecutorService threads) {
        this.commits = commits;
        this.threads = threads;
        this.inFlight = 2 * settings.threads();
        this.share = Math.max(1, settings.aheadBytes() / inFlight);
    }

    private static ExecutorService threads(int number) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                number,
                number,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("ledger-read-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * From a position until before another.
     *
     * @param eventWeight payload and metadata of one event in bytes, about
     */
    Run from(long position, long until, long eventWeight) {
        return new Run(position, until, eventWeight);
    }

    /** So many positions that half of a share is what they usually take. */
    private int size(long eventWeight) {
        return (int) Math.clamp(share / 2 / Math.max(1, eventWeight), LEAST, MOST);
    }

    /**
     * What was asked for with one question.
     *
     * @param until the position before which all commits should begin
     */
    private record Asked(long from, long until, Future<List<Commit>> answer) {}

    /**
     * An answer.
     *
     * @param until the position before which all of them should begin
     * @param commits as far as they are there, follow one another and are good
     */
    record Range(long until, List<Commit> commits) {}

    /** One reading. Not safe for several threads. */
    final class Run {

        private final Deque<Asked> asked = new ArrayDeque<>();
        private final long until;
        private long next;
        private int size;
        private volatile boolean over;

        private Run(long from, long until, long eventWeight) {
            this.next = from;
            this.until = until;
            this.size = Math.min(FIRST, size(eventWeight));
            running.add(this);
        }

        /** The range that follows the one that was taken before. */
        Range take() {
            askForMore();
            Asked first = asked.remove();
            List<Commit> commits = answer(first);
            long weight = commits.stream().mapToLong(Commit::weight).sum();
            size = size(weight / (first.until() - first.from()));
            askForMore();
            return new Range(first.until(), commits);
        }

        /** What is in flight is not wanted any more. */
        void drop() {
            over = true;
            running.remove(this);
            asked.forEach(range -> range.answer().cancel(false));
            asked.clear();
            next = until;
        }

        private void askForMore() {
            int mine = Math.max(1, inFlight / Math.max(1, running.size()));
            while (asked.size() < mine && next < until) {
                long from = next;
                long end = Math.min(until, from + size);
                asked.add(new Asked(
                        from, end, threads.submit(() -> over ? List.of() : commits.following(from, end, share))));
                next = end;
            }
        }

        private List<Commit> answer(Asked range) {
            try {
                return range.answer().get();
            } catch (InterruptedException e) {
                drop();
                Thread.currentThread().interrupt();
                throw new LedgerUnavailable("Interrupted while reading", false, e);
            } catch (ExecutionException e) {
                drop();
                throw new IllegalStateException("What follows cannot be read", e.getCause());
            }
        }
    }
}
