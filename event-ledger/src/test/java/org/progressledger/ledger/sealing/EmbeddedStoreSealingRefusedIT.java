package org.progressledger.ledger.sealing;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreSealingRefusedIT extends SealingRefusedContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
