package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.command.batches.BatchSettings;
import org.progressledger.command.bulk.BulkSettings;
import org.progressledger.command.forwarding.ForwardSettings;
import org.progressledger.command.imports.ImportSettings;
import org.progressledger.command.imports.PdfSettings;
import org.progressledger.command.project.CommandSettings;
import org.progressledger.command.sealing.AnchorSettings;
import org.progressledger.command.sealing.SealerSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

class SettingsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("project.root", ".."), "docs", "settings.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `?([^`|]+?)`? \\|");

    @ParameterizedTest
    @ValueSource(
            classes = {
                CommandSettings.class,
                ImportSettings.class,
                PdfSettings.class,
                BatchSettings.class,
                BulkSettings.class,
                SealerSettings.class,
                ForwardSettings.class,
                AnchorSettings.class
            })
    void the_page_lists_every_setting_with_its_default_and_no_other(Class<?> settings) throws IOException {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        Map<String, String> held = new LinkedHashMap<>();
        for (RecordComponent component : settings.getRecordComponents()) {
            held.put(kebab(component.getName()), defaultOf(settings, component.getName()));
        }

        assertThat(listed(prefix)).isEqualTo(held);
    }

    private static Map<String, String> listed(String prefix) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(": `" + prefix + "`");
        assertThat(start).as(prefix + " has a section").isPositive();
        int end = page.indexOf("\n## ", start);
        Map<String, String> listed = new LinkedHashMap<>();
        for (MatchResult row : ROW.matcher(page.substring(start, end)).results().toList()) {
            listed.put(row.group(1), row.group(2));
        }
        return listed;
    }

    private static String defaultOf(Class<?> settings, String name) {
        return Arrays.stream(settings.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(name))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .map(value -> value == null ? "none" : String.join(",", value.value()))
                .findFirst()
                .orElseThrow();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
