package org.progressledger.verifier;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreAnchorsIT extends AnchorsContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
