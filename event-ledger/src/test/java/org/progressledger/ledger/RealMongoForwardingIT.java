package org.progressledger.ledger;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoForwardingIT extends ForwardingContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
