package org.progressledger.query;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@OnEmbeddedStore
class EvidenceAnswersOnEmbeddedStoreIT extends EvidenceAnswers {
    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        ServiceOn.fresh(TestMongo.embedded()).forEach((key, value) -> properties.add(key, () -> value));
    }
}
