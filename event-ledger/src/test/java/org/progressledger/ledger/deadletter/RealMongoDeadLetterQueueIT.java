package org.progressledger.ledger.deadletter;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

@OnRealMongo
class RealMongoDeadLetterQueueIT extends DeadLetterQueueContract {
    @Override
    TestMongo server() {
        return TestMongo.real();
    }
}
