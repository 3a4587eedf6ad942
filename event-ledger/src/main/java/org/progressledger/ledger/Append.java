package org.progressledger.ledger;

import java.util.List;

/**
 * Events that are recorded together or not at all.
 *
 * @param command who asked for them
 * @param events at least one, in the order in which they take their positions
 */
public record Append(CommandIdentity command, List<NewEvent> events) {

    public Append {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("An append needs at least one event");
        }
    }
}
