package org.progressledger.ledger;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreLostAnswerIT extends LostAnswerContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
