package org.progressledger.ledger;

import org.progressledger.testservers.TestMongo;

class RealMongoTamperingIT extends TamperingContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
