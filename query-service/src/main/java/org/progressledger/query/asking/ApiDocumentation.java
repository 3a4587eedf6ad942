package org.progressledger.query.asking;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.progressledger.access.AccessReason;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.configuration.ConfigurationController;
import org.progressledger.events.LineRange;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ReasonCode;
import org.progressledger.problems.description.ApiTruth;
import org.progressledger.problems.description.Schemas;
import org.progressledger.query.projection.Following;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.QueryReason;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API's description says beyond what can be read from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {
    private static final String BASIC = "basic";
    private static final String PROJECT_CODE = "[0-9]{8}-[0-9]{4}";

    /** Parameters that name something which may not be there. */
    private static final Set<String> NAMING = Set.of("code", "position", "from", "id");

    /** Answers of {@link ProjectDesk#ofKeptProject} and {@link ProjectDesk#answerKept}. */
    private static final Set<String> MAY_BE_OLD =
            Set.of("project", "reports", "percentChanges", "scoreChanges", "timeline", "projects", "flags");

    private static final ApiTruth TRUTH = new ApiTruth(
            Map.of(),
            Stream.of(CommonReason.values(), AccessReason.values(), QueryReason.values())
                    .flatMap(Arrays::<ReasonCode>stream)
                    .toList());

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "A parameter is wrong, or asks for what this release does not have",
            "401", "Nobody is signed in",
            "403", "The account's role or agency may not see this",
            "404", "What the path names is not there",
            "406", "The answer cannot be given in the media type asked for",
            "409", "That cannot be done now, as things are",
            "422", "So much would have to be compared or computed that it is not",
            "429", "Too many failed sign-ins; see Retry-After",
            "503",
                    "The store does not answer, more is asked than can be answered, or atLeast was not reached in time; see Retry-After");

    private static final Map<String, String> OF_A_BODY =
            Map.of("413", "The body is too large", "415", "The media type is not understood");

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry(
                    HttpHeaders.CACHE_CONTROL,
                    "max-stale=60: the answer may be so many seconds old, and is then read from members of the replica set"
                            + " that are not the primary, where there are any"),
            Map.entry("readings.account", "Only what this account looked at, such as auditor or sso:malee"),
            Map.entry(
                    "readings.project", "Only who looked at this project; answers about several projects are left out"),
            Map.entry("readings.from", "From this day on, in Bangkok"),
            Map.entry("readings.to", "Up to this day"),
            Map.entry("readings.before", "Only lines older than the one with this id, as next of an answer gives it"),
            Map.entry("retryDeadLetters.project", "The code of a project that stands still"),
            Map.entry("discardDeadLetters.project", "The code of a project that stands still"),
            Map.entry("id", "The id of a replay, as POST /replays answered it"),
            Map.entry("release", "What a release keeps, as GET /replays/releases names it, such as v5_1a2b3c4d"),
            Map.entry("replayDifferences.size", "Documents on a page, 1 to 500"),
            Map.entry("code", "รหัสโครงการ: eight digits of the agency, a hyphen, four of the project"),
            Map.entry("atLeast", "Wait until the answer reflects this ledger position, as a command answered it"),
            Map.entry("q", "Words in the project's name, code or agency; at most 200 characters"),
            Map.entry("agency", "The first 4 to 8 digits of the agency's code, or its name in any spelling"),
            Map.entry("status", "Only what has this status"),
            Map.entry("fiscalYear", "ปีงบประมาณ, a Buddhist year such as 2564"),
            Map.entry("page", "Counted from 0"),
            Map.entry("size", "Entries on a page, 1 to 200"),
            Map.entry(
                    "sort",
                    "projectCode, name, percent, reportedOn, status, fiscalYear, agency, budget.allocated or"
                            + " budget.spent; with \",desc\" behind it the other way round"),
            Map.entry(
                    "appeals.sort",
                    "age, filedOn, decidedOn, status or projectCode; with \",desc\" behind it the other way round; default the"
                            + " oldest first"),
            Map.entry(
                    "from",
                    "Where to begin, included: a day, or a ledger position among the raw events, the size of the earlier checkpoint"),
            Map.entry("to", "The last day on which an entry happened, included; the size of the later checkpoint"),
            Map.entry("type", "The stored name of an event, such as progress-reported"),
            Map.entry("stored", "Whether each event comes with the texts and salts that its hashes were made of"),
            Map.entry("limit", "Events in one answer, 1 to 1000"),
            Map.entry("happenedOn", "The last day of facts that count; default today"),
            Map.entry(
                    "recordedAt",
                    "The last instant of recordings that count, or a date for the end of that day; default now"),
            Map.entry("axis", "happened or recorded: along which time the two points lie"),
            Map.entry("position", "The ledger position of an event, from 0"),
            Map.entry("sha256", "The digest of a printout's bytes, as events name it"),
            Map.entry("at", "The sequence of an event of the project, from 0; default the last"),
            Map.entry("flag", "Only hits of this audit flag; of projects, those with such a hit today"),
            Map.entry("severity", "Only hits of this severity"),
            Map.entry("acknowledged", "true: only hits that an auditor has acknowledged; false: only the others"),
            Map.entry("project", "Only hits in the project with this code"),
            Map.entry("on", "The day that is asked for; default today. Another day is computed when asked"),
            Map.entry("round", "รอบที่: the round of an appeal, 1 to 99"),
            Map.entry("outcome", "Only appeals that were decided so"),
            Map.entry("reviewed", "true: only appeals with a finding of a reviewer; false: only the others"),
            Map.entry(
                    "changedSinceReview",
                    "true: only appeals of which something was recorded after the last finding; false: only those of"
                            + " which nothing was"),
            Map.entry("gaps", "true: only appeals with gaps; false: only the others"),
            Map.entry(
                    "measure",
                    "percent (of work), spent (baht disbursed) or score (the coordinators', by quarter only)"),
            Map.entry(
                    "by",
                    "By period: month or quarter, default month, of scores quarter; timeliness: agency or project"),
            Map.entry("exceptionsOnly", "true: only rows with exceptions"),
            Map.entry("table", "projects, reports, timeline, percent-changes or flags: a CSV file holds one table"),
            Map.entry(
                    "asOf",
                    "The register as it was: the last day of facts that count. With recordedAt, what was known by then"));

    @Bean
    OpenAPI description(@Value("${progress-ledger.version:0.1.0}") String version) {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(CurrentAsker.class);
        SpringDocUtils.getConfig().replaceWithSchema(LineRange.class, lines());
        SpringDocUtils.getConfig().replaceWithClass(ProjectAnswer.class, ProjectView.class);
        TRUTH.seeAnswer(ProjectView.class);
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, Schemas.any());
        SpringDocUtils.getConfig().replaceWithSchema(YearMonth.class, Schemas.of("string"));
        return new OpenAPI()
                .info(new Info()
                        .title("Progress Ledger: query service")
                        .description(
                                "สมุดบันทึกความก้าวหน้า: the latest status of city projects, and where every percentage"
                                        + " came from. Dates are ISO, amounts baht, all decimals with two digits.")
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
        pair.setItems(new IntegerSchema().minimum(java.math.BigDecimal.ONE));
        pair.setMinItems(2);
        pair.setMaxItems(2);
        pair.setExample(List.of(13, 14));
        return pair;
    }

    @Bean
    OperationCustomizer answers() {
        return (operation, handler) -> {
            if (handler.getBeanType() == NotYetController.class) {
                notYet(operation);
            } else {
                TRUTH.see(handler);
                if (handler.getBeanType() == ConfigurationController.class) {
                    // both services have it from a module that knows of no description
                    operation.summary("What this service goes by, from where, and what it means");
                    operation.setTags(List.of("Around"));
                }
                written(handler);
                answered(operation, MAY_BE_OLD.contains(handler.getMethod().getName()));
                example(operation, handler.getMethod().getName());
            }
            parameters(
                    operation,
                    handler.getMethod().getName(),
                    handler.getBeanType().getSimpleName().startsWith("Agenc"));
            return operation;
        };
    }

    /** What an endpoint writes itself, as its annotation names it. */
    private static void written(HandlerMethod handler) {
        var described = handler.getMethodAnnotation(io.swagger.v3.oas.annotations.responses.ApiResponse.class);
        if (described != null) {
            Arrays.stream(described.content())
                    .map(content -> content.schema().implementation())
                    .filter(Class::isRecord)
                    .forEach(TRUTH::seeAnswer);
        }
    }

    private static void notYet(Operation operation) {
        operation.setTags(List.of("Not yet"));
        operation.setSummary("Not in this release");
        operation.setResponses(new ApiResponses());
        PROBLEMS.forEach((status, text) -> operation.getResponses().addApiResponse(status, problem(status)));
        operation.getResponses().addApiResponse("501", TRUTH.problem(501, "This release does not have it"));
    }

    /** {@link MaxStale} and what comes of it. */
    private static void old(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name(HttpHeaders.CACHE_CONTROL)
                .schema(new StringSchema())
                .example("max-stale=60"));
        operation
                .getResponses()
                .values()
                .forEach(answer -> answer.addHeaderObject(
                        HttpHeaders.AGE,
                        new Header()
                                .description("So many seconds old it is at most; absent where it is as new as any")
                                .schema(new IntegerSchema().format("int64"))));
    }

    private static void answered(Operation operation, boolean mayBeOld) {
        operation
                .getResponses()
                .values()
                .forEach(answer -> answer.addHeaderObject(
                        Following.LEDGER_POSITION,
                        new Header()
                                .description("The ledger position that the answer reflects at least")
                                .schema(new IntegerSchema().format("int64"))));
        if (mayBeOld) {
            old(operation);
        }
        PROBLEMS.keySet().stream()
                .sorted()
                .filter(status -> !status.equals("404") || namesSomething(operation))
                .forEach(status -> operation.getResponses().addApiResponse(status, problem(status)));
        if (operation.getRequestBody() != null) {
            OF_A_BODY.forEach((status, text) ->
                    operation.getResponses().addApiResponse(status, TRUTH.problem(Integer.parseInt(status), text)));
        }
    }

    /** An answer as the sample projects give it, in the file named like the method. */
    private static void example(Operation operation, String method) {
        ApiResponses answers = operation.getResponses();
        // what is begun is answered so
        ApiResponse answer = answers.containsKey("202") ? answers.get("202") : answers.get("200");
        try (InputStream file = ApiDocumentation.class.getResourceAsStream("/openapi/" + method + ".json")) {
            if (file != null && answer != null && answer.getContent() != null) {
                Object example = JsonMapper.shared().readValue(file, Object.class);
                answer.getContent().values().forEach(media -> media.setExample(example));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean namesSomething(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(
                                parameter -> NAMING.contains(parameter.getName()) || "path".equals(parameter.getIn()));
    }

    private static String text(String status) {
        return PROBLEMS.getOrDefault(status, "");
    }

    private static ApiResponse problem(String status) {
        return TRUTH.problem(Integer.parseInt(status), text(status));
    }

    private static void parameters(Operation operation, String method, boolean ofAgencies) {
        List<Parameter> all = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : all) {
            String everywhere = PARAMETERS.get(parameter.getName());
            parameter.setDescription(PARAMETERS.getOrDefault(method + "." + parameter.getName(), everywhere));
            if (parameter.getName().equals("code")) {
                parameter.setSchema(
                        ofAgencies
                                ? new StringSchema().pattern("[0-9]{8}").example("50470000")
                                : new StringSchema().pattern(PROJECT_CODE).example("50470000-3298"));
            }
            if (ofAgencies && parameter.getName().equals("code")) {
                parameter.setDescription("รหัสหน่วยงาน: the first eight digits of its projects' codes");
            }
            if (ofAgencies && parameter.getName().equals("q")) {
                parameter.setDescription("Words in the agency's name, a registered spelling or a code");
            }
        }
    }

    /** The problem document, and persons without what is kept sealed. */
    @Bean
    OpenApiCustomizer schemas() {
        return api -> {
            TRUTH.complete(api);
            Schema<?> person = api.getComponents().getSchemas().get("PersonView");
            if (person != null && person.getProperties() != null) {
                person.getProperties().remove("sealed");
                api.getComponents().getSchemas().remove("PersonalData");
            }
            for (String record : List.of("ChangeView", "Difference")) {
                Schema<?> change = api.getComponents().getSchemas().get(record);
                if (change != null && change.getProperties() != null) {
                    change.getProperties().put("before", Schemas.any());
                    change.getProperties().put("after", Schemas.any());
                }
            }
            Schema<?> stored = api.getComponents().getSchemas().get("RawEvent");
            if (stored != null && stored.getProperties() != null) {
                // the bytes as stored are JSON themselves
                stored.getProperties().put("payload", Schemas.of("object"));
            }
            new ArrayList<>(api.getComponents().getSchemas().values()).forEach(ApiDocumentation::codes);
        };
    }

    private static void codes(Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Schema<?> code = schema.getProperties().get("projectCode");
        if (code != null) {
            code.setPattern(PROJECT_CODE);
            code.setExample("50470000-3298");
        }
    }
}
