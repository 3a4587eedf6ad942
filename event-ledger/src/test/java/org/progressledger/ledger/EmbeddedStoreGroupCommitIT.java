package org.progressledger.ledger;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreGroupCommitIT extends GroupCommitContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
