package org.progressledger.ledger;

import org.progressledger.testservers.TestMongo;

class RealMongoLostAnswerIT extends LostAnswerContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
