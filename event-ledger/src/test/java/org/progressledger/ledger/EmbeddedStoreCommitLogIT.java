package org.progressledger.ledger;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreCommitLogIT extends CommitLogContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
