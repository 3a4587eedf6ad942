package org.progressledger.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.CommitReader.Answer;

/**
 * The events of a part of the ledger in order. Where there is much to read it is read ahead; whatever that did not find good, and the
 * end, is for {@link CommitReader} to look at.
 */
final class Replay implements Iterator<LedgerEvent> {

    private static final int WINDOW = 256;
    private static final Duration NOT_ASKED_FOR = Duration.ofMillis(10);

    private final CommitReader reader;
    private final ReadAhead ahead;
    private final boolean follows;
    private final long from;
    private long until;
    private Iterator<LedgerEvent> events = Collections.emptyIterator();
    private ReadAhead.@Nullable Run run;
    private @Nullable Instant recordedAt;
    private long expected;
    private boolean restIsTold;
    private long toldAt;

    /** @param follows whether what was announced need not be asked for */
    Replay(CommitReader reader, ReadAhead ahead, boolean follows, long from, long until) {
        this.reader = reader;
        this.ahead = ahead;
        this.follows = follows;
        this.from = from;
        this.until = until;
        this.expected = from;
    }

    /** At the end it is looked for more whenever this is asked. */
    @Override
    public boolean hasNext() {
        boolean goesOn = true;
        while (!events.hasNext() && goesOn) {
            goesOn = expected < until && fetch();
        }
        return events.hasNext();
    }

    @Override
    public LedgerEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The ledger was read until before " + expected);
        }
        return events.next();
    }

    /** Nothing is read any more. */
    void close() {
        until = expected;
        events = Collections.emptyIterator();
        drop();
    }

    /** False at the end. */
    private boolean fetch() {
        ReadAhead.Run running = run;
        boolean goesOn = true;
        if (running != null) {
            take(running.take());
        } else {
            goesOn = !isTold() && look();
        }
        if (expected >= until) {
            drop();
        }
        return goesOn;
    }

    /** Whether who was told of the last one need not ask for the next one yet. */
    private boolean isTold() {
        return restIsTold && System.nanoTime() - toldAt < NOT_ASKED_FOR.toNanos() && !reader.isAnnounced(expected);
    }

    private void drop() {
        if (run != null) {
            run.drop();
            run = null;
        }
    }

    private boolean look() {
        Answer answer = look((int) Math.min(WINDOW, until - expected));
        List<LedgerEvent> found = answer.events();
        if (!found.isEmpty()) {
            requireInTime(found.getFirst());
            deliver(found, found.getLast());
        }
        restIsTold = answer.isRestTold();
        toldAt = System.nanoTime();
        if (found.size() >= WINDOW && expected < until) {
            long weight = found.stream().mapToLong(LedgerEvent::weight).sum();
            run = ahead.from(expected, until, weight / found.size());
        }
        return !found.isEmpty();
    }

    /** What comes before something damaged is given out first. */
    private Answer look(int enough) {
        try {
            return reader.commits(expected, enough, follows);
        } catch (LedgerDamaged damaged) {
            if (enough == 1 || damaged.position() == expected) {
                throw damaged;
            }
            return look(enough / 2);
        }
    }

    private void requireInTime(LedgerEvent first) {
        if (recordedAt != null && first.recordedAt().isBefore(recordedAt)) {
            throw new LedgerDamaged(first.position(), CommitDocument.RECORDED_AT, "before the previous commit's");
        }
    }

    private void take(ReadAhead.Range range) {
        List<LedgerEvent> found = new ArrayList<>();
        for (Commit commit : range.commits()) {
            if (commit.firstPosition() != expected
                    || recordedAt != null && commit.recordedAt().isBefore(recordedAt)) {
                break;
            }
            found.addAll(commit.events());
            expected = commit.lastPosition() + 1;
            recordedAt = commit.recordedAt();
        }
        if (!found.isEmpty()) {
            reader.saw(expected, found.getLast().recordedAt());
            deliver(found, found.getLast());
        }
        if (expected < range.until()) {
            drop();
        }
    }

    private void deliver(List<LedgerEvent> found, LedgerEvent last) {
        expected = last.position() + 1;
        recordedAt = last.recordedAt();
        boolean cut = found.getFirst().position() < from || last.position() >= until;
        events = cut
                ? found.stream()
                        .filter(event -> event.position() >= from && event.position() < until)
                        .iterator()
                : found.iterator();
    }
}
