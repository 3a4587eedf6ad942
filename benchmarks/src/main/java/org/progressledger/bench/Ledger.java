package org.progressledger.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitBell;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.NewEvent;

/** This project's ledger. */
final class Ledger implements Contender {

    private static final Duration LOOK_IN_ANY_CASE = Duration.ofMillis(20);

    private final MongoClient client;
    private final CommitLog log;
    private @Nullable CommitBell bell;

    /** One that appends by itself. */
    Ledger(String uri, String database) {
        client = MongoClients.create(uri);
        log = CommitLog.open(client.getDatabase(database), LedgerSettings.defaults(), InstantSource.system());
    }

    private Ledger(String uri, String database, Forwarding way) {
        client = MongoClients.create(uri);
        MongoDatabase events = client.getDatabase(database);
        log = CommitLog.open(events, LedgerSettings.defaults(), InstantSource.system(), way.start(events));
        way.serve(log);
    }

    /** One of several of which one appends for all. */
    static Contender forwarding(String uri, String database) {
        return new Ledger(uri, database, new Forwarding());
    }

    @Override
    public long append(String stream, long sequence) {
        String id = Sample.id();
        NewEvent event = new NewEvent(
                id,
                "project",
                stream,
                sequence,
                Sample.TYPE,
                "1",
                Sample.MADE,
                Sample.payload(sequence),
                Sample.metadata());
        return log.append(new Append(new CommandIdentity("officer-0100", id, null), List.of(event)))
                .firstPosition();
    }

    @Override
    public long readAll() {
        try (Stream<LedgerEvent> all = log.replay(0, Long.MAX_VALUE)) {
            return all.filter(event -> !event.payload().isEmpty()).count();
        }
    }

    @Override
    public long readAfter(long position) {
        return log.follow(position + 1).count();
    }

    /** The first time somebody asks, it begins to listen. */
    private CommitBell bell() {
        CommitBell listening = bell;
        if (listening == null) {
            listening = log.bell();
            bell = listening;
        }
        return listening;
    }

    @Override
    public long rung() {
        return bell().rung();
    }

    @Override
    public void awaitRing(long since) throws InterruptedException {
        bell().await(since, LOOK_IN_ANY_CASE);
    }

    @Override
    public void close() {
        if (bell != null) {
            bell.close();
        }
        client.close();
    }
}
