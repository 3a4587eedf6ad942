package org.progressledger.ledger.sealing;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoSealingRefusedIT extends SealingRefusedContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
