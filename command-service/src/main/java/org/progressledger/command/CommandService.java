package org.progressledger.command;

import java.util.Locale;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service that records facts. */
// the update checker would tell a server outside that we run
@SpringBootApplication(exclude = UpdateCheckerAutoConfiguration.class)
@ConfigurationPropertiesScan
public class CommandService {
    public static void main(String[] arguments) {
        // digits in names, protocols and logs are the same in every country; texts for people choose their language
        // themselves
        Locale.setDefault(Locale.ROOT);
        // Axon prints an advertisement otherwise
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(CommandService.class, arguments);
    }
}
