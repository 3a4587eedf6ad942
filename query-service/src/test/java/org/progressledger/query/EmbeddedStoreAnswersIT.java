package org.progressledger.query;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class EmbeddedStoreAnswersIT extends AnswersContract {
    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
