package org.progressledger.query.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;

/**
 * What is in the ledger, read from its beginning to its end, and with that checked: in which order projects are to be built.
 *
 * @param head the last position; -1 for an empty ledger
 * @param projects by where their last event stands
 */
record Survey(long head, List<Found> projects) {
    private static final int READ_TOGETHER = 1_000;

    /**
     * A project.
     *
     * @param last position of its last event
     * @param events how many it has
     */
    record Found(String code, long last, long events) {}

    long events() {
        return head + 1;
    }

    /** @param progress is told now and then how far it is */
    static Survey of(CommitLog ledger, LongConsumer progress) {
        long head = ledger.lastPosition().orElse(-1);
        Map<String, Found> found = new HashMap<>();
        for (long next = 0; next <= head; ) {
            List<LedgerEvent> events = ledger.read(next, (int) Math.min(READ_TOGETHER, head - next + 1));
            for (LedgerEvent event : events) {
                found.merge(
                        event.stream(),
                        new Found(event.stream(), event.position(), 1),
                        (before, now) -> new Found(now.code(), now.last(), before.events() + 1));
            }
            next += events.size();
            progress.accept(next - 1);
        }
        List<Found> projects = new ArrayList<>(found.values());
        projects.sort(Comparator.comparingLong(Found::last));
        return new Survey(head, List.copyOf(projects));
    }
}
