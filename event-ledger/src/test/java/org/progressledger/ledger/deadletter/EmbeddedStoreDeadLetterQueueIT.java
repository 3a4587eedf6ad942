package org.progressledger.ledger.deadletter;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreDeadLetterQueueIT extends DeadLetterQueueContract {
    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
