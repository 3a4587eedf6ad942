package org.progressledger.query.projection;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Events after a token, one by one; at the end of the ledger it looks again after each poll. For one thread. */
final class LedgerStream implements BlockingStream<TrackedEventMessage<?>> {
    private final EventStorageEngine engine;
    private final Duration poll;
    private @Nullable TrackingToken last;
    private @Nullable Stream<? extends TrackedEventMessage<?>> reading;
    private @Nullable Iterator<? extends TrackedEventMessage<?>> rest;
    private @Nullable TrackedEventMessage<?> next;

    LedgerStream(EventStorageEngine engine, Duration poll, @Nullable TrackingToken after) {
        this.engine = engine;
        this.poll = poll;
        this.last = after;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        look();
        return Optional.ofNullable(next);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        look();
        while (next == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(left, poll.toNanos()));
            look();
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        look();
        while (next == null) {
            TimeUnit.NANOSECONDS.sleep(poll.toNanos());
            look();
        }
        TrackedEventMessage<?> event = next;
        next = null;
        return event;
    }

    /** Fetches an event if there is one; the place is only left behind once the event could be read. */
    private void look() {
        if (next != null) {
            return;
        }
        Iterator<? extends TrackedEventMessage<?>> events = rest == null ? open() : rest;
        if (events.hasNext()) {
            TrackedEventMessage<?> event = events.next();
            last = event.trackingToken();
            next = event;
        } else {
            close();
        }
    }

    private Iterator<? extends TrackedEventMessage<?>> open() {
        Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(last, false);
        reading = events;
        Iterator<? extends TrackedEventMessage<?>> iterator = events.iterator();
        rest = iterator;
        return iterator;
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.close();
        }
        reading = null;
        rest = null;
    }
}
