package org.progressledger.ledger;

import org.progressledger.testservers.TestMongo;

class EmbeddedStoreTamperingIT extends TamperingContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
