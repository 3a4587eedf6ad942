package org.progressledger.verifier;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoAnchorsIT extends AnchorsContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
