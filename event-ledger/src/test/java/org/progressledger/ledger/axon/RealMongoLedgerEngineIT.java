package org.progressledger.ledger.axon;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoLedgerEngineIT extends LedgerEngineContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
