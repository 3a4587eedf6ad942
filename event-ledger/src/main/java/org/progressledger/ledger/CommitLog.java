package org.progressledger.ledger;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.AppendWire.Forwarded;
import org.progressledger.ledger.AppendWire.Outcome;
import org.progressledger.ledger.ForwardingRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gap-free log of commits in one MongoDB collection; safe for many threads and many processes.
 *
 * <p>One commit is one document and one insert. Positions are dense from 0. Everything is written to a majority and
 * read from a majority. Whatever is read is checked: a change to any stored field, or a commit that is missing, ends in
 * {@link LedgerDamaged} instead of an answer.
 */
public final class CommitLog {

    private static final Logger LOG = LoggerFactory.getLogger(CommitLog.class);

    private final CommitCollection commits;
    private final Appender appender;
    private final CommitReader reader;
    private final ReadAhead ahead;
    private final Announced announced;
    private final StreamReader streams;
    private final IndexWatch indexes;
    private final @Nullable Forwarding forwarding;
    private final InstantSource clock;
    private final Duration maxClockLag;

    CommitLog(CommitCollection commits, LedgerSettings settings, InstantSource clock) {
        this(commits, settings, clock, null);
    }

    CommitLog(CommitCollection commits, LedgerSettings settings, InstantSource clock, @Nullable Forwarding forwarding) {
        this(commits, settings, ReadingSettings.defaults(), clock, forwarding);
    }

    private CommitLog(
            CommitCollection commits,
            LedgerSettings settings,
            ReadingSettings reading,
            InstantSource clock,
            @Nullable Forwarding forwarding) {
        this.forwarding = forwarding;
        KnownTail tail = new KnownTail(commits);
        this.commits = commits;
        this.clock = clock;
        this.maxClockLag = settings.maxClockLag();
        KnownStreams known = new KnownStreams();
        this.appender = new Appender(commits, tail, known, settings, clock, forwarding);
        this.announced = new Announced(reading.announcedBytes(), System::nanoTime);
        this.reader = new CommitReader(commits, tail, announced, settings);
        this.ahead = new ReadAhead(commits.ranges(), reading);
        this.streams = new StreamReader(commits, known);
        this.indexes = new IndexWatch(commits::missingIndexes, IndexWatch.RHYTHM, System::nanoTime);
    }

    /**
     * Opens the ledger of a database, making its indexes if they are missing.
     *
     * @throws LedgerUnavailable if a unique index is missing and cannot be made, or the server does not answer
     */
    public static CommitLog open(MongoDatabase database, LedgerSettings settings, InstantSource clock) {
        return open(database, settings, ReadingSettings.defaults(), clock, null);
    }

    /** The same with other bounds of what is read ahead. */
    public static CommitLog open(
            MongoDatabase database, LedgerSettings settings, ReadingSettings reading, InstantSource clock) {
        return open(database, settings, reading, clock, null);
    }

    /**
     * The same, for a process that others may append for.
     *
     * @param forwarding who does; null for nobody
     */
    public static CommitLog open(
            MongoDatabase database, LedgerSettings settings, InstantSource clock, @Nullable Forwarding forwarding) {
        return open(database, settings, ReadingSettings.defaults(), clock, forwarding);
    }

    private static CommitLog open(
            MongoDatabase database,
            LedgerSettings settings,
            ReadingSettings reading,
            InstantSource clock,
            @Nullable Forwarding forwarding) {
        CommitCollection commits = new CommitCollection(database, settings);
        commits.prepare();
        return new CommitLog(commits, settings, reading, clock, forwarding);
    }

    /**
     * Records the events together at the next free positions, and answers when a majority holds them on disk. What several
     * threads append at the same time is written by one insert, each append as a commit of its own.
     *
     * @throws CommandAlreadyRecorded if the actor's command of that id is recorded, whatever it asked for
     * @throws DuplicateEventId if an event's id is recorded
     * @throws SequenceConflict if an event's place in its stream is taken, or does not follow the last one
     * @throws AppendTooLarge if there are more events or bytes than the settings allow
     * @throws ClockBehindLedger if this machine's clock is further behind the last commit than the settings allow
     * @throws LedgerUnavailable if the database does not answer in time, too many appends wait already, or a unique index is
     *     missing; the exception knows if the outcome is unknown
     * @throws LedgerDamaged if the commit to follow is not as it was recorded
     */
    public Commit append(Append append) {
        indexes.refuseIfMissing();
        return alarmed(() -> appender.append(append));
    }

    /**
     * Records what another process forwarded ({@link Forwarding}), while this one appends for all.
     *
     * @param question the body of its request
     * @return the body of the answer, which says of each append what became of it
     * @throws ForwardingRefused if nothing came of any of them
     */
    public byte[] appendForwarded(byte[] question) throws ForwardingRefused {
        if (forwarding == null || !forwarding.appendsForAll()) {
            throw new ForwardingRefused(Reason.NOT_THE_APPENDER, "This process does not append for others");
        }
        List<Forwarded> forwarded;
        try {
            forwarded = AppendWire.readQuestion(question);
        } catch (IllegalArgumentException e) {
            throw new ForwardingRefused(Reason.NOT_UNDERSTOOD, String.valueOf(e.getMessage()));
        }
        List<Outcome> outcomes;
        try {
            indexes.refuseIfMissing();
            outcomes = appender.appendForwarded(forwarded);
        } catch (LedgerUnavailable e) {
            throw new ForwardingRefused(Reason.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
        forwarding.taken(forwarded.size());
        return AppendWire.answer(outcomes);
    }

    /** What waits in this process to be recorded. */
    public Waiting waiting() {
        return appender.waiting();
    }

    /**
     * Looks whether an append would be refused whatever it holds, as far as that can be known without one.
     *
     * @throws ClockBehindLedger if this machine's clock is further behind the last commit than the settings allow
     * @throws LedgerUnavailable if the database does not answer, or a unique index is missing
     * @throws LedgerDamaged if the last commit is not as it was recorded
     */
    public void refuseIfNothingCanBeRecorded() {
        indexes.refuseIfMissing();
        OptionalLong last = lastPosition();
        if (last.isPresent()) {
            Instant now = clock.instant();
            Instant recorded = read(last.getAsLong(), 1).getFirst().recordedAt();
            if (now.plus(maxClockLag).isBefore(recorded)) {
                throw new ClockBehindLedger(now, recorded);
            }
        }
    }

    /** The commit of a command, if it was recorded. */
    public Optional<Commit> findCommit(String actor, String commandId) {
        return alarmed(() -> commits.ofCommand(CommandIdentity.key(actor, commandId)));
    }

    /**
     * At most {@code limit} events from a position on, contiguous and checked; none at the end of the ledger, and only
     * there: fewer than the limit may also mean that they are large.
     *
     * @throws LedgerDamaged at the first position that cannot be trusted; ask for fewer to get what comes before it
     */
    public List<LedgerEvent> read(long fromPosition, int limit) {
        return alarmed(() -> reader.read(fromPosition, limit));
    }

    /**
     * All events from a position until before another, or until the ledger ends as it is then, contiguous and checked. For reading much:
     * several threads ask for what follows and check it while what comes before is taken, and hold no more of it than
     * {@link ReadingSettings#aheadBytes()} says; metadata are read when somebody asks for them. Its terminal operation throws
     * {@link LedgerDamaged} at the first position that cannot be trusted, after all events before it, and {@link LedgerUnavailable} if
     * the database does not answer; the rest can be read by another stream from where that one ended.
     *
     * <p>To be closed by whoever does not read all of it, so that nothing is read for nobody; it holds neither a cursor nor a thread.
     * Not to be used by several threads at once, or as a parallel stream.
     *
     * @param fromPosition from 0
     * @param untilPosition {@code Long.MAX_VALUE} for all there is
     */
    public Stream<LedgerEvent> replay(long fromPosition, long untilPosition) {
        return events(fromPosition, untilPosition, false);
    }

    /**
     * The same for whoever follows the ledger: from a position until its end as it is then. What {@link #bell} carried of late need not
     * be asked for, and is checked like what is read.
     */
    public Stream<LedgerEvent> follow(long fromPosition) {
        return events(fromPosition, Long.MAX_VALUE, true);
    }

    /** Rings when something was recorded, by whomever; to be closed. */
    public CommitBell bell() {
        return commits.bell(announced);
    }

    private Stream<LedgerEvent> events(long fromPosition, long untilPosition, boolean follows) {
        if (fromPosition < 0) {
            throw new IllegalArgumentException("Not from before 0: " + fromPosition);
        }
        Replay replay = new Replay(reader, ahead, follows, fromPosition, untilPosition);
        return stream(replay).onClose(replay::close);
    }

    /** All events of a stream from a sequence on, contiguous and checked; none if there is no such stream. */
    public List<LedgerEvent> readStream(String stream, long fromSequence) {
        return streamOf(stream, fromSequence).toList();
    }

    /** The same, fetched some 64 at a time, so that a stream of any length can be read. */
    public Stream<LedgerEvent> streamOf(String stream, long fromSequence) {
        return stream(streams.from(stream, fromSequence));
    }

    private static Stream<LedgerEvent> stream(Iterator<LedgerEvent> events) {
        Iterator<LedgerEvent> alarmed = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return alarmed(events::hasNext);
            }

            @Override
            public LedgerEvent next() {
                return events.next();
            }
        };
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(alarmed, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Sequence of a stream's last event; empty if there is no such stream. */
    public OptionalLong lastSequence(String stream) {
        return alarmed(() -> streams.lastSequence(stream));
    }

    /** Position of the last event that a majority holds; empty while there is none. */
    public OptionalLong lastPosition() {
        return alarmed(reader::lastPosition);
    }

    /** Position of the first event recorded at that instant or later; one after the last position if there is none. */
    public long firstPositionRecordedSince(Instant instant) {
        return alarmed(() -> reader.firstRecordedSince(instant));
    }

    private static <T> T alarmed(Supplier<T> work) {
        try {
            return work.get();
        } catch (LedgerDamaged e) {
            LOG.error("Ledger damaged at position {}, field {}", e.position(), e.field(), e);
            throw e;
        }
    }
}
