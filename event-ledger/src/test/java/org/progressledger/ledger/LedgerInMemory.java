package org.progressledger.ledger;

import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Commits as a server holds them, some of them damaged, and what it was asked for. */
final class LedgerInMemory {

    private final NavigableMap<Long, Commit> held = new TreeMap<>();
    private final Set<Long> damaged = new HashSet<>();
    private Tail tail = Tail.OF_NOTHING;
    final CommitCollection commits = mock(CommitCollection.class);
    final CommitRanges ranges = mock(CommitRanges.class);
    final AtomicInteger rangesAsked = new AtomicInteger();
    final AtomicLong widestAsked = new AtomicLong();

    LedgerInMemory() {
        when(commits.lastBySort())
                .thenAnswer(asked -> Optional.ofNullable(held.lastEntry()).map(last -> checked(last.getValue())));
        when(commits.at(anyLong()))
                .thenAnswer(asked -> Optional.ofNullable(held.get(asked.<Long>getArgument(0)))
                        .map(this::checked));
        when(commits.beginningIn(anyLong(), anyLong()))
                .thenAnswer(asked -> beginningIn(asked.getArgument(0), asked.getArgument(1)).stream()
                        .map(this::checked)
                        .toList());
        when(ranges.following(anyLong(), anyLong(), anyLong()))
                .thenAnswer(asked -> following(asked.getArgument(0), asked.getArgument(1), asked.getArgument(2)));
    }

    /** So many commits more, of so many events each. */
    LedgerInMemory add(int number, int events) {
        for (int i = 0; i < number; i++) {
            Commit commit = new Draft(Examples.append("stream-" + tail.next(), 0, events), events)
                    .at(tail, Duration.ofDays(1), Examples.NOON.plusMillis(tail.next()));
            put(commit);
        }
        return this;
    }

    void put(Commit commit) {
        held.put(commit.firstPosition(), commit);
        tail = Tail.after(commit);
    }

    Commit at(long position) {
        return held.floorEntry(position).getValue();
    }

    void lose(long position) {
        held.remove(position);
    }

    void damage(long position) {
        damaged.add(position);
    }

    CommitReader reader(Announced announced) {
        return new CommitReader(commits, new KnownTail(commits), announced, LedgerSettings.defaults());
    }

    private Commit checked(Commit commit) {
        if (damaged.contains(commit.firstPosition())) {
            throw new LedgerDamaged(commit.firstPosition(), "events.0.payload", "do not agree");
        }
        return commit;
    }

    private List<Commit> beginningIn(long start, long end) {
        return List.copyOf(held.subMap(start, Math.max(start, end)).values());
    }

    private List<Commit> following(long start, long end, long most) {
        rangesAsked.incrementAndGet();
        widestAsked.accumulateAndGet(end - start, Math::max);
        List<Commit> good = new ArrayList<>();
        long weight = 0;
        for (Commit commit : beginningIn(start, end)) {
            boolean follows = good.isEmpty() || good.getLast().lastPosition() + 1 == commit.firstPosition();
            if (!follows || weight >= most || damaged.contains(commit.firstPosition())) {
                break;
            }
            good.add(commit);
            weight += commit.weight();
        }
        return good;
    }
}
