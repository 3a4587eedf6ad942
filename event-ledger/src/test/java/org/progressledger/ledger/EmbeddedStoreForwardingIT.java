package org.progressledger.ledger;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreForwardingIT extends ForwardingContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
