package org.progressledger.ledger;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreRacingIT extends RacingContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
