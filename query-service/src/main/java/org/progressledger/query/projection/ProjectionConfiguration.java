package org.progressledger.query.projection;

import com.mongodb.client.MongoDatabase;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.progressledger.ledger.CommitBell;
import org.progressledger.ledger.CommitLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Axon's streaming processor over the shared ledger. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    private static final int TOKEN_CLAIM_SECONDS = 1;

    /** Axon wants one; what follows the ledger reads the {@link LedgerStream}. */
    @Bean
    EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    /** Static, for this configuration itself asks for it. */
    @Bean
    static CommitBell commitBell(CommitLog log) {
        return log.bell();
    }

    @Bean
    TokenStore tokenStore(MongoDatabase database, Family family, QuerySettings settings, Instance instance) {
        return MongoTokenStore.builder()
                .mongoTemplate(new TokensOf(database, family))
                .serializer(tokens())
                .nodeId(instance.name())
                .claimTimeout(settings.claimTimeout())
                .build();
    }

    @Bean
    KeptTokens keptTokens(MongoDatabase database, Family family) {
        return new KeptTokens(new TokensOf(database, family), tokens());
    }

    @Bean
    Instance instanceOfThisService(QuerySettings settings, Environment environment) {
        return new Instance(
                settings.instance().isEmpty()
                        ? instance(environment.getProperty("server.port", Integer.class, 0))
                        : settings.instance());
    }

    @Bean
    OtherInstances otherInstances(MongoDatabase database, Family family, Instance instance) {
        return new OtherInstances(database, family, instance, System::nanoTime);
    }

    /**
     * Two processes cannot listen on one port of one machine: so whoever comes back after a crash is known as the one that
     * followed before, and need not wait for its own claim to expire.
     */
    private static String instance(int port) {
        String process = ManagementFactory.getRuntimeMXBean().getName();
        return port == 0 ? process : process.substring(process.indexOf('@') + 1) + ":" + port;
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
    void stopRatherThanSkip(
            EventProcessingConfigurer processing,
            EventStorageEngine engine,
            CommitBell bell,
            Generations generations,
            QuerySettings settings) {
        LedgerStream source = new LedgerStream(engine, bell, settings);
        TrackingEventProcessorConfiguration following = TrackingEventProcessorConfiguration.forParallelProcessing(
                        settings.segments())
                .andInitialSegmentsCount(settings.segments())
                .andBatchSize(settings.batchSize())
                // what was recorded before this release began is told by a replay. Axon would begin with one of its
                // own, and one that has not begun calls itself position 0
                .andInitialTrackingToken(ledger ->
                        new GlobalSequenceTrackingToken(generations.asked().from()))
                .andTokenClaimInterval(TOKEN_CLAIM_SECONDS, TimeUnit.SECONDS);
        processing.registerTrackingEventProcessor(
                ProjectProjection.PROCESSOR, configuration -> source, configuration -> following);
        processing.registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance());
        processing.registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance());
    }
}
