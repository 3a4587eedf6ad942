package org.progressledger.verifier;

import java.util.HashMap;
import java.util.Map;
import org.progressledger.verifier.Finding.Kind;

/** Where each stream has got to. A stream may begin at any number, and goes on without a gap. */
final class Streams {
    private final Map<String, long[]> next = new HashMap<>();

    void take(long position, String stream, long sequence, String field) {
        long[] expected = next.get(stream);
        if (expected == null) {
            next.put(stream, new long[] {sequence + 1});
            return;
        }
        if (sequence != expected[0]) {
            throw new Wrong(Kind.SEQUENCE_BROKEN, position, field, Long.toString(expected[0]));
        }
        expected[0]++;
    }

    int count() {
        return next.size();
    }
}
