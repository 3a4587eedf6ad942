package org.progressledger.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Writes appends at the end of the ledger, each as its own commit, all in one ordered insert; for one thread at a time.
 *
 * <p>A position is claimed only when its predecessor is known to be held by a majority, or stands before it in the same
 * insert. So any error ends the batch: what became of it is looked up at majority, together for all, and what is neither
 * recorded nor refused is to be tried again behind whatever stands there then.
 */
final class BatchWriter implements Writing {

    private static final long NONE = -1;
    private static final int OTHERS_STAY = 8;
    private static final long LOOK_EVERY_NANOS = 100_000;

    private final CommitCollection commits;
    private final KnownTail tail;
    private final KnownStreams streams;
    private final Standing standing;
    private final LedgerSettings settings;
    private final InstantSource clock;
    private boolean uncertain;
    private long lostPosition = NONE;
    private int ourTurns;
    private int othersTurns;
    private boolean unanswered;
    private long roundTrip;

    private record Placed(Pending append, Commit commit, RawBsonDocument document) {}

    BatchWriter(
            CommitCollection commits,
            KnownTail tail,
            KnownStreams streams,
            Standing standing,
            LedgerSettings settings,
            InstantSource clock) {
        this.commits = commits;
        this.tail = tail;
        this.streams = streams;
        this.standing = standing;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public long roundTrip() {
        return roundTrip;
    }

    @Override
    public boolean wantsPause() {
        return unanswered;
    }

    /** Another process wrote meanwhile: where the ledger ends is looked up before the next insert. */
    void othersWrote() {
        uncertain = true;
    }

    @Override
    public List<Pending> tryOnce(List<Pending> batch) {
        List<Pending> begun = batch.stream().filter(Pending::beginAttempt).toList();
        unanswered = false;
        try {
            if (begun.isEmpty()) {
                return List.of();
            }
            lookWhereInDoubt(begun);
            Tail end = letOthersIn();
            List<Placed> placed = place(open(begun), end);
            if (!placed.isEmpty()) {
                insert(placed);
            }
        } catch (LedgerUnavailable e) {
            unanswered = true;
            open(begun).forEach(append -> append.failed(e, false));
        } catch (RuntimeException e) {
            open(begun).forEach(append -> append.refused(e));
        }
        return open(begun);
    }

    private static List<Pending> open(List<Pending> appends) {
        return appends.stream().filter(Pending::isOpen).toList();
    }

    private void lookWhereInDoubt(List<Pending> begun) {
        if (!uncertain && begun.stream().noneMatch(append -> append.isInDoubt(false))) {
            return;
        }
        Tail end = tail.catchUp(settings.maxTogether());
        boolean positionWasTaken = lostPosition != NONE && end.next() > lostPosition;
        if (positionWasTaken) {
            ourTurns = 0;
            othersTurns = OTHERS_STAY;
        }
        List<Pending> doubted = begun.stream()
                .filter(append -> append.isInDoubt(positionWasTaken))
                .toList();
        if (!doubted.isEmpty()) {
            standing.settle(doubted);
        }
        uncertain = false;
        lostPosition = NONE;
    }

    /**
     * Where another process writes too, it is let in after each insert of ours: claiming again takes less time than learning
     * that a claim was lost, so whoever lost once would lose again and again.
     */
    private Tail letOthersIn() {
        Tail end = tail.lastSeen();
        if (othersTurns == 0 || ourTurns == 0) {
            return end;
        }
        long until = System.nanoTime() + 2 * roundTrip;
        do {
            Tail now = tail.catchUp(settings.maxTogether());
            if (now.next() > end.next()) {
                ourTurns = 0;
                othersTurns = OTHERS_STAY;
                return now;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        } while (System.nanoTime() < until);
        othersTurns--;
        return end;
    }

    /** One behind the other; one that is too large leaves its place to the next. */
    private List<Placed> place(List<Pending> appends, Tail end) {
        if (appends.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Placed> placed = new ArrayList<>(appends.size());
        Tail next = end;
        for (Pending append : appends) {
            try {
                Commit commit = append.draft().at(next, settings.maxClockLag(), now);
                placed.add(new Placed(append, commit, sized(commit)));
                next = Tail.after(commit);
            } catch (RuntimeException e) {
                append.refused(e);
            }
        }
        return placed;
    }

    private RawBsonDocument sized(Commit commit) {
        RawBsonDocument document = CommitDocument.of(commit);
        int bytes = CommitDocument.bytes(document);
        if (bytes > settings.maxCommitBytes()) {
            throw new AppendTooLarge("maxCommitBytes", settings.maxCommitBytes(), bytes);
        }
        return document;
    }

    private void insert(List<Placed> placed) {
        uncertain = true;
        try {
            long begun = System.nanoTime();
            if (placed.size() == 1) {
                commits.insert(placed.getFirst().document());
            } else {
                commits.insertInOrder(placed.stream().map(Placed::document).toList());
            }
            roundTrip = smoothed(System.nanoTime() - begun);
            acknowledged(placed);
        } catch (MongoInterruptedException e) {
            // the thread is that of the one append in the batch, or the database client ended
            Thread.currentThread().interrupt();
            placed.forEach(one -> one.append().refused(new LedgerUnavailable("Interrupted while writing", true, e)));
        } catch (MongoException e) {
            failed(placed, e);
        }
    }

    private long smoothed(long nanos) {
        return roundTrip == 0 ? nanos : (3 * roundTrip + nanos) / 4;
    }

    private void acknowledged(List<Placed> placed) {
        tail.saw(placed.getLast().commit());
        uncertain = false;
        ourTurns++;
        placed.forEach(one -> {
            streams.saw(one.commit());
            one.append().recorded(one.commit());
        });
    }

    private void failed(List<Placed> placed, MongoException failure) {
        WriteError error = definiteError(failure);
        if (error == null) {
            unanswered = true;
            placed.forEach(one -> one.append().failed(failure, true));
        } else if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
            Placed refused = placed.get(indexOf(failure));
            refused.append()
                    .refused(new LedgerUnavailable(
                            "The database refuses the commit: " + failure.getMessage(),
                            refused.append().isOutcomeUnknown(),
                            failure));
            placed.forEach(one -> one.append().failed(failure, false));
        } else if (indexOf(failure) > 0) {
            placed.forEach(one -> one.append().failed(failure, false));
        } else {
            lostPosition = placed.getFirst().commit().firstPosition();
            placed.forEach(one -> one.append().lost(failure));
        }
    }

    /** What the server says of the first document that it did not record; null if it left the outcome open. */
    private static @Nullable WriteError definiteError(MongoException failure) {
        return switch (failure) {
            case MongoWriteException one -> one.getError();
            case MongoBulkWriteException many
            when many.getWriteConcernError() == null && !many.getWriteErrors().isEmpty() ->
                many.getWriteErrors().getFirst();
            default -> null;
        };
    }

    private static int indexOf(MongoException failure) {
        return failure instanceof MongoBulkWriteException many
                ? many.getWriteErrors().getFirst().getIndex()
                : 0;
    }
}
