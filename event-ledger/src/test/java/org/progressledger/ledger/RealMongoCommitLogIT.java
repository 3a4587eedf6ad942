package org.progressledger.ledger;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoCommitLogIT extends CommitLogContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
