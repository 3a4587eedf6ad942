package org.progressledger.query;

import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@OnEmbeddedStore
class ExportAnswersOnEmbeddedStoreIT extends ExportAnswers {
    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        ServiceOn.fresh(TestMongo.embedded()).forEach((key, value) -> properties.add(key, () -> value));
    }
}
