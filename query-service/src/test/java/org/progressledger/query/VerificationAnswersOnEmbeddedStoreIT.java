package org.progressledger.query;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

@OnEmbeddedStore
class VerificationAnswersOnEmbeddedStoreIT extends VerificationAnswers {
    @Override
    TestMongo server() {
        return TestMongo.embedded();
    }
}
