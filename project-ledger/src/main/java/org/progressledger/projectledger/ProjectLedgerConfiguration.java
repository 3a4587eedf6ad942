package org.progressledger.projectledger;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.Forwarding;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.axon.LedgerEventStorageEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/** The ledger and the person keys, wired the same way in both services. */
@AutoConfiguration(
        after = MongoAutoConfiguration.class,
        beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@EnableConfigurationProperties(ProjectLedgerSettings.class)
public class ProjectLedgerConfiguration {

    @Bean
    MongoClientSettingsBuilderCustomizer answersInTime(ProjectLedgerSettings settings) {
        long wait = settings.serverWait().toMillis();
        return client -> client.applicationName("progress-ledger")
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(wait, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout((int) wait, TimeUnit.MILLISECONDS)
                        .readTimeout((int) (wait * 4), TimeUnit.MILLISECONDS));
    }

    @Bean
    @ConditionalOnMissingBean
    MongoDatabase ledgerDatabase(MongoClient client, ProjectLedgerSettings settings) {
        // answers say how far they reflect the ledger, which a secondary that is behind would make untrue
        return client.getDatabase(settings.database()).withReadPreference(ReadPreference.primary());
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    LedgerSettings ledgerSettings(ProjectLedgerSettings settings) {
        return LedgerSettings.defaults()
                .withMaxEventsPerCommit(settings.maxEventsPerCommit())
                .withMaxCommitBytes(settings.maxCommitBytes())
                .withMaxClockLag(settings.maxClockLag())
                .withMaxWaiting(settings.maxWaiting(), settings.maxWaitingBytes());
    }

    /** A service that appends says how it takes part in having one append for all. */
    @Bean
    CommitLog commitLog(
            MongoDatabase database,
            LedgerSettings settings,
            InstantSource clock,
            ObjectProvider<Forwarding> forwarding) {
        return CommitLog.open(database, settings, clock, forwarding.getIfAvailable());
    }

    @Bean
    @ConditionalOnMissingBean
    MasterKey masterKey(ProjectLedgerSettings settings) {
        return settings.makeMasterKey()
                ? MasterKey.loadOrMake(settings.masterKeyFile())
                : MasterKey.load(settings.masterKeyFile());
    }

    @Bean
    PersonVault personVault(MongoDatabase database, MasterKey masterKey) {
        return PersonVault.open(database, masterKey);
    }

    @Bean
    PrintoutStore printoutStore(MongoDatabase database, MasterKey masterKey) {
        return new PrintoutStore(database, masterKey);
    }

    @Bean
    ProjectArchive projectArchive(CommitLog commitLog) {
        return new ProjectArchive(commitLog);
    }

    @Bean
    AgencyEdits agencyEdits(MongoDatabase database) {
        return new AgencyEdits(database);
    }

    /** Events under the catalogue's names; the name of the bean is the one that Axon's configuration looks for. */
    @Bean
    @Qualifier("eventSerializer")
    CatalogueSerializer eventSerializer() {
        return new CatalogueSerializer(Jackson3Serializer.builder().build());
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            CommitLog commitLog,
            MongoDatabase database,
            CatalogueSerializer eventSerializer,
            ObjectProvider<MeterRegistry> meters) {
        return new MeasuredEngine(
                LedgerEventStorageEngine.builder()
                        .commitLog(commitLog)
                        .database(database)
                        .stampReadEvents(true)
                        .eventSerializer(eventSerializer)
                        .snapshotSerializer(eventSerializer),
                // asked for with the first append: much else is made before there is one
                SingletonSupplier.of(() -> meters.getIfAvailable(SimpleMeterRegistry::new)));
    }
}
