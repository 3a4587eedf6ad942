package org.progressledger.query.projection;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Axon's streaming processor over the shared ledger. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    @Bean
    EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Bean
    LedgerStream ledgerStream(EventStorageEngine engine, QuerySettings settings) {
        return new LedgerStream(engine, settings.poll());
    }

    @Bean
    TokenStore tokenStore(MongoDatabase database) {
        return MongoTokenStore.builder()
                .mongoTemplate(new TokensOf(database))
                .serializer(tokens())
                .claimTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Axon's tokens hold other tokens under their class names, which Jackson reads only where it is allowed to. */
    private static Serializer tokens() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.eventhandling.")
                                .build()))
                .build();
    }

    /** A reader stops rather than skip: whatever cannot be handled is tried again, and shown as down meanwhile. */
    @Autowired
    void stopRatherThanSkip(EventProcessingConfigurer processing) {
        processing.registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance());
        processing.registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance());
    }
}
