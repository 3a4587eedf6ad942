package org.progressledger.ledger.sealing;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoSealingIT extends SealingContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
