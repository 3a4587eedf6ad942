package org.progressledger.projectledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** The ledger and the person keys, wired the same way in both services. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
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
        return client.getDatabase(settings.database());
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    CommitLog commitLog(MongoDatabase database, ProjectLedgerSettings settings, InstantSource clock) {
        LedgerSettings standard = LedgerSettings.defaults();
        return CommitLog.open(
                database,
                new LedgerSettings(
                        standard.collection(),
                        settings.maxEventsPerCommit(),
                        settings.maxCommitBytes(),
                        settings.maxClockLag(),
                        standard.maxAttempts(),
                        standard.firstBackoff(),
                        standard.maxBackoff(),
                        standard.operationTimeout(),
                        standard.patience()),
                clock);
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
    ProjectArchive projectArchive(CommitLog commitLog) {
        return new ProjectArchive(commitLog);
    }
}
