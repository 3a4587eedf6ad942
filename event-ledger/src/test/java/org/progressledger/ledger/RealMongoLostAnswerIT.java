package org.progressledger.ledger;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoLostAnswerIT extends LostAnswerContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
