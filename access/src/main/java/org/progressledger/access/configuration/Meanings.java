package org.progressledger.access.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What settings mean, and what holds where nobody set them: the Javadoc of the records that read them, which the compiler
 * writes beside their classes, as Spring's own jars have theirs.
 */
final class Meanings {
    private static final String FILES = "META-INF/spring-configuration-metadata.json";
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link) #?([^}]*)}");

    private Meanings() {}

    /**
     * A setting's documentation.
     *
     * @param preset what holds where nobody set it; null for nothing
     */
    record Meaning(String text, @Nullable String preset) {}

    /** Of all on the class path whose name is wanted, by name. */
    static Map<String, Meaning> of(Predicate<String> wanted) {
        Map<String, Meaning> all = new TreeMap<>();
        try {
            for (URL file : Collections.list(Meanings.class.getClassLoader().getResources(FILES))) {
                try (InputStream in = file.openStream()) {
                    for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
                        String name = property.path("name").asString("");
                        if (wanted.test(name)) {
                            all.merge(
                                    name,
                                    meaning(property),
                                    (one, other) -> one.text().isEmpty() ? other : one);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Meaning meaning(JsonNode property) {
        String text = TAG.matcher(property.path("description").asString("")).replaceAll("$1");
        JsonNode preset = property.path("defaultValue");
        if (preset.isMissingNode() || preset.isNull()) {
            return new Meaning(text, null);
        }
        if (preset.isArray()) {
            return new Meaning(
                    text,
                    String.join(
                            ",", preset.valueStream().map(JsonNode::asString).toList()));
        }
        return new Meaning(text, preset.asString());
    }
}
