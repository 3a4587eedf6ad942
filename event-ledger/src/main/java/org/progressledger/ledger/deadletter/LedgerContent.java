package org.progressledger.ledger.deadletter;

import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.bson.Document;

/**
 * Keeps where an event stands in the ledger and nothing that it says: the ledger has it already, and whoever erases a
 * person's key need not look for copies.
 */
public final class LedgerContent implements LetterContent {
    /** Field of what is kept: the event's position, a long. */
    public static final String POSITION = "position";

    private final EventStorageEngine engine;

    public LedgerContent(EventStorageEngine engine) {
        this.engine = engine;
    }

    /** @throws IllegalArgumentException for a message that was not read from a stream of the ledger */
    @Override
    public Document keep(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked
                && tracked.trackingToken().position().isPresent()) {
            return new Document(POSITION, tracked.trackingToken().position().getAsLong());
        }
        throw new IllegalArgumentException("Not an event of the ledger: " + message.getIdentifier());
    }

    @Override
    public EventMessage<?> read(Document kept) {
        return at(kept.getLong(POSITION));
    }

    /** @throws IllegalStateException if nothing stands at the position */
    public EventMessage<?> at(long position) {
        try (Stream<? extends TrackedEventMessage<?>> events =
                engine.readEvents(new GlobalSequenceTrackingToken(position - 1), false)) {
            Optional<? extends TrackedEventMessage<?>> found = events.findFirst()
                    .filter(event -> event.trackingToken().position().orElse(-1) == position);
            return found.orElseThrow(() -> new IllegalStateException("No event stands at position " + position));
        }
    }
}
