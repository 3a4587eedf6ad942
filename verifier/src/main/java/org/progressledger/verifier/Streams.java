package org.progressledger.verifier;

import java.util.HashMap;
import java.util.Map;

/** Where each stream has got to. A stream may begin at any number, and goes on without a gap. */
final class Streams {
    private final Map<String, long[]> next = new HashMap<>();

    /** Whether the event is the next one of its stream. */
    boolean take(String stream, long sequence) {
        long[] expected = next.get(stream);
        if (expected == null) {
            next.put(stream, new long[] {sequence + 1});
            return true;
        }
        if (sequence != expected[0]) {
            return false;
        }
        expected[0]++;
        return true;
    }

    /** The sequence of the event that a known stream goes on with. */
    long next(String stream) {
        long[] expected = next.get(stream);
        return expected == null ? 0 : expected[0];
    }

    int count() {
        return next.size();
    }
}
