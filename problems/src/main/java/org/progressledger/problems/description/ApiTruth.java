package org.progressledger.problems.description;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.progressledger.problems.Problem;
import org.progressledger.problems.ReasonCode;
import org.springframework.web.method.HandlerMethod;

/**
 * What both services' descriptions say alike, taken from the code itself: which fields are always there and which may be
 * null, every reason code with its status, and the variables of each path.
 */
public final class ApiTruth {
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final RecordSchemas records;
    private final List<ReasonCode> codes;

    /**
     * @param requiredFields by a request record's simple name, the fields that must be given
     * @param codes every reason that the service can answer with
     */
    public ApiTruth(Map<String, Set<String>> requiredFields, Collection<? extends ReasonCode> codes) {
        this.records = new RecordSchemas(requiredFields);
        this.codes = List.copyOf(codes);
    }

    /** Remembers the records that an endpoint takes and answers. */
    public void see(HandlerMethod handler) {
        records.see(handler);
    }

    /** Remembers a record that an endpoint answers with, though it does not return it. */
    public void seeAnswer(Class<?> record) {
        records.seeAnswer(record);
    }

    /** A problem document of that status, with every code that it can bear. */
    public ApiResponse problem(int status, String meaning) {
        Set<String> names = new TreeSet<>();
        codes.stream().filter(code -> code.status() == status).forEach(code -> names.add(code.name()));
        MediaType document = new MediaType().schema(new Schema<>().$ref(PROBLEM));
        document.setExample(example(
                status, names.isEmpty() ? "BAD_REQUEST" : names.iterator().next()));
        return new ApiResponse()
                .description(names.isEmpty() ? meaning : meaning + ". Codes: " + String.join(", ", names))
                .content(new Content().addMediaType("application/problem+json", document));
    }

    private static Map<String, Object> example(int status, String code) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:progress-ledger:problem:" + code);
        example.put("title", "...");
        example.put("status", status);
        example.put("detail", "...");
        example.put("details", Map.of("th", "...", "en", "..."));
        example.put("instance", "/api/v1/projects/50470000-3298");
        example.put("code", code);
        return example;
    }

    /** After everything else was said. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    public void complete(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(schemas::put);
        records.seeAnswer(Problem.class);
        records.complete(schemas);
        Schema problem = Objects.requireNonNull(schemas.get("Problem"), "Problem");
        Set<String> names = new TreeSet<>();
        codes.forEach(code -> names.add(code.name()));
        problem.getProperties().put("code", Schemas.oneOf(new ArrayList<>(names)));
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> variables(path, method, operation)));
    }

    /** Those of endpoints whose method does not name them. */
    private static void variables(String path, PathItem.HttpMethod method, Operation operation) {
        Set<String> named = new TreeSet<>();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> named.add(parameter.getName()));
        }
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            if (!named.contains(variables.group(1))) {
                operation.addParametersItem(new PathParameter()
                        .name(variables.group(1))
                        .required(true)
                        .description("As in the path")
                        .schema(new StringSchema()));
            }
        }
    }
}
