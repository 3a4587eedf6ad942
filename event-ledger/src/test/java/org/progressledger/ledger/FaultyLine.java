package org.progressledger.ledger;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.RawBsonDocument;

/** A collection whose line to the server can be held up, or loses what it is told to; it counts what goes over it. */
class FaultyLine extends CommitCollection {

    static final long PATIENCE_SECONDS = 30;

    /** What happens to one insert. */
    interface Fault {
        void send(List<RawBsonDocument> documents);
    }

    final List<Integer> inserts = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch holding = new CountDownLatch(1);
    private volatile Fault fault = this::deliver;
    private volatile Runnable beforeKnown = () -> {};
    private volatile Runnable beforeLook = () -> {};

    FaultyLine(MongoDatabase database, LedgerSettings settings) {
        super(database, settings);
    }

    /** The first insert waits until it is let go; what comes meanwhile comes together. */
    CountDownLatch holdFirst() {
        CountDownLatch letGo = new CountDownLatch(1);
        fault = documents -> {
            fault = this::deliver;
            holding.countDown();
            await(letGo);
            deliver(documents);
        };
        return letGo;
    }

    void awaitHeld() {
        await(holding);
    }

    void next(Fault next) {
        fault = documents -> {
            fault = this::deliver;
            next.send(documents);
        };
    }

    void always(Fault always) {
        fault = always;
    }

    @Override
    void insert(RawBsonDocument document) {
        inserts.add(1);
        fault.send(List.of(document));
    }

    @Override
    void insertInOrder(List<RawBsonDocument> documents) {
        inserts.add(documents.size());
        fault.send(documents);
    }

    void deliver(List<RawBsonDocument> documents) {
        if (documents.size() == 1) {
            super.insert(documents.getFirst());
        } else {
            super.insertInOrder(documents);
        }
    }

    /** What happens between the question for commands and that for what stands in their way, once. */
    void beforeNextKnown(Runnable happens) {
        beforeKnown = () -> {
            beforeKnown = () -> {};
            happens.run();
        };
    }

    /** What happens before the next look for the end, once. */
    void beforeNextLook(Runnable happens) {
        beforeLook = () -> {
            beforeLook = () -> {};
            happens.run();
        };
    }

    @Override
    List<Commit> beginningIn(long startInclusive, long endExclusive) {
        beforeLook.run();
        return super.beginningIn(startInclusive, endExclusive);
    }

    static void lose() {
        throw new MongoSocketReadException("lost", new ServerAddress());
    }

    @Override
    Set<String> knownOf(String field, List<String> values) {
        beforeKnown.run();
        questions.incrementAndGet();
        return super.knownOf(field, values);
    }

    @Override
    List<Commit> ofCommands(List<String> keys) {
        questions.incrementAndGet();
        return super.ofCommands(keys);
    }

    /** Now and then loses the question, the answer, or half of it, or brings it when nobody waits for it any more. */
    Fault unreliable(Random random) {
        List<List<RawBsonDocument>> delayed = Collections.synchronizedList(new ArrayList<>());
        return documents -> {
            int luck = random.nextInt(10);
            if (luck == 0) {
                lose();
            } else if (luck == 1) {
                deliver(documents);
                lose();
            } else if (luck == 2) {
                deliver(documents.subList(0, (documents.size() + 1) / 2));
                lose();
            } else if (luck == 3) {
                delayed.add(documents);
                lose();
            } else if (luck == 4 && !delayed.isEmpty()) {
                try {
                    deliver(delayed.removeFirst());
                } catch (MongoException late) {
                    // somebody stands there meanwhile
                }
            }
            deliver(documents);
        };
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nothing came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MongoInterruptedException("interrupted", e);
        }
    }
}
