package org.progressledger.query.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;

/**
 * What is in the ledger, read from its beginning to its end, and with that checked: in which order projects are to be built.
 *
 * @param head the last position; -1 for an empty ledger
 * @param projects by where their last event stands
 */
record Survey(long head, List<Found> projects) {
    private static final int TELL_EVERY = 10_000;

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
        try (Stream<LedgerEvent> events = ledger.replay(0, head + 1)) {
            for (Iterator<LedgerEvent> each = events.iterator(); each.hasNext(); ) {
                LedgerEvent event = each.next();
                found.merge(
                        event.stream(),
                        new Found(event.stream(), event.position(), 1),
                        (before, now) -> new Found(now.code(), now.last(), before.events() + 1));
                if (event.position() % TELL_EVERY == 0) {
                    progress.accept(event.position());
                }
            }
        }
        List<Found> projects = new ArrayList<>(found.values());
        projects.sort(Comparator.comparingLong(Found::last));
        return new Survey(head, List.copyOf(projects));
    }
}
