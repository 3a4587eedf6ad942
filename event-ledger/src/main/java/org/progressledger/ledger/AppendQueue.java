package org.progressledger.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends that wait, and the turn: one thread at a time writes, and whoever finds nobody writing may.
 *
 * <p>While nobody has the turn nothing waits. What is inside is bounded in number and in bytes, whatever waits or is written.
 */
final class AppendQueue {

    private static final int NOBODY = Integer.MAX_VALUE;

    private final LedgerSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition enough = lock.newCondition();
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private boolean turnTaken;
    private int awaited = NOBODY;
    private int inside;
    private int mostInside;
    private long insideBytes;

    AppendQueue(LedgerSettings settings) {
        this.settings = settings;
    }

    /**
     * Lets an append in; it must {@link #leave}.
     *
     * @throws LedgerUnavailable if too many are inside
     */
    void enter(long bytes) {
        enter(1, bytes);
    }

    /** Lets that many in, or none of them. */
    void enter(int appends, long bytes) {
        lock.lock();
        try {
            if (inside + appends > settings.maxWaiting()
                    || (inside > 0 && insideBytes + bytes > settings.maxWaitingBytes())) {
                throw new LedgerUnavailable(
                        "%d appends of some %d bytes are waiting, which is enough".formatted(inside, insideBytes),
                        false,
                        null);
            }
            inside += appends;
            insideBytes += bytes;
            mostInside = Math.max(mostInside, inside);
        } finally {
            lock.unlock();
        }
    }

    void leave(long bytes) {
        leave(1, bytes);
    }

    void leave(int appends, long bytes) {
        lock.lock();
        try {
            inside -= appends;
            insideBytes -= bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the caller got the turn and writes its append itself; otherwise whoever has the turn takes it along. */
    boolean takeTurnOrWait(Pending append) {
        lock.lock();
        try {
            if (!turnTaken) {
                turnTaken = true;
                return true;
            }
            waiting.addLast(append);
            if (waiting.size() >= awaited) {
                enough.signal();
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets all of them wait. Whether the caller got the turn, and has to see to it that somebody takes them. */
    boolean waitTogether(List<Pending> appends) {
        lock.lock();
        try {
            waiting.addAll(appends);
            if (waiting.size() >= awaited) {
                enough.signal();
            }
            boolean gotTurn = !turnTaken && !waiting.isEmpty();
            turnTaken |= gotTurn;
            return gotTurn;
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of the turn if nothing waits; false if something does, and the turn goes on. */
    boolean endTurn() {
        lock.lock();
        try {
            turnTaken = !waiting.isEmpty();
            return !turnTaken;
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of the turn, whatever waits, and hands that out. */
    List<Pending> abandonTurn() {
        lock.lock();
        try {
            List<Pending> left = new ArrayList<>(waiting);
            waiting.clear();
            turnTaken = false;
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** Takes back an append that waits; false if it does not wait any more. */
    boolean withdraw(Pending append) {
        lock.lock();
        try {
            return waiting.remove(append);
        } finally {
            lock.unlock();
        }
    }

    /** Those that are to be tried again go first. */
    void putBack(List<Pending> appends) {
        lock.lock();
        try {
            appends.reversed().forEach(waiting::addFirst);
        } finally {
            lock.unlock();
        }
    }

    /** What is inside, whatever waits or is written. */
    Waiting inside() {
        lock.lock();
        try {
            return new Waiting(inside, insideBytes);
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next appends to write together; none if none came.
     *
     * @param hopedFor for how many to wait; for no more than were inside together since the last time
     * @param nanos for how long to wait for them
     */
    List<Pending> take(int hopedFor, long nanos) {
        lock.lock();
        try {
            awaitSome(hopedFor, nanos);
            return together();
        } finally {
            lock.unlock();
        }
    }

    private void awaitSome(int hopedFor, long nanos) {
        // whoever was answered and came back at once was counted twice, but is inside once
        awaited = Math.min(Math.min(hopedFor, mostInside), settings.maxTogether());
        mostInside = inside;
        try {
            long left = nanos;
            while (waiting.size() < awaited && left > 0) {
                left = enough.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // then without waiting
        } finally {
            awaited = NOBODY;
        }
    }

    /** Those that want the same command, event id or place as one before them stay for the next time. */
    private List<Pending> together() {
        List<Pending> batch = new ArrayList<>();
        List<Pending> later = new ArrayList<>();
        Set<String> claimed = new HashSet<>();
        long bytes = 0;
        while (!waiting.isEmpty() && batch.size() < settings.maxTogether()) {
            if (!batch.isEmpty() && bytes + waiting.getFirst().bytes() > settings.maxCommitBytes()) {
                break;
            }
            Pending next = waiting.removeFirst();
            Collection<String> claims = next.draft().claims();
            if (Collections.disjoint(claims, claimed)) {
                claimed.addAll(claims);
                batch.add(next);
                bytes += next.bytes();
            } else {
                claimed.addAll(claims); // none overtakes another
                next.giveWay();
                later.add(next);
            }
        }
        later.reversed().forEach(waiting::addFirst);
        return batch;
    }
}
