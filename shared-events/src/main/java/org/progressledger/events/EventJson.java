package org.progressledger.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one way an event becomes JSON and an event again. The golden files hold it fast. */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // components in the order of the record: an auditor reads what the code says
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(
                    ignored -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private EventJson() {}

    /** Immutable and shared: what is unknown is refused, what is not stated is absent, decimals keep their digits. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String write(ProjectEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    /**
     * The event stored under that name and revision. An older revision is turned into today's shape, one step after the
     * other; what is stored stays as it is.
     *
     * @throws UnknownEventException if the name or the revision is not in the catalogue
     */
    public static ProjectEvent read(String storedName, @Nullable String revision, String json) {
        EventCatalogue entry =
                EventCatalogue.named(storedName).orElseThrow(() -> new UnknownEventException(storedName, revision));
        List<UnaryOperator<ObjectNode>> upcasts =
                entry.upcastsFrom(revision).orElseThrow(() -> new UnknownEventException(storedName, revision));
        if (upcasts.isEmpty()) {
            return MAPPER.readValue(json, entry.type());
        }
        ObjectNode stored = MAPPER.readValue(json, ObjectNode.class);
        for (UnaryOperator<ObjectNode> upcast : upcasts) {
            stored = upcast.apply(stored);
        }
        return MAPPER.treeToValue(stored, entry.type());
    }
}
