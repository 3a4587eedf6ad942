package org.progressledger.query;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoAnswersIT extends AnswersContract {
    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
