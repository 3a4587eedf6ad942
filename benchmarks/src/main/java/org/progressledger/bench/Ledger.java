package org.progressledger.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.InstantSource;
import java.util.List;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.NewEvent;

/** This project's ledger. */
final class Ledger implements Contender {

    private static final int AT_ONCE = 1024;

    private final MongoClient client;
    private final CommitLog log;

    Ledger(String uri, String database) {
        client = MongoClients.create(uri);
        log = CommitLog.open(client.getDatabase(database), LedgerSettings.defaults(), InstantSource.system());
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
        long next = 0;
        List<LedgerEvent> some = log.read(next, AT_ONCE);
        while (!some.isEmpty()) {
            next = some.getLast().position() + 1;
            some = log.read(next, AT_ONCE);
        }
        return next;
    }

    @Override
    public long readAfter(long position) {
        return log.read(position + 1, AT_ONCE).size();
    }

    @Override
    public void close() {
        client.close();
    }
}
