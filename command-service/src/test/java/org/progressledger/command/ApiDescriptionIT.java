package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.access.Role;
import org.progressledger.command.Office.Answer;
import org.progressledger.command.project.Refusal;
import tools.jackson.databind.JsonNode;

/** What the API's description says is what the service does. */
class ApiDescriptionIT {
    private static final List<Role> ASKERS = List.of(Role.COORDINATOR, Role.SUPERVISOR, Role.REVIEWER, Role.AUDITOR);

    private static JsonNode description(Office office) {
        return office.get(Office.COORDINATOR, "/v3/api-docs").body();
    }

    /** Path and description of each command on a project that this release has. */
    private static Map<String, JsonNode> commands(JsonNode description) {
        Map<String, JsonNode> commands = new java.util.TreeMap<>();
        description.path("paths").properties().forEach(path -> {
            JsonNode post = path.getValue().path("post");
            if (path.getKey().startsWith("/api/v1/projects")
                    // asks what would become of a command
                    && !path.getKey().endsWith("/check")
                    && !post.isMissingNode()
                    && !post.path("responses").has("501")) {
                commands.put(path.getKey(), post);
            }
        });
        return commands;
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void every_command_has_a_summary_an_example_and_all_its_answers(Office office) {
        Map<String, JsonNode> commands = commands(description(office));

        assertThat(commands).hasSizeGreaterThan(20);
        commands.forEach((path, command) -> {
            assertThat(command.path("summary").asString("")).as(path).isNotBlank();
            assertThat(command.path("tags")).as(path).hasSize(1);
            assertThat(command.at("/requestBody/content/application~1json/example")
                            .isMissingNode())
                    .as(path + " has an example")
                    .isFalse();
            assertThat(command.at("/responses/201/content").toString())
                    .as(path + " has an example of its answer")
                    .contains("\"example\"");
            Set<String> statuses = new TreeSet<>(command.path("responses").propertyNames());
            assertThat(statuses).as(path).contains("201", "400", "401", "403", "404", "409", "412", "422", "503");
            command.path("parameters")
                    .forEach(parameter -> assertThat(
                                    parameter.path("description").asString(""))
                            .as(path + " " + parameter.path("name"))
                            .isNotBlank());
        });
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void every_problem_code_is_described_with_its_status(Office office) {
        JsonNode description = description(office);
        String codes = description
                .at("/components/schemas/Problem/properties/code/enum")
                .toString();

        for (Refusal refusal : Refusal.values()) {
            assertThat(codes).contains("\"" + refusal.name() + "\"");
            JsonNode answers = description.at("/paths/~1api~1v1~1projects~1{code}~1reports/post/responses");
            assertThat(answers.path(Integer.toString(refusal.status()))
                            .path("description")
                            .asString(""))
                    .contains(refusal.name());
        }
        assertThat(codes)
                .contains("\"IMPORT_NOT_FOUND\"", "\"ROWS_NOT_PAIRED\"", "\"LAST_ADMIN\"", "\"UNAUTHENTICATED\"");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_the_description_requires_is_what_an_empty_body_lacks(Office office) {
        JsonNode description = description(office);
        String code = office.newProject();
        commands(description).forEach((path, command) -> {
            String schema = command.at("/requestBody/content/application~1json/schema/$ref")
                    .asString();
            JsonNode fields = description.at(schema.substring(1));
            Set<String> required = new TreeSet<>();
            fields.path("required").forEach(field -> required.add(field.asString()));
            String at = path.replace("{code}", code)
                    .replace("flags/{id}", "flags/unsigned")
                    .replaceAll("\\{(no|round)}", "1")
                    .replaceAll("\\{[a-z]+}", "i1");
            assertThat(lacking(office, at)).as(path).containsAll(required).isSubsetOf(withAlternatives(required));
        });
    }

    /** Of some fields one at least must be given: the first of them is named. */
    private static Set<String> withAlternatives(Set<String> required) {
        Set<String> all = new TreeSet<>(required);
        all.addAll(List.of("percent", "name", "result", "score"));
        return all;
    }

    private static List<String> lacking(Office office, String path) {
        for (Role role : ASKERS) {
            Answer answer = office.post(Office.accountOf(role), path, Map.of());
            if (answer.status() == 400) {
                List<String> lacking = new ArrayList<>();
                answer.body().path("errors").forEach(error -> {
                    assertThat(error.path("code").asString()).isIn("REQUIRED", "AMENDMENT_CHANGES_NOTHING");
                    lacking.add(error.path("field").asString());
                });
                return lacking;
            }
        }
        throw new AssertionError("Nobody may " + path);
    }
}
