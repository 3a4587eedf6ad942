package org.progressledger.problems.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * Says of the records that are asked with, and answered, what their declaration says: which fields are always there,
 * which may be null, and that a request with an unknown field is refused.
 */
final class RecordSchemas {
    private final Map<String, Set<String>> requiredFields;
    private final Map<String, Class<?>> asked = new ConcurrentHashMap<>();
    private final Map<String, Class<?>> answered = new ConcurrentHashMap<>();

    /** @param requiredFields by the record's simple name, the fields that a request must give */
    RecordSchemas(Map<String, Set<String>> requiredFields) {
        this.requiredFields = Map.copyOf(requiredFields);
    }

    /** Remembers the records of an endpoint. */
    void see(HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                keep(parameter.getGenericParameterType(), asked);
            }
        }
        keep(handler.getReturnType().getGenericParameterType(), answered);
    }

    void seeAnswer(Class<?> type) {
        keep(type, answered);
    }

    private static void keep(Type type, Map<String, Class<?>> into) {
        switch (type) {
            case ParameterizedType generic -> {
                for (Type argument : generic.getActualTypeArguments()) {
                    keep(argument, into);
                }
            }
            case WildcardType wildcard -> keep(wildcard.getUpperBounds()[0], into);
            case Class<?> plain
            when plain.isRecord() && !isOneValue(plain) -> {
                Class<?> known = into.putIfAbsent(plain.getSimpleName(), plain);
                if (known == null) {
                    for (RecordComponent field : plain.getRecordComponents()) {
                        keep(field.getGenericType(), into);
                    }
                } else if (known != plain) {
                    // the description knows them by this name alone, and would mix them up
                    throw new IllegalStateException("Two records in requests or answers have one name: "
                            + known.getName() + " and " + plain.getName());
                }
            }
            default -> {}
        }
    }

    /** Written as one value, not as an object. */
    private static boolean isOneValue(Class<?> type) {
        return Stream.<AccessibleObject>concat(
                        Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()))
                .anyMatch(part -> part.isAnnotationPresent(JsonValue.class));
    }

    /** Completes the schemas of the records that were seen. */
    void complete(Map<String, Schema> schemas) {
        asked.forEach((name, type) -> {
            Schema<?> schema = schemas.get(name);
            if (schema != null && answered.get(name) != type) {
                completeAsked(type, schema);
            }
        });
        answered.forEach((name, type) -> {
            Schema<?> schema = schemas.get(name);
            if (schema != null) {
                completeAnswered(type, schema);
            }
        });
    }

    private void completeAsked(Class<?> type, Schema<?> schema) {
        schema.setAdditionalProperties(false);
        Set<String> required = required(schema);
        for (RecordComponent field : type.getRecordComponents()) {
            Schema<?> property = property(schema, field);
            if (property == null) {
                continue;
            }
            if (requiredFields.getOrDefault(type.getSimpleName(), Set.of()).contains(field.getName())) {
                required.add(field.getName());
            }
            if (!required.contains(field.getName())) {
                replace(schema, field, nullable(property));
            }
        }
        schema.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
    }

    private static void completeAnswered(Class<?> type, Schema<?> schema) {
        JsonInclude.Include ofAll = told(type, JsonInclude.Include.ALWAYS);
        Set<String> required = required(schema);
        for (RecordComponent field : fieldsOf(type)) {
            Schema<?> property = property(schema, field);
            if (property == null) {
                continue;
            }
            JsonInclude.Include what = told(field.getAccessor(), ofAll);
            boolean mayBeNull = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean mayBeEmpty = what == JsonInclude.Include.NON_EMPTY
                    && (Map.class.isAssignableFrom(field.getType()) || List.class.isAssignableFrom(field.getType()));
            if (!mayBeEmpty && !(mayBeNull && what != JsonInclude.Include.ALWAYS)) {
                required.add(field.getName());
                if (mayBeNull) {
                    replace(schema, field, nullable(property));
                }
            }
        }
        schema.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
    }

    private static JsonInclude.Include told(AnnotatedElement element, JsonInclude.Include otherwise) {
        JsonInclude include = element.getAnnotation(JsonInclude.class);
        return include == null ? otherwise : include.value();
    }

    /** Its own, and those of a record that is written as if its fields were its own. */
    private static List<RecordComponent> fieldsOf(Class<?> type) {
        List<RecordComponent> fields = new ArrayList<>();
        for (RecordComponent field : type.getRecordComponents()) {
            if (field.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                fields.addAll(fieldsOf(field.getType()));
            } else {
                fields.add(field);
            }
        }
        return fields;
    }

    private static Set<String> required(Schema<?> schema) {
        return new LinkedHashSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
    }

    private static @Nullable Schema<?> property(Schema<?> schema, RecordComponent field) {
        Schema<?> property =
                schema.getProperties() == null ? null : schema.getProperties().get(field.getName());
        if (property != null
                && field.getGenericType() instanceof ParameterizedType map
                && map.getRawType() == Map.class
                && map.getActualTypeArguments()[1] == Object.class) {
            property.setAdditionalProperties(true);
        }
        return property;
    }

    private static void replace(Schema<?> schema, RecordComponent field, Schema<?> property) {
        schema.getProperties().put(field.getName(), property);
    }

    /** The same, or null. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Schema<?> nullable(Schema<?> property) {
        if (property.getTypes() == null) {
            Schema<?> either = new JsonSchema();
            either.setSpecVersion(SpecVersion.V31);
            either.setDescription(property.getDescription());
            either.setAnyOf(List.of(property, Schemas.of("null")));
            return either;
        }
        Set<String> types = new LinkedHashSet<>(property.getTypes());
        types.add("null");
        property.setTypes(types);
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            List values = new ArrayList<>(property.getEnum());
            values.add(null);
            ((Schema) property).setEnum(values);
        }
        return property;
    }
}
