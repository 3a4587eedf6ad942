package org.progressledger.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Reads one stream by asking for its next sequences by name; stops rather than skip one. */
final class StreamReader {

    private static final int WINDOW = 64;

    private final CommitCollection commits;
    private final KnownStreams known;

    StreamReader(CommitCollection commits, KnownStreams known) {
        this.commits = commits;
        this.known = known;
    }

    Iterator<LedgerEvent> from(String stream, long fromSequence) {
        if (fromSequence < 0) {
            throw new IllegalArgumentException("Sequence must not be negative: " + fromSequence);
        }
        return new Events(stream, fromSequence);
    }

    /** The stream's last sequence; doubling steps find one that is not there, halving steps the border. */
    OptionalLong lastSequence(String stream) {
        if (find(stream, 0).isEmpty()) {
            return OptionalLong.empty();
        }
        long there = 0;
        long notThere = 1;
        while (find(stream, notThere).isPresent()) {
            there = notThere;
            notThere *= 2;
        }
        while (notThere - there > 1) {
            long middle = there + (notThere - there) / 2;
            if (find(stream, middle).isPresent()) {
                there = middle;
            } else {
                notThere = middle;
            }
        }
        return OptionalLong.of(there);
    }

    private Optional<LedgerEvent> find(String stream, long sequence) {
        return Optional.ofNullable(eventsOf(stream, sequence, sequence + 1).get(sequence));
    }

    /** By sequence: the stream's events in all commits that hold any of the range. */
    private NavigableMap<Long, LedgerEvent> eventsOf(String stream, long startInclusive, long endExclusive) {
        List<String> keys = LongStream.range(startInclusive, endExclusive)
                .mapToObj(sequence -> StreamKey.of(stream, sequence))
                .toList();
        NavigableMap<Long, LedgerEvent> found = new TreeMap<>();
        for (Commit commit : commits.holdingKeys(keys)) {
            for (LedgerEvent event : commit.events()) {
                if (event.stream().equals(stream) && event.sequence() >= startInclusive) {
                    found.put(event.sequence(), event);
                }
            }
        }
        return found;
    }

    private final class Events implements Iterator<LedgerEvent> {

        private final String stream;
        private final Deque<LedgerEvent> fetched = new ArrayDeque<>();
        private long expected;
        private boolean ended;

        Events(String stream, long from) {
            this.stream = stream;
            this.expected = from;
        }

        @Override
        public boolean hasNext() {
            if (fetched.isEmpty() && !ended) {
                fetch();
            }
            return !fetched.isEmpty();
        }

        @Override
        public LedgerEvent next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The stream ends before sequence " + expected);
            }
            return fetched.remove();
        }

        private void fetch() {
            long asked = expected + WINDOW;
            NavigableMap<Long, LedgerEvent> found = eventsOf(stream, expected, asked);
            while (!found.isEmpty()) {
                take(found);
                if (!found.isEmpty()) {
                    // perhaps recorded between two looks of the cursor: asked for once more
                    LedgerEvent beyond = found.firstEntry().getValue();
                    found = eventsOf(stream, expected, expected + 1);
                    if (!found.containsKey(expected)) {
                        throw missing(beyond);
                    }
                }
            }
            if (!fetched.isEmpty()) {
                known.saw(stream, expected - 1);
            }
            ended = expected < asked;
        }

        private void take(NavigableMap<Long, LedgerEvent> found) {
            LedgerEvent next = found.remove(expected);
            while (next != null) {
                fetched.add(next);
                expected++;
                next = found.remove(expected);
            }
        }

        private LedgerDamaged missing(LedgerEvent beyond) {
            return new LedgerDamaged(
                    beyond.position(),
                    CommitDocument.KEYS,
                    "sequence %d of stream %s is missing before it".formatted(expected, stream));
        }
    }
}
