package org.progressledger.ledger;

import org.progressledger.testservers.TestMongo;

class EmbeddedStoreRacingIT extends RacingContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
