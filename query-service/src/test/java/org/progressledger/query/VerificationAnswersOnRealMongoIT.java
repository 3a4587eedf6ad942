package org.progressledger.query;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class VerificationAnswersOnRealMongoIT extends VerificationAnswers {
    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
