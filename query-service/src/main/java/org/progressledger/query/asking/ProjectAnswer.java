package org.progressledger.query.asking;

import com.fasterxml.jackson.annotation.JsonValue;
import org.progressledger.query.projection.ProjectView;
import tools.jackson.databind.util.RawValue;

/**
 * A {@link ProjectView} in an answer, whether it is still to be written or is JSON text already.
 *
 * @param written what is to be written
 */
public record ProjectAnswer(@JsonValue Object written) {
    static ProjectAnswer of(ProjectView project) {
        return new ProjectAnswer(project);
    }

    static ProjectAnswer ofJson(String json) {
        return new ProjectAnswer(new RawValue(json));
    }
}
