package org.progressledger.verifier;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreTreeTamperingIT extends TreeTamperingContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
