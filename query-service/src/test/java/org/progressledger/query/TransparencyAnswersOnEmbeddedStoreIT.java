package org.progressledger.query;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class TransparencyAnswersOnEmbeddedStoreIT extends TransparencyAnswers {
    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
