package org.progressledger.query.projection;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.progressledger.ledger.deadletter.LedgerContent;
import org.progressledger.ledger.deadletter.MongoDeadLetterQueue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An event that cannot be shown stops its own project; the others go on. */
@Configuration(proxyBeanMethods = false)
class LettersConfiguration {
    // static: what is put aside is configured with them, before there is this
    @Bean
    static LedgerContent ledgerContent(EventStorageEngine engine) {
        return new LedgerContent(engine);
    }

    @Bean
    static MongoDeadLetterQueue deadLetters(
            MongoDatabase database,
            Family family,
            LedgerContent content,
            LetterSettings settings,
            InstantSource clock) {
        // what cannot be shown by one release may be by the next
        return new MongoDeadLetterQueue(database, family.collection("dead_letters"), content, settings.queue(), clock);
    }

    @Autowired
    void putAside(EventProcessingConfigurer processing, MongoDeadLetterQueue queue) {
        processing.registerDeadLetterQueue(ProjectProjection.PROCESSOR, configuration -> queue);
        processing.registerDeadLetterPolicy(ProjectProjection.PROCESSOR, configuration -> new Poison());
        processing.registerSequencingPolicy(
                ProjectProjection.PROCESSOR, configuration -> LettersConfiguration::project);
        // told from the beginning, every project is tried anew
        processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                ProjectProjection.PROCESSOR, (configuration, invoker) -> invoker.allowReset(true));
    }

    /** A stream of the ledger is one project's, so its name need not be read out of the event. */
    private static Object project(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> ofProject
                ? ofProject.getAggregateIdentifier()
                : event.getIdentifier();
    }

    @Bean
    MeterBinder standingStillMeters(StandingStill standing) {
        return meters -> Gauge.builder("projects_standing_still", standing, StandingStill::count)
                .description("Projects that stand still before an event that cannot be shown")
                .register(meters);
    }
}
