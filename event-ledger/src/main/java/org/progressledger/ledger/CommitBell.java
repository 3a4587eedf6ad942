package org.progressledger.ledger;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings when something was recorded, by this process or another, so that nobody need look all the time. It listens to a
 * change stream, which a server that is no replica set does not have: then it never rings, and whoever waits has to look.
 *
 * <p>It carries the newest commits along, for {@link CommitLog#follow}, which reads by position whatever it did not carry: a ring that
 * got lost costs time and nothing else.
 */
public final class CommitBell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommitBell.class);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(5);

    private final MongoDatabase database;
    private final MongoCollection<RawBsonDocument> commits;
    private final Announced announced;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ring = lock.newCondition();
    private final Thread listener;
    private long rung;
    private volatile boolean listening;
    private volatile boolean closed;

    private CommitBell(MongoDatabase database, String collection, Announced announced) {
        this.database = database;
        this.commits = database.getCollection(collection, RawBsonDocument.class);
        this.announced = announced;
        this.listener = Thread.ofPlatform().daemon().name("commit-bell").unstarted(this::listen);
    }

    /** Listens until it is closed. */
    static CommitBell of(MongoDatabase database, LedgerSettings settings, Announced announced) {
        CommitBell bell = new CommitBell(database, settings.collection(), announced);
        bell.listener.start();
        return bell;
    }

    /** Whether it would ring. */
    public boolean isListening() {
        return listening;
    }

    /** How often it has rung: to be asked before one looks. */
    public long rung() {
        lock.lock();
        try {
            return rung;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until it has rung since.
     *
     * @param since what {@link #rung()} said before the look that found nothing
     * @param atMost after which it is time to look in any case
     */
    public void await(long since, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (rung == since && left > 0) {
                left = ring.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void ring() {
        lock.lock();
        try {
            rung++;
            ring.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void listen() {
        while (!closed) {
            try {
                if (announces()) {
                    listenOn();
                }
            } catch (RuntimeException notNow) {
                if (listening && !closed) {
                    LOG.info("Commits are not announced any more, and are looked for: {}", notNow.getMessage());
                }
            } finally {
                listening = false;
            }
            pause();
        }
    }

    /** Only a set keeps what it did in a log that can be followed; asking another server would only fill its log. */
    private boolean announces() {
        Document hello = database.runCommand(new Document("hello", 1));
        return hello.containsKey("setName") || "isdbgrid".equals(hello.get("msg"));
    }

    private void listenOn() {
        try (MongoChangeStreamCursor<ChangeStreamDocument<RawBsonDocument>> changes = commits.watch(List.of(
                        // also what ends the stream: a collection that was dropped
                        Aggregates.match(Filters.in("operationType", "insert", "invalidate")),
                        Aggregates.project(Projections.include("_id", "operationType", "fullDocument"))))
                .maxAwaitTime(QUIET.toMillis(), TimeUnit.MILLISECONDS)
                .cursor()) {
            listening = true;
            // what was recorded before it listened
            ring();
            while (!closed) {
                ChangeStreamDocument<RawBsonDocument> change = changes.tryNext();
                if (change != null && change.getOperationType() == OperationType.INVALIDATE) {
                    return;
                }
                if (change != null) {
                    carry(change.getFullDocument());
                    ring();
                }
            }
        } finally {
            announced.forget();
        }
    }

    private void carry(@Nullable RawBsonDocument commit) {
        if (commit != null) {
            announced.add(commit);
        }
    }

    private void pause() {
        try {
            if (!closed) {
                TimeUnit.NANOSECONDS.sleep(BEFORE_TRYING_AGAIN.toNanos());
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        listener.interrupt();
    }
}
