package org.progressledger.problems.description;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;

/** Schemas as OpenAPI 3.1 writes them. */
public final class Schemas {
    private Schemas() {}

    /** Of a JSON type: {@code string}, {@code integer}, {@code number}, {@code object}, {@code array}, {@code null}. */
    public static Schema<?> of(String type) {
        Schema<?> schema = any();
        schema.setTypes(Set.of(type));
        return schema;
    }

    /** Any JSON value. */
    public static Schema<?> any() {
        Schema<?> schema = new JsonSchema();
        schema.setSpecVersion(SpecVersion.V31);
        return schema;
    }

    /** One of these words. */
    static Schema<?> oneOf(List<String> values) {
        Schema<String> schema = new JsonSchema().typesItem("string");
        schema.setSpecVersion(SpecVersion.V31);
        schema.setEnum(values);
        return schema;
    }
}
