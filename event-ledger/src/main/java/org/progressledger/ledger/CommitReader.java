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
    private final int maxReadBytes;

    CommitReader(CommitCollection commits, KnownTail tail, LedgerSettings settings) {
        this.commits = commits;
        this.tail = tail;
        this.maxReadBytes = settings.maxReadBytes();
    }

    List<LedgerEvent> read(long fromPosition, int limit) {
        if (fromPosition < 0 || limit < 1) {
            throw new IllegalArgumentException(
                    "Neither from before 0 nor fewer than 1 event: from %d, limit %d".formatted(fromPosition, limit));
        }
        Reading reading = new Reading(fromPosition, limit);
        boolean more = true;
        while (more && reading.wanted() > 0) {
            more = reading.add(fetch(reading.expected, reading.nextWindow())) || reading.begin();
        }
        return reading.events;
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
        private final List<LedgerEvent> events = new ArrayList<>();
        private long expected;
        private long weight;
        private int window = 1;
        private boolean sawLaterOnes;
        private @Nullable Instant recordedAt;

        Reading(long from, int limit) {
            this.from = from;
            this.limit = limit;
            this.expected = from;
        }

        int wanted() {
            return weight >= maxReadBytes ? 0 : limit - events.size();
        }

        /** At the end of the ledger, where readers wait, one document by its _id is all that is asked for, and more while there are more. */
        int nextWindow() {
            int next = tail.isKnownToHold(expected) ? WINDOW : window;
            window = Math.min(2 * next, WINDOW);
            return Math.min(next, wanted());
        }

        /** Takes the commits that follow; false if the first of them is not there. */
        boolean add(List<Commit> window) {
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
        boolean begin() {
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
                if (event.position() >= from && events.size() < limit) {
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
