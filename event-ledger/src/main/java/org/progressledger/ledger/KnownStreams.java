package org.progressledger.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far this process has seen streams go, of those it met last: an event whose predecessor it has seen needs no look for it.
 *
 * <p>Only what a majority holds counts, which no failover takes away again.
 */
final class KnownStreams {

    private static final int MAX_STREAMS = 4096;

    private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_STREAMS;
        }
    };

    synchronized void saw(String stream, long sequence) {
        last.merge(stream, sequence, Math::max);
    }

    synchronized void saw(Commit commit) {
        commit.events().forEach(event -> last.merge(event.stream(), event.sequence(), Math::max));
    }

    synchronized boolean hold(String stream, long sequence) {
        Long known = last.get(stream);
        return known != null && known >= sequence;
    }
}
