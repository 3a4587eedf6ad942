package org.progressledger.ledger;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoRacingIT extends RacingContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
