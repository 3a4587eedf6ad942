package org.progressledger.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the ledger by position, and stops rather than skip. */
final class CommitReader {

    private static final int WINDOW = 256;

    private final CommitCollection commits;
    private final KnownTail tail;
    private final Announced announced;
    private final int maxReadBytes;

    CommitReader(CommitCollection commits, KnownTail tail, Announced announced, LedgerSettings settings) {
        this.commits = commits;
        this.tail = tail;
        this.announced = announced;
        this.maxReadBytes = settings.maxReadBytes();
    }

    /**
     * What was read; nothing at the end.
     *
     * @param isRestTold whether what may follow is going to be announced, so that nobody need ask for it
     */
    record Answer(List<LedgerEvent> events, boolean isRestTold) {}

    /** At most so many events. */
    List<LedgerEvent> read(long fromPosition, int limit) {
        if (fromPosition < 0 || limit < 1) {
            throw new IllegalArgumentException(
                    "Neither from before 0 nor fewer than 1 event: from %d, limit %d".formatted(fromPosition, limit));
        }
        List<LedgerEvent> events =
                new Reading(fromPosition, limit, false).read().events();
        return events.size() > limit ? List.copyOf(events.subList(0, limit)) : events;
    }

    /**
     * The events of whole commits, until there are so many of them.
     *
     * @param follows whether a commit that was announced need not be asked for
     */
    Answer commits(long fromPosition, int enough, boolean follows) {
        return new Reading(fromPosition, enough, follows).read();
    }

    boolean isAnnounced(long position) {
        return announced.holds(position);
    }

    /** Takes note of a commit that was read elsewhere. */
    void saw(long next, Instant recordedAt) {
        tail.saw(new Tail(next, recordedAt));
    }

    private List<Commit> fetch(long position, int window) {
        return window == 1
                ? commits.at(position).map(List::of).orElse(List.of())
                : commits.beginningIn(position, position + window);
    }

    /** Position of the first event whose commit was recorded at that instant or later; the end if there is none. */
    long firstRecordedSince(Instant instant) {
        long low = 0;
        long high = tail.lookAgain().next();
        while (low < high) {
            Commit middle = holding(low + (high - low) / 2).orElseThrow();
            if (middle.recordedAt().isBefore(instant)) {
                low = middle.lastPosition() + 1;
            } else {
                high = middle.firstPosition();
            }
        }
        return low;
    }

    OptionalLong lastPosition() {
        long next = tail.lookAgain().next();
        return next == 0 ? OptionalLong.empty() : OptionalLong.of(next - 1);
    }

    /** The commit that holds the position; nothing if the ledger ends before it. */
    private Optional<Commit> holding(long position) {
        Tail end = tail.lastSeen();
        if (position >= end.next()) {
            end = tail.lookAgain();
        }
        if (position >= end.next()) {
            return Optional.empty();
        }
        for (long until = position + 1; until > 0; until -= WINDOW) {
            List<Commit> before = commits.beginningIn(Math.max(0, until - WINDOW), until);
            if (!before.isEmpty()) {
                return Optional.of(nearest(before.getLast(), position, until));
            }
        }
        throw LedgerDamaged.missing(0);
    }

    /** Fewer than there are may be found when they are large: those that follow are asked for until there are none. */
    private Commit nearest(Commit found, long position, long until) {
        Commit nearest = found;
        while (nearest.lastPosition() < position) {
            List<Commit> following = commits.beginningIn(nearest.lastPosition() + 1, until);
            if (following.isEmpty()) {
                throw LedgerDamaged.missing(nearest.lastPosition() + 1);
            }
            nearest = following.getLast();
        }
        return nearest;
    }

    /** One answer in the making. */
    private final class Reading {

        private final long from;
        private final int limit;
        private final boolean follows;
        private final List<LedgerEvent> events = new ArrayList<>();
        private long expected;
        private long weight;
        private int window = 1;
        private boolean sawLaterOnes;
        private boolean wasTold;
        private @Nullable Instant recordedAt;

        Reading(long from, int limit, boolean follows) {
            this.from = from;
            this.limit = limit;
            this.follows = follows;
            this.expected = from;
        }

        Answer read() {
            boolean more = true;
            while (more && wanted() > 0) {
                more = wasAnnounced() || !wasTold && lookFurther();
            }
            return new Answer(events, wasTold && !more);
        }

        /** Who was told of the last one is told of the next one too, and need not ask whether it is there. */
        private boolean wasAnnounced() {
            Optional<Commit> next = follows ? announced.at(expected) : Optional.empty();
            next.ifPresent(this::add);
            wasTold |= next.isPresent();
            return next.isPresent();
        }

        private boolean lookFurther() {
            List<Commit> found = fetch(expected, nextWindow());
            return add(found) || !isEnd(found) && begin();
        }

        /** The known end is where nothing follows: {@link #begin} would ask the same once more. */
        private boolean isEnd(List<Commit> found) {
            return found.isEmpty() && !sawLaterOnes && tail.isKnownToEndAt(expected);
        }

        private int wanted() {
            return weight >= maxReadBytes ? 0 : limit - events.size();
        }

        /** At the end of the ledger, where readers wait, one document by its _id is all that is asked for, and more while there are more. */
        private int nextWindow() {
            int next = tail.isKnownToHold(expected) ? WINDOW : window;
            window = Math.min(2 * next, WINDOW);
            return Math.min(next, wanted());
        }

        /** Takes the commits that follow; false if the first of them is not there. */
        private boolean add(List<Commit> window) {
            boolean added = false;
            for (Commit commit : window) {
                if (commit.firstPosition() < expected) {
                    throw new LedgerDamaged(
                            commit.firstPosition(), CommitDocument.ID, "a commit begins inside another one");
                }
                if (commit.firstPosition() > expected) {
                    sawLaterOnes = true;
                    return added; // perhaps recorded between two looks of the cursor: asked for once more
                }
                add(commit);
                added = true;
            }
            return added;
        }

        /** Makes sure that a position without a commit is the ledger's end, or lies inside a commit if it is the first. */
        private boolean begin() {
            Optional<Commit> holding = holding(expected);
            if (holding.isEmpty()) {
                if (sawLaterOnes) {
                    throw LedgerDamaged.missing(expected);
                }
                return false;
            }
            Commit commit = holding.get();
            if (commit.firstPosition() < expected && expected != from) {
                throw LedgerDamaged.missing(expected);
            }
            add(commit);
            return true;
        }

        private void add(Commit commit) {
            if (recordedAt != null && commit.recordedAt().isBefore(recordedAt)) {
                throw new LedgerDamaged(
                        commit.firstPosition(), CommitDocument.RECORDED_AT, "before the previous commit's");
            }
            for (LedgerEvent event : commit.events()) {
                if (event.position() >= from) {
                    events.add(event);
                }
            }
            sawLaterOnes = false;
            weight += commit.weight();
            recordedAt = commit.recordedAt();
            expected = commit.lastPosition() + 1;
            tail.saw(commit);
        }
    }
}
