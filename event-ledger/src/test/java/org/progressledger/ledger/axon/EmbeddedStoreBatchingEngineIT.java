package org.progressledger.ledger.axon;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.BeforeEach;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

/** Axon's own contract of a batching storage engine. */
@OnEmbeddedStore
class EmbeddedStoreBatchingEngineIT
        extends BatchingEventStorageEngineTest<LedgerEventStorageEngine, LedgerEventStorageEngine.Builder> {

    @BeforeEach
    void emptyLedger() {
        setTestSubject(createEngine());
    }

    @Override
    protected LedgerEventStorageEngine createEngine(UnaryOperator<LedgerEventStorageEngine.Builder> customization) {
        return customization.apply(Engines.onEmptyLedger(TestMongo.embedded())).build();
    }
}
