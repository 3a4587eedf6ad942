package org.progressledger.ledger;

import org.progressledger.testservers.TestMongo;

class RealMongoCommitLogIT extends CommitLogContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
