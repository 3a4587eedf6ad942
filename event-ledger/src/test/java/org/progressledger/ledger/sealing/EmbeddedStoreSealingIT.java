package org.progressledger.ledger.sealing;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreSealingIT extends SealingContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
