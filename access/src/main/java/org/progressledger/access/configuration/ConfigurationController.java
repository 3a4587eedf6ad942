package org.progressledger.access.configuration;

import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells an administrator what is set, where, and what it means. */
@RestController
public class ConfigurationController {
    private final ConfigurableEnvironment environment;

    public ConfigurationController(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * The settings of one service.
     *
     * @param service its name
     * @param settings by name
     */
    public record Configuration(String service, List<ServiceSetting> settings) {}

    /** What this instance goes by, secrets masked. */
    @GetMapping("/api/v1/configuration")
    public Configuration configuration() {
        // read anew for each of the few who ask: a start does not wait for it
        return new Configuration(
                environment.getProperty("spring.application.name", ""), new ShownSettings(environment).all());
    }
}
