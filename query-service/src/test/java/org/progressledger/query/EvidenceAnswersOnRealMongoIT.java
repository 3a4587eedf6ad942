package org.progressledger.query;

import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@OnRealMongo
class EvidenceAnswersOnRealMongoIT extends EvidenceAnswers {
    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        ServiceOn.fresh(TestMongo.real()).forEach((key, value) -> properties.add(key, () -> value));
    }
}
