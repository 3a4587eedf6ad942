package org.progressledger.ledger;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoGroupCommitIT extends GroupCommitContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
