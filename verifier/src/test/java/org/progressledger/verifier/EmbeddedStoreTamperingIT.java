package org.progressledger.verifier;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreTamperingIT extends TamperingContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
