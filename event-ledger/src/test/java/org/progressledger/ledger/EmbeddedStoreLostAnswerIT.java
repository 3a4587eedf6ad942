package org.progressledger.ledger;

import org.progressledger.testservers.TestMongo;

class EmbeddedStoreLostAnswerIT extends LostAnswerContract {

    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
