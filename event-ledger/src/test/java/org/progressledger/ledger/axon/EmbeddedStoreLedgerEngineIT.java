package org.progressledger.ledger.axon;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreLedgerEngineIT extends LedgerEngineContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
