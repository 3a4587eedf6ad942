package org.progressledger.query.export.table;

import java.io.OutputStream;
import java.util.Map;
import org.progressledger.query.projection.KeptProjects.KeptProject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Projects with all their lists as one JSON document, in the shapes in which they are answered one by one. One that is not
 * finished is not JSON, and lacks {@code "complete": true}.
 */
public final class ProjectsJson {
    private final JsonGenerator json;
    private long count;

    /** @param head members that stand before the projects */
    public ProjectsJson(OutputStream out, JsonMapper mapper, Map<String, ?> head) {
        this.json = mapper.writer()
                // or whoever closes it early would make it whole
                .without(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .createGenerator(out);
        json.writeStartObject();
        head.forEach((name, value) -> {
            json.writeName(name);
            json.writePOJO(value);
        });
        json.writeName("projects");
        json.writeStartArray();
    }

    public void project(KeptProject project) {
        json.writePOJO(project);
        count++;
    }

    public void finish() {
        json.writeEndArray();
        json.writeName("count");
        json.writeNumber(count);
        json.writeName("complete");
        json.writeBoolean(true);
        json.writeEndObject();
        json.flush();
    }
}
