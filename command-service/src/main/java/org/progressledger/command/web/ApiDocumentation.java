package org.progressledger.command.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.LineRange;
import org.progressledger.problems.ReasonCode;
import org.progressledger.problems.description.ApiTruth;
import org.progressledger.problems.description.KnownReasons;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.HandlerMethod;

/** What the API's description says beyond what can be read from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {
    private static final String BASIC = "basic";
    private static final String PROJECT_CODE = "[0-9]{8}-[0-9]{4}";
    private static final String JSON = "application/json";
    private static final String RECORDED = """
            {"projectCode":"50470000-3298","commandId":"6702a1ade9","recordedAt":"2026-11-25T20:05:19.974Z",
             "ledgerPosition":45,"version":24,
             "events":[{"position":45,"sequence":23,"type":"progress-corrected",
               "eventId":"2b386ee7-3555-4c0d-acb8-c5c43915e07c",
               "hash":"38a2d1f3b0c44d0e9a7f6f0f2f0f4c2f7b1d5d8c6a3e9b4f1a2c3d4e5f607182"}]}""";

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The body or a parameter is wrong; errors names each field",
            "401", "Nobody is signed in",
            "403", "The account's role or agency may not do this",
            "404", "What the path names is not there",
            "406", "The answer cannot be given in the media type asked for",
            "429", "Too many failed sign-ins or drafts; see Retry-After",
            "503",
                    "The store does not answer, or more is asked than can be answered; asking again with the same Idempotency-Key is harmless");

    private static final Map<String, String> PROBLEMS_OF_COMMANDS = Map.of(
            "409", "Refused by a rule of the office, code says which; nothing was recorded",
            "412", "Others recorded something since the version in If-Match; data.changes names it",
            "413", "The body is too large",
            "415", "The media type is not understood",
            "422", "The Idempotency-Key was used for another request, or a date lies in the future");

    private static final Map<String, String> PARAMETERS = Map.of(
            "code",
            "รหัสโครงการ: eight digits of the agency, a hyphen, four of the project",
            "no",
            "The report's true number, (ครั้งที่ n)",
            "round",
            "The round of the appeal",
            "id",
            "The draft, the indicator, or the hit of an audit flag, as it was answered",
            "choice",
            "Where the paper can be read in more than one way: the reading, a colon, the option; may stand several times",
            "username",
            "The account",
            "page",
            "Counted from 0",
            "size",
            "Entries on a page, 1 to 200",
            "sheet",
            "The sheet of a workbook to read; the first one that is shown and has a header unless given",
            "rows",
            "refused: the rows to mend; all: the others too");

    /** For controllers of other packages, by their method. */
    private static final Map<String, String> SUMMARIES = Map.ofEntries(
            Map.entry(
                    "importBytes",
                    "Read a printed form: a draft beside its source lines; a ZIP is a batch; nothing is recorded"),
            Map.entry(
                    "importFiles",
                    "Read a printed form: a draft beside its source lines; several are a batch; nothing is recorded"),
            Map.entry("source", "The draft's paper line by line, with what was read from each line"),
            Map.entry("batches", "The account's own batches of printouts, the latest first"),
            Map.entry("batch", "How far a batch of printouts is, file by file"),
            Map.entry("retry", "Read again what was refused of a batch"),
            Map.entry("show", "The draft again"),
            Map.entry("confirm", "Record what was read and the accepted proposals, in one commit"));

    private final ApiTruth truth;

    ApiDocumentation(ObjectProvider<KnownReasons> more) {
        List<ReasonCode> codes = new ArrayList<>(ReasonCodes.ALL);
        more.forEach(each -> codes.addAll(each.reasons()));
        this.truth = new ApiTruth(RequiredFields.OF, codes);
    }

    @Bean
    OpenAPI description(@Value("${progress-ledger.version:0.1.0}") String version) {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(CurrentAsker.class);
        SpringDocUtils.getConfig().replaceWithSchema(LineRange.class, lines());
        return new OpenAPI()
                .info(new Info()
                        .title("Progress Ledger: command service")
                        .description(
                                "สมุดบันทึกความก้าวหน้า: records what happened to city projects. Facts stay; a wrong one"
                                        + " is answered by a new one. Dates are ISO, amounts baht with at most two decimals.")
                        .version(version)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    /** {@code [first,last]} of a printout, counted from 1. */
    private static Schema<?> lines() {
        Schema<?> pair = new JsonSchema();
        pair.setTypes(Set.of("array"));
        pair.setItems(new IntegerSchema().minimum(BigDecimal.ONE));
        pair.setMinItems(2);
        pair.setMaxItems(2);
        pair.setExample(List.of(13, 14));
        return pair;
    }

    @Bean
    @Order
    OperationCustomizer answers() {
        return (operation, handler) -> {
            if (handler.getBeanType() == NotYetController.class) {
                operation.setTags(List.of("Not yet"));
                operation.setSummary("Not in this release");
                operation.setResponses(new ApiResponses());
                PROBLEMS.forEach(
                        (status, text) -> operation.getResponses().addApiResponse(status, problem(status, text)));
                operation.getResponses().addApiResponse("501", problem("501", "This release does not have it"));
            } else {
                truth.see(handler);
                named(operation, handler);
                answered(operation, handler);
                example(operation, handler);
            }
            parameters(operation, handler.getBeanType() == AgenciesController.class);
            return operation;
        };
    }

    private static void named(Operation operation, HandlerMethod handler) {
        String controller = handler.getBeanType().getSimpleName();
        if (isAboutPaper(handler)) {
            operation.setTags(List.of("Imports"));
            operation.setSummary(SUMMARIES.get(handler.getMethod().getName()));
        } else if (controller.startsWith("Accounts")) {
            operation.setTags(List.of("Accounts"));
            operation.setSummary(inWords(handler.getMethod().getName()));
        }
    }

    private static boolean isAboutPaper(HandlerMethod handler) {
        String controller = handler.getBeanType().getSimpleName();
        return controller.startsWith("Import") || controller.startsWith("Batch");
    }

    /** {@code setPassword}: Set password. */
    private static String inWords(String name) {
        String spaced = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private void answered(Operation operation, HandlerMethod handler) {
        Map<String, String> problems = new TreeMap<>(PROBLEMS);
        if (operation.getRequestBody() != null || isAboutPaper(handler)) {
            problems.putAll(PROBLEMS_OF_COMMANDS);
        }
        ApiResponses answers = operation.getResponses();
        if (records(handler)) {
            ApiResponse given = answers.remove("200");
            ApiResponse recorded = given == null ? new ApiResponse() : given;
            answers.addApiResponse("201", recorded.description("Recorded"));
            if (recorded.getContent() != null) {
                recorded.getContent().values().forEach(media -> media.setExample(ExampleBodies.parsed(RECORDED)));
            }
            recorded.addHeaderObject(
                    CommandAnswers.LEDGER_POSITION,
                    new Header()
                            .description("The ledger position of the last event: ask queries with atLeast")
                            .schema(new IntegerSchema().format("int64")));
        }
        String method = handler.getMethod().getName();
        if (method.startsWith("import") || method.startsWith("readSheet")) {
            readsPaper(operation);
        } else if (method.equals("confirmSheet")) {
            recordsSheet(answers);
            problems.putAll(PROBLEMS_OF_COMMANDS);
        }
        problems.forEach((status, text) -> answers.addApiResponse(status, problem(status, text)));
    }

    private static void readsPaper(Operation operation) {
        ApiResponses answers = operation.getResponses();
        ApiResponse draft = answers.remove("200");
        if (draft != null) {
            answers.addApiResponse("201", draft.description("A draft, kept for some days"));
        }
        Content batch = new Content()
                .addMediaType(JSON, new MediaType().schema(new Schema<>().$ref("#/components/schemas/BatchAnswer")));
        answers.addApiResponse(
                "202",
                new ApiResponse()
                        .description("A batch; Location tells where it stands")
                        .content(batch));
        MediaType plain = operation.getRequestBody().getContent().get("text/plain");
        if (plain != null) {
            plain.setSchema(new StringSchema().description("UTF-8 or windows-874, as the charset says"));
        }
        operation.getRequestBody().getContent().forEach((type, media) -> {
            if (type.startsWith("text/csv") || type.contains("excel") || type.contains("sheet")) {
                media.setSchema(new StringSchema().format("binary").description("The file's bytes"));
            }
        });
    }

    private static void recordsSheet(ApiResponses answers) {
        ApiResponse recorded = answers.remove("200");
        if (recorded != null) {
            answers.addApiResponse("201", recorded.description("Every row is recorded, in one commit"));
        }
    }

    private static boolean records(HandlerMethod handler) {
        return handler.getReturnType().getGenericParameterType().getTypeName().contains(RecordedAnswer.class.getName())
                || handler.getMethod().getName().equals("confirm");
    }

    private static void example(Operation operation, HandlerMethod handler) {
        String body = ExampleBodies.of(handler.getMethod().getName());
        if (body == null || operation.getRequestBody() == null) {
            return;
        }
        MediaType json = operation.getRequestBody().getContent().get(JSON);
        if (json != null) {
            json.setExample(ExampleBodies.parsed(body));
        }
    }

    private ApiResponse problem(String status, String meaning) {
        return truth.problem(Integer.parseInt(status), meaning);
    }

    private static void parameters(Operation operation, boolean ofAgencies) {
        @Nullable List<Parameter> all = operation.getParameters();
        if (all == null) {
            return;
        }
        all.removeIf(parameter -> parameter.getName().equals("Content-Type"));
        for (Parameter parameter : all) {
            if (PARAMETERS.containsKey(parameter.getName())) {
                parameter.setDescription(PARAMETERS.get(parameter.getName()));
            }
            if (ofAgencies && parameter.getName().equals("code")) {
                parameter.setDescription("รหัสหน่วยงาน: the first eight digits of its projects' codes");
                parameter.setSchema(new StringSchema().pattern("[0-9]{8}").example("50470000"));
            } else if (parameter.getName().equals("code")) {
                parameter.setSchema(new StringSchema().pattern(PROJECT_CODE).example("50470000-3298"));
            }
        }
    }

    @Bean
    OpenApiCustomizer schemas() {
        return api -> {
            truth.complete(api);
            api.getComponents().getSchemas().values().forEach(ApiDocumentation::codes);
        };
    }

    private static void codes(Schema<?> schema) {
        Schema<?> code =
                schema.getProperties() == null ? null : schema.getProperties().get("projectCode");
        if (code != null) {
            code.setPattern(PROJECT_CODE);
            code.setExample("50470000-3298");
        }
    }
}
