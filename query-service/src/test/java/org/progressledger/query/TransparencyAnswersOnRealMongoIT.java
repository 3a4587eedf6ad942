package org.progressledger.query;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class TransparencyAnswersOnRealMongoIT extends TransparencyAnswers {
    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
