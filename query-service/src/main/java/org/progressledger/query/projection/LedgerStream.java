package org.progressledger.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.CommitBell;

/**
 * The ledger as a stream that waits at its end. The processor reads it itself, so that what cannot be read stops the
 * processor: Axon's own store reads ahead on another thread, which only logs what it cannot read, over and over.
 */
final class LedgerStream implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final EventStorageEngine engine;
    private final CommitBell bell;
    private final QuerySettings settings;
    private final Lookout lookout;

    LedgerStream(EventStorageEngine engine, CommitBell bell, QuerySettings settings) {
        this.engine = engine;
        this.bell = bell;
        this.settings = settings;
        this.lookout = new Lookout(() -> KeptTokens.position(engine.createHeadToken()), settings.poll());
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new Reading(after);
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
    public TrackingToken createTokenAt(Instant instant) {
        return engine.createTokenAt(instant);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return engine.createTokenAt(Instant.now().minus(duration));
    }

    private final class Reading implements BlockingStream<TrackedEventMessage<?>> {
        private @Nullable TrackingToken last;
        private Iterator<? extends TrackedEventMessage<?>> events = Collections.emptyIterator();
        private @Nullable TrackedEventMessage<?> next;

        Reading(@Nullable TrackingToken after) {
            this.last = after;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return isThere(false) ? Optional.ofNullable(next) : Optional.empty();
        }

        /** Without a timeout the processor fills a batch, with one it begins the next. */
        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long deadline = System.nanoTime() + unit.toNanos(timeout);
            long rung = bell.rung();
            while (!isThere(timeout > 0)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                await(rung, left);
                rung = bell.rung();
            }
            return true;
        }

        /** At the end; who is told looks in any case now and then, and who is not looks all the time, one for all. */
        private void await(long rung, long nanos) throws InterruptedException {
            if (bell.isListening()) {
                bell.await(
                        rung,
                        Duration.ofNanos(Math.min(nanos, settings.lookAnyway().toNanos())));
            } else {
                lookout.await(
                        KeptTokens.position(last),
                        Math.min(nanos, settings.lookAnyway().toNanos()));
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            long rung = bell.rung();
            while (!isThere(true)) {
                await(rung, Long.MAX_VALUE);
                rung = bell.rung();
            }
            TrackedEventMessage<?> event = next;
            if (event == null) {
                throw new IllegalStateException("An event that was there is gone");
            }
            next = null;
            last = event.trackingToken();
            return event;
        }

        private boolean isThere(boolean beginsBatch) {
            if (next != null) {
                return true;
            }
            try {
                if (beginsBatch && !events.hasNext()) {
                    events = engine.readEvents(last, false).iterator();
                }
                next = events.hasNext() ? events.next() : null;
                return next != null;
            } catch (RuntimeException unreadable) {
                events = Collections.emptyIterator();
                if (beginsBatch) {
                    throw unreadable;
                }
                // what was read before it is handled first; the next batch meets it again
                return false;
            }
        }

        @Override
        public void close() {
            events = Collections.emptyIterator();
        }
    }
}
