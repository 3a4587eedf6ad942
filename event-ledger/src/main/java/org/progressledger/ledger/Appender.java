package org.progressledger.ledger;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoWriteException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.bson.RawBsonDocument;

/** Records appends one after another: claims the next position, and on a refusal finds out by looking why. */
final class Appender {

    private static final int ASK_FOR = 1000;

    private final CommitCollection commits;
    private final KnownTail tail;
    private final LedgerSettings settings;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock(true);

    Appender(CommitCollection commits, KnownTail tail, LedgerSettings settings, InstantSource clock) {
        this.commits = commits;
        this.tail = tail;
        this.settings = settings;
        this.clock = clock;
    }

    Commit append(Append append) {
        Draft draft = new Draft(append, settings.maxEventsPerCommit());
        long deadline = System.nanoTime() + settings.patience().toNanos();
        refuseGaps(draft);
        waitForTurn(deadline);
        try {
            return claim(draft, deadline);
        } finally {
            turn.unlock();
        }
    }

    private void waitForTurn(long deadline) {
        try {
            if (!turn.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new LedgerUnavailable("Other appends took longer than " + settings.patience(), false, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("Interrupted while waiting for its turn", false, e);
        }
    }

    // a stream with a hole could never be read again; one that begins later than at 0 is its owner's affair
    private void refuseGaps(Draft draft) {
        for (NewEvent event : draft.firstOfEachStream()) {
            String first = StreamKey.of(event.stream(), 0);
            String before = StreamKey.of(event.stream(), event.sequence() - 1);
            Set<String> known = commits.knownOf(List.of(first, before));
            if (known.contains(first) && !known.contains(before)) {
                refuseIfRecorded(draft);
                throw new SequenceConflict(
                        event.stream(), event.sequence(), "does not follow the last one in the ledger");
            }
        }
    }

    private Commit claim(Draft draft, long deadline) {
        Attempts attempts = new Attempts(settings, deadline);
        while (true) {
            boolean again = attempts.beginNext();
            Commit commit;
            try {
                Optional<Commit> own = again ? refuseIfRecorded(draft) : Optional.empty();
                if (own.isPresent()) {
                    tail.saw(own.get());
                    return own.get();
                }
                commit = draft.at(again ? tail.lookAgain() : tail.lastSeen(), settings.maxClockLag(), clock.instant());
            } catch (LedgerUnavailable e) {
                attempts.failed(e, false);
                continue;
            }
            try {
                commits.insert(sized(commit));
                tail.saw(commit);
                return commit;
            } catch (MongoInterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LedgerUnavailable("Interrupted while writing", true, e);
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw new LedgerUnavailable("The database refuses the commit: " + e.getMessage(), false, e);
                }
                attempts.failed(e, false);
            } catch (MongoException e) {
                attempts.failed(e, true);
            }
        }
    }

    /** Looks for what stands in the way, whatever the database's error said; answers the draft's own commit if it is there. */
    private Optional<Commit> refuseIfRecorded(Draft draft) {
        Optional<Commit> sameCommand =
                commits.ofCommand(draft.append().command().key());
        if (sameCommand.isPresent()) {
            if (draft.became(sameCommand.get())) {
                return sameCommand;
            }
            refuseCommandOf(sameCommand.get(), draft.append());
        }
        List<NewEvent> events = draft.append().events();
        for (int start = 0; start < events.size(); start += ASK_FOR) {
            List<NewEvent> some = events.subList(start, Math.min(start + ASK_FOR, events.size()));
            refuseKnownIds(some);
            refuseTakenPlaces(some);
        }
        return Optional.empty();
    }

    private static void refuseCommandOf(Commit recorded, Append append) {
        String firstEventId = append.events().getFirst().eventId();
        if (append.command().isOfFirstEvent(firstEventId)) {
            throw new DuplicateEventId(firstEventId);
        }
        throw new CommandAlreadyRecorded(recorded);
    }

    private void refuseKnownIds(List<NewEvent> events) {
        Set<String> ids = events.stream().map(NewEvent::eventId).collect(Collectors.toSet());
        for (Commit holding : commits.holdingEventIds(ids)) {
            for (LedgerEvent known : holding.events()) {
                if (ids.contains(known.eventId())) {
                    throw new DuplicateEventId(known.eventId());
                }
            }
        }
    }

    private void refuseTakenPlaces(List<NewEvent> events) {
        Set<String> keys = events.stream().map(NewEvent::key).collect(Collectors.toSet());
        for (Commit holding : commits.holdingKeys(keys)) {
            for (LedgerEvent known : holding.events()) {
                if (keys.contains(StreamKey.of(known.stream(), known.sequence()))) {
                    throw new SequenceConflict(known.stream(), known.sequence(), "is taken");
                }
            }
        }
    }

    private RawBsonDocument sized(Commit commit) {
        RawBsonDocument document = CommitDocument.of(commit);
        int bytes = CommitDocument.bytes(document);
        if (bytes > settings.maxCommitBytes()) {
            throw new AppendTooLarge("maxCommitBytes", settings.maxCommitBytes(), bytes);
        }
        return document;
    }
}
