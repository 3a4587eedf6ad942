package org.progressledger.verifier;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoTamperingIT extends TamperingContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
