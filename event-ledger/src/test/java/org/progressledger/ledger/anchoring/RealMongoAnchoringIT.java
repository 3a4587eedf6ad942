package org.progressledger.ledger.anchoring;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoAnchoringIT extends AnchoringContract {

    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
