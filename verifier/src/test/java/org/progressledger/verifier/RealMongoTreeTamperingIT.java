package org.progressledger.verifier;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoTreeTamperingIT extends TreeTamperingContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
