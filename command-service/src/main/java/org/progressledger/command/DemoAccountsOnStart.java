package org.progressledger.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Accounts;
import org.progressledger.access.DemoAccounts;
import org.progressledger.access.DemoOfficer;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For trying the product: one account per role and an officer for each sample's agency. Off unless a file is named. */
@Configuration(proxyBeanMethods = false)
class DemoAccountsOnStart {
    /**
     * @param file where the generated passwords are kept, for the owner only; none: no demo accounts
     * @param officers the agencies whose forms are the samples
     */
    @ConfigurationProperties("progress-ledger.demo-accounts")
    record DemoSettings(@Nullable Path file, @Nullable List<Officer> officers) {}

    record Officer(String username, String agency, List<String> scope) {}

    @Bean
    ApplicationRunner demoAccounts(DemoSettings settings, Accounts accounts) {
        return arguments -> {
            Path file = settings.file();
            if (file != null && !file.toString().isEmpty() && settings.officers() != null) {
                DemoAccounts.createIn(
                        accounts,
                        file,
                        settings.officers().stream()
                                .map(officer -> new DemoOfficer(officer.username(), officer.scope(), officer.agency()))
                                .toList());
            }
        };
    }
}
