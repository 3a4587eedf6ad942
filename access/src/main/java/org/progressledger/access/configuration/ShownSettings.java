package org.progressledger.access.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.configuration.Meanings.Meaning;
import org.progressledger.access.configuration.ServiceSetting.Source;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Reads what is set where, as Spring reads it. */
final class ShownSettings {
    /** Of the frameworks, those that our documents name. */
    static final Set<String> OF_FRAMEWORKS = Set.of(
            "logging.structured.format.console",
            "management.endpoint.health.group.readiness.include",
            "server.address",
            "server.forward-headers-strategy",
            "server.max-http-request-header-size",
            "server.port",
            "server.shutdown",
            "server.tomcat.accept-count",
            "server.tomcat.connection-timeout",
            "server.tomcat.max-swallow-size",
            "server.tomcat.remoteip.internal-proxies",
            "server.tomcat.threads.max",
            "spring.lifecycle.timeout-per-shutdown-phase",
            "spring.mongodb.uri",
            "spring.servlet.multipart.max-file-size");

    private static final String OURS = "progress-ledger.";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");
    // what is in our jars is a default, whoever reads it
    private static final Pattern IN_OUR_JARS = Pattern.compile(".*class ?path.*");

    private final ConfigurableEnvironment environment;
    private final Map<String, Meaning> meanings = new TreeMap<>();

    ShownSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
        OF_FRAMEWORKS.forEach(name -> meanings.put(name, new Meaning("", null)));
        meanings.putAll(Meanings.of(name -> name.startsWith(OURS) || OF_FRAMEWORKS.contains(name)));
    }

    /** All that can be set, by name; of lists and maps what is in them. */
    List<ServiceSetting> all() {
        List<ServiceSetting> all = new ArrayList<>();
        meanings.forEach((name, meaning) -> all.addAll(of(name, meaning)));
        return all;
    }

    private List<ServiceSetting> of(String name, Meaning meaning) {
        ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(wanted);
            if (property != null) {
                return List.of(setting(name, property, source, meaning));
            }
            if (source instanceof IterableConfigurationPropertySource list) {
                List<ServiceSetting> within = list.stream()
                        .filter(wanted::isAncestorOf)
                        .distinct()
                        .filter(member -> !meanings.containsKey(member.toString()))
                        .sorted()
                        .flatMap(member -> Optional.ofNullable(list.getConfigurationProperty(member))
                                .map(found -> setting(member.toString(), found, source, meaning))
                                .stream())
                        .toList();
                if (!within.isEmpty()) {
                    return within;
                }
            }
        }
        String preset = meaning.preset();
        return List.of(new ServiceSetting(
                name, preset == null ? null : Secrets.masked(name, preset), Source.DEFAULT, null, meaning.text()));
    }

    private ServiceSetting setting(
            String name, ConfigurationProperty property, ConfigurationPropertySource source, Meaning meaning) {
        String raw = String.valueOf(property.getValue());
        String value = Secrets.masked(name, environment.resolvePlaceholders(raw));
        Object underlying = source.getUnderlyingSource();
        Place place =
                underlying instanceof PropertySource<?> known ? placeOf(known, property) : new Place(Source.FILE, null);
        if (place.source() == Source.DEFAULT) {
            place = byVariable(raw).orElse(place);
        }
        return new ServiceSetting(name, value.isEmpty() ? null : value, place.source(), place.from(), meaning.text());
    }

    private record Place(Source source, @Nullable String from) {}

    private static Place placeOf(PropertySource<?> known, ConfigurationProperty property) {
        if (known instanceof SystemEnvironmentPropertySource
                || known.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
            return new Place(Source.ENVIRONMENT, variable(property));
        }
        if (known instanceof CommandLinePropertySource<?>
                || known.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
            return new Place(Source.ARGUMENT, null);
        }
        return IN_OUR_JARS.matcher(known.getName()).matches()
                ? new Place(Source.DEFAULT, null)
                : new Place(Source.FILE, known.getName());
    }

    /** As the environment calls it, which is not how Spring does. */
    private static @Nullable String variable(ConfigurationProperty property) {
        Matcher told = Pattern.compile("\"([^\"]+)\"").matcher(String.valueOf(property.getOrigin()));
        return told.find() ? told.group(1) : null;
    }

    /** Our own files let some be set by short names. */
    private Optional<Place> byVariable(String raw) {
        Matcher variables = VARIABLE.matcher(raw);
        while (variables.find()) {
            String variable = variables.group(1);
            for (PropertySource<?> source : environment.getPropertySources()) {
                if (!ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)
                        && source.containsProperty(variable)) {
                    boolean file = !(source instanceof SystemEnvironmentPropertySource);
                    return Optional.of(new Place(file ? Source.FILE : Source.ENVIRONMENT, variable));
                }
            }
        }
        return Optional.empty();
    }
}
