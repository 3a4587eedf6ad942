package org.progressledger.ledger.anchoring;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreAnchoringIT extends AnchoringContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
