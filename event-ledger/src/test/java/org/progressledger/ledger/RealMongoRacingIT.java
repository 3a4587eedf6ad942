package org.progressledger.ledger;

import org.progressledger.testservers.TestMongo;

class RealMongoRacingIT extends RacingContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
