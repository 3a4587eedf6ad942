package org.progressledger.query.projection;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The ledger, read in the processor's own thread. Axon's event store reads for all processors in a thread of its own, which
 * keeps a failure to itself and tries again at once; here an event that cannot be read stops the processor, is shown by
 * its status, and is tried again ever more slowly.
 */
final class LedgerSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final EventStorageEngine engine;
    private final Duration poll;

    LedgerSource(EventStorageEngine engine, Duration poll) {
        this.engine = engine;
        this.poll = poll;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new LedgerStream(engine, poll, after);
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }
}
