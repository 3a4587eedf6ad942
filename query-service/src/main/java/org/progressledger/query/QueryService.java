package org.progressledger.query;

import java.util.Locale;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service that answers. It reads the ledger and never writes it. */
// the update checker would tell a server outside that we run
@SpringBootApplication(exclude = UpdateCheckerAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class QueryService {
    public static void main(String[] arguments) {
        // digits in names, protocols and logs are the same in every country; texts for people choose their language
        // themselves
        Locale.setDefault(Locale.ROOT);
        // Axon prints an advertisement otherwise
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(QueryService.class, arguments);
    }
}
