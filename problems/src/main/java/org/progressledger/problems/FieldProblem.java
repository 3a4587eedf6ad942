package org.progressledger.problems;

import java.util.Map;

/**
 * What is wrong with one field of a body.
 *
 * @param field where it stands, such as {@code plan[3].percent}
 * @param code why it is refused
 * @param data values that the code's text mentions by name; no secrets, no personal data
 */
public record FieldProblem(String field, ReasonCode code, Map<String, ?> data) {

    public FieldProblem {
        data = Map.copyOf(data);
    }

    public FieldProblem(String field, ReasonCode code) {
        this(field, code, Map.of());
    }
}
