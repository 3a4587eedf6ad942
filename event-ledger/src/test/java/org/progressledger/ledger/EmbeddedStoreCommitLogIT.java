package org.progressledger.ledger;

import org.progressledger.testservers.TestMongo;

class EmbeddedStoreCommitLogIT extends CommitLogContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
