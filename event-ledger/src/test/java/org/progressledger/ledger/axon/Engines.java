package org.progressledger.ledger.axon;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.axonframework.serialization.TestSerializer;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.testservers.TestMongo;

/** Storage engines as Axon's contract tests want them. */
final class Engines {

    private Engines() {}

    static LedgerEventStorageEngine.Builder onEmptyLedger(TestMongo server) {
        return on(server.freshDatabase());
    }

    static LedgerEventStorageEngine.Builder on(MongoDatabase database) {
        return LedgerEventStorageEngine.builder()
                .commitLog(CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system()))
                .database(database)
                .eventSerializer(TestSerializer.XSTREAM.getSerializer())
                .snapshotSerializer(TestSerializer.XSTREAM.getSerializer());
    }
}
