package org.progressledger.query.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.progressledger.query.export.Projects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProjectsJsonTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ProjectsJson json =
            new ProjectsJson(bytes, JsonMapper.builder().build(), Map.of("exportedBy", "somsri"));

    @Test
    void says_at_its_end_that_it_is_complete() {
        json.project(Projects.withReports(2));
        json.finish();

        JsonNode read = JsonMapper.shared().readTree(bytes.toByteArray());
        assertThat(read.path("exportedBy").asString()).isEqualTo("somsri");
        assertThat(read.path("projects").path(0).path("reports").size()).isEqualTo(2);
        assertThat(read.path("count").asInt()).isEqualTo(1);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("\"complete\":true}");
    }

    @Test
    void what_is_broken_off_is_not_json() {
        for (int i = 0; i < 50; i++) {
            json.project(Projects.withReports(12));
        }

        assertThat(bytes.size()).isPositive();
        assertThatThrownBy(() -> JsonMapper.shared().readTree(bytes.toByteArray()))
                .isInstanceOf(tools.jackson.core.JacksonException.class);
    }
}
